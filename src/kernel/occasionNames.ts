/**
 * What can fall due besides the charts’ own timers: arrivals, orders, the workload. The place of a
 * name is its number in agendas and checkpoints, whatever part of the engine has been loaded.
 */
export const occasionNames = [
  'heartbeat arrives',
  'impaired partner is heard',
  'alert arrives',
  'panic packet arrives',
  'shutdown is ordered',
  'shutdown is known',
  'disks are known to be back',
  'home server has read the mailbox',
  'survivor has read the mailbox',
  'mirrors notice the interconnect',
  'reserve',
  'label',
  'claim',
  'release',
  'fabric is asked to log in',
  'slot asks again',
  'name server registers',
  'fabric is told of a logout',
  'name server hears of a logout',
  'notification arrives',
  'host is notified',
  'fabric is whole',
  'host looks by itself',
  'host port asks to log in',
  'name server answers',
  'PLOGI is answered',
  'PRLI is answered',
  'ADISC is answered',
  'partner is asked',
  'home hears of its name',
  'port is probed',
  'port failure is known',
  'port flaps',
  'adapter initializes',
  'adapter is ready',
  'submit',
  'request arrives',
  'request is served',
  'answer arrives',
  'retry',
  'command timers',
  'consistency point',
  'workload starts',
  'debt is due',
  'cluster may be at rest',
] as const;

export type OccasionName = (typeof occasionNames)[number];

/** The number of each occasion in the agenda, counted after the charts. */
export const occasionNumber: ReadonlyMap<OccasionName, number> = new Map(
  occasionNames.map((name, i) => [name, i]),
);
