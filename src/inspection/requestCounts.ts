import { leg } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';
import { dash } from './cells.ts';

/** How many requests are queued at a host, are out, or are lost at an old address. */
interface Counts {
  queued: number;
  out: number;
  lost: number;
}

/** What is under way, counted by the value of a column of the request table: by path, by LUN. */
export function countRequests(w: World, by: Int32Array): (key: number) => string {
  const { request } = w;
  const counts = new Map<number, Counts>();
  for (let row = 1; row < request.rows; row++) {
    const at = request.leg[row]!;
    if (at === leg.free) continue;
    let found = counts.get(by[row]!);
    if (!found) counts.set(by[row]!, (found = { queued: 0, out: 0, lost: 0 }));
    found[at === leg.waiting ? 'queued' : at === leg.lost ? 'lost' : 'out']++;
  }
  return (key) =>
    Object.entries(counts.get(key) ?? {})
      .filter(([, count]) => count > 0)
      .map(([is, count]) => `${count} ${is}`)
      .join(', ') || dash;
}
