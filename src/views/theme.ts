import { recall, remember } from '../app/storage.ts';

export type Theme = 'light' | 'dark';

const prefers = (): Theme =>
  matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';

/** The theme in force: the one chosen here, else the one of the system or the page around. */
export const themeNow = (): Theme =>
  document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';

const show = (theme: Theme): void => {
  document.documentElement.dataset['theme'] = theme;
};

/** Shows the theme, and follows the system as long as nobody has chosen. */
export function followTheme(): void {
  const chosen = (): Theme | null => {
    const value = new URLSearchParams(location.search).get('theme') ?? recall('theme');
    return value === 'light' || value === 'dark' ? value : null;
  };
  show(chosen() ?? prefers());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    show(chosen() ?? prefers()),
  );
}

export function chooseTheme(theme: Theme): void {
  remember('theme', theme);
  show(theme);
}
