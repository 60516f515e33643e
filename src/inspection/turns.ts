import { instantAt, kindAt } from '../model/fact.ts';
import { firstWhere } from '../model/halving.ts';
import { kindList } from '../model/kinds.ts';
import type { Micros } from '../model/time.ts';

const isRoutine = kindList.map((kind) => kind.loudness === 'routine');

/**
 * The instants at which more than routine happened, folded from all facts of a branch. Requests and
 * heartbeats write the world all the time: what changed at a moment is what changed at one of these.
 */
export class Turns {
  /** Ascending, each once, µs. */
  private readonly instants: Micros[] = [];

  take(words: Int32Array, i: number): void {
    if (isRoutine[kindAt(words, i)]) return;
    const at = instantAt(words, i);
    if (at !== this.instants.at(-1)) this.instants.push(at);
  }

  /** The last of them at or before an instant; null when nothing has happened by then. */
  lastBy(at: Micros): Micros | null {
    const { instants } = this;
    return instants[firstWhere(0, instants.length, (i) => instants[i]! > at) - 1] ?? null;
  }
}
