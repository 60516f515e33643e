import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

/** The page as a person uses it. */
export class Sandbox {
  readonly errors: string[] = [];
  readonly strangers: string[] = [];
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.protocol.startsWith('http') && url.hostname !== 'localhost')
        this.strangers.push(request.url());
    });
  }

  async open(query = ''): Promise<void> {
    await this.page.goto(`./${query}`);
    // A moment far into a run is drawn as soon as it is computed, and until then an earlier one. The
    // page looks by itself, in every picture: asking from outside costs a second of waiting.
    await this.page.waitForFunction(() => {
      const root = document.querySelector<HTMLElement>('[data-playhead]');
      const horizon = Number(root?.dataset['horizon']);
      return horizon >= 100_000 && horizon >= Number(root?.dataset['playhead']);
    });
  }

  /** What is fetched after the first picture is there: keys, top bar, timeline. */
  async ready(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1 })).toBeVisible();
  }

  get root(): Locator {
    return this.page.locator('[data-playhead]');
  }

  get caption(): Locator {
    return this.page.getByRole('status').first();
  }

  async number(name: 'playhead' | 'horizon' | 'branch' | 'branches'): Promise<number> {
    return Number(await this.root.getAttribute(`data-${name}`));
  }

  /** The hash of the world at the playhead; the run must be paused. */
  async hash(): Promise<string> {
    await expect(this.root).toHaveAttribute('data-world-hash', /\d+/);
    return (await this.root.getAttribute('data-world-hash'))!;
  }

  thing(id: string): Locator {
    return this.page.locator(`[data-id="${id}"]`);
  }

  /** Stands at a moment by the timeline’s keyboard, paused. */
  async seek(seconds: number): Promise<void> {
    const slider = this.page.getByRole('slider', { name: 'Moment of the run' });
    await slider.focus();
    const now = (): Promise<number> => this.number('playhead');
    await this.page.keyboard.press('Home');
    for (let at = (await now()) / 1e6; seconds - at >= 1; at = (await now()) / 1e6)
      await slider.press('PageUp');
    for (let at = (await now()) / 1e6; seconds - at >= 0.05; at = (await now()) / 1e6)
      await slider.press('ArrowRight');
  }

  /** Opens the verbs of a thing by its break mark and chooses one. */
  async verb(mark: RegExp, label: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name: mark }).first().click();
    await this.page.getByRole('menuitem', { name: label }).click();
  }

  async pause(): Promise<void> {
    const button = this.page.getByRole('button', { name: 'Pause', exact: true });
    if (await button.isVisible()) await button.click();
  }

  expectClean(): void {
    expect(this.errors).toEqual([]);
    expect(this.strangers).toEqual([]);
  }
}
