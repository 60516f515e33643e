import type { Thing } from '../model/plan.ts';
import type { TableName } from '../model/schema.ts';
import { frames } from '../model/wordLists.ts';
import type { World } from '../model/world.ts';

type Frame = (typeof frames)[number];
const betweenServers = ['server', 'server'] as const;
const toFabric = ['vport', 'fabric'] as const;
const ofPath = ['path', 'fabric'] as const;

/** Of which table the sender and the addressee of a message are, by what it is. */
const ends: Readonly<Record<Frame, readonly [TableName, TableName]>> = {
  free: betweenServers,
  heartbeat: betweenServers,
  'panic packet': betweenServers,
  alert: betweenServers,
  FLOGI: toFabric,
  FDISC: toFabric,
  LOGO: toFabric,
  RSCN: ['fabric', 'hostPort'],
  GID_PN: ofPath,
  PLOGI: ofPath,
  PRLI: ofPath,
  ADISC: ofPath,
};

export interface FrameEnds {
  readonly from: Thing;
  readonly to: Thing;
}

/** Who sent a message, and to whom. */
export function frameEnds(w: World, message: number): FrameEnds {
  const [from, to] = ends[frames[w.message.frame[message]!]!];
  return {
    from: { table: from, row: w.message.from[message]! },
    to: { table: to, row: w.message.to[message]! },
  };
}
