import type { World } from './world.ts';

/** Calls `visit` for every block of the LUNs whose home is this server. */
export function eachBlockOf(w: World, home: number, visit: (block: number) => void): void {
  for (let block = 1; block < w.block.rows; block++)
    if (w.lun.home[w.block.lun[block]!] === home) visit(block);
}

/** Acknowledged writes of `home` that are neither on disk nor in the log its partner holds. */
export function writesAtRisk(w: World, home: number): number {
  let count = 0;
  eachBlockOf(w, home, (block) => {
    const held = Math.max(w.block.onDisk[block]!, w.block.partnerLog[block]!);
    if (w.block.acknowledged[block]! > held) count++;
  });
  return count;
}
