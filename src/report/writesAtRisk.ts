import { leg } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';

/** Writes that are not safe yet, or no more, at one moment. */
export interface WritesAtRisk {
  /** Submitted and not answered: the host keeps them and sends them again. */
  readonly unanswered: number;
  /** Acknowledged, not on disk, and in the log of one server only. */
  readonly oneLog: number;
  /** Acknowledged, and neither on disk nor in a log. */
  readonly nowhere: number;
  /** Acknowledged writes that forced takeovers gave up so far. */
  readonly givenUp: number;
}

/** Counts writes at risk in a world. Of each block only the newest acknowledged write counts. */
export function writesAtRiskIn({ request, block, server }: World): WritesAtRisk {
  let [unanswered, oneLog, nowhere, givenUp] = [0, 0, 0, 0];
  for (let row = 1; row < request.rows; row++)
    if (request.leg[row] !== leg.free && request.write[row]) unanswered++;
  for (let row = 1; row < block.rows; row++) {
    const safe = block.acknowledged[row]!;
    if (block.onDisk[row]! >= safe) continue;
    const logs = Number(block.homeLog[row]! >= safe) + Number(block.partnerLog[row]! >= safe);
    if (logs === 1) oneLog++;
    else if (logs === 0) nowhere++;
  }
  for (let row = 1; row < server.rows; row++) givenUp += server.writesLost[row]!;
  return { unanswered, oneLog, nowhere, givenUp };
}
