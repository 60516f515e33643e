import type { MenuEntry } from './opened.ts';

/** Whether every word of a search is somewhere in what the menu says about a scenario. */
export function isInMenu({ id, title, group }: MenuEntry, about: string, search: string): boolean {
  const text = `${id} ${title} ${group} ${about}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
