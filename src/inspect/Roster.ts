import type { Told } from './messages.ts';

/** An event that an actor got, and the state it went to. */
export interface Step {
  readonly at: string;
  readonly id: string;
  readonly event: string;
  state: string;
}

/** Rows are kept up to this many, whatever a message says. */
const most = { actors: 5_000, steps: 200 };

/** What the window knows: every actor with its state, and the last events. */
export class Roster {
  readonly states = new Map<string, string>();
  /** The newest last. */
  readonly steps: Step[] = [];

  forget(): void {
    this.states.clear();
    this.steps.length = 0;
  }

  take(told: readonly Told[]): void {
    for (const { says, id, text, at } of told) {
      if (says === 'event') {
        this.steps.push({ at, id, event: text, state: '' });
        if (this.steps.length > most.steps) this.steps.shift();
        continue;
      }
      if (!this.states.has(id) && this.states.size >= most.actors) continue;
      this.states.set(id, text);
      const last = this.steps.at(-1);
      if (says === 'snapshot' && last?.id === id && last.state === '') last.state = text;
    }
  }
}
