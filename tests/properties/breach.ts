import type { Settings } from '../../src/model/plan.ts';
import { ms } from '../../src/model/time.ts';
import type { Mutation, Sim } from '../../src/kernel/sim.ts';
import type { Story } from '../story.ts';

/** A way to break one property: a procedure bent, and what is done to it. */
export interface Breach {
  readonly scenario: string;
  readonly settings?: Partial<Settings>;
  readonly mutation: Mutation | (() => Mutation);
  readonly play: (s: Story) => void;
  /** What must witness it, by table and id; the first operand of the fact unless told. */
  readonly witness?: readonly [table: WitnessTable, id: string];
}
export type WitnessTable = 'server' | 'port' | 'vport' | 'disk' | 'lun';
export type Breaches = Readonly<Record<string, Breach>>;

export const nothing = (): void => undefined;
export const killA = (s: Story): void => void s.until(14).do('server.power-loss', 'A').until(60);
export const slow: Partial<Settings> = { boot: ms(3000), automaticGiveback: 'off' };

/** Skips fencing: the chart is told that the disks are held. */
const withoutFence = (sim: Sim, server: number): void => {
  sim.tell('takeover.started', server, sim.world.server.partner[server]!);
  sim.signal('failoverMonitor', server, 'disks-held');
};

/** Believes the partner’s LUNs its own without touching a disk. */
export const believeOnly = (sim: Sim, server: number): void => {
  withoutFence(sim, server);
  for (const disk of sim.wiring.disks[sim.world.server.partner[server]!]!)
    sim.tell('disk.owner-learned', disk, server, server);
};
