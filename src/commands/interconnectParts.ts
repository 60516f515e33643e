import type { Command } from './command.ts';
import { reachesNothing } from './command.ts';

export const interconnectDegrade: Command = {
  id: 'interconnect.degrade',
  label: 'Cut one of its two links',
  table: 'interconnect',
  key: 'L',
  glyph: 'cut',
  appliesTo: (w, row) => {
    if (w.interconnect.cut[row]) return 'It is cut altogether.';
    return !w.interconnect.degraded[row] || 'One link is down already.';
  },
  reach: () => reachesNothing,
  outcome: (_w, row) => ({ facts: [['interconnect.degraded', row]] }),
};

/** Heartbeats still pass; writes are acknowledged from one copy from now on. */
export const mirrorBreak: Command = {
  id: 'mirror.break',
  label: 'Stop its log mirror',
  table: 'interconnect',
  key: 'M',
  glyph: 'cut',
  appliesTo: (w, row) => !w.interconnect.mirrorBroken[row] || 'No log record passes already.',
  reach: () => reachesNothing,
  outcome: (_w, row) => ({
    facts: [['interconnect.mirror-broken', row]],
    then: 'mirrors notice the interconnect',
  }),
};
