import type { ChartName } from '../../charts/index.ts';
import type { Sim } from '../sim.ts';
import { disk } from './disk.ts';
import { failoverMonitor } from './failoverMonitor.ts';
import { diskHealth } from './diskHealth.ts';
import { fabricNotice, hostPort, switchPort } from './fabric.ts';
import { fabricSwitch } from './fabricSwitch.ts';
import { hostPath } from './hostPath.ts';
import { partnerWatch, pulse } from './heartbeat.ts';
import { physicalPort } from './physicalPort.ts';
import { server } from './server.ts';
import { virtualPort } from './virtualPort.ts';

/** What one effect of a chart means to the world: facts told, messages sent. */
export type Act = (sim: Sim, row: number) => void;
export type Acts = Readonly<Record<string, Act>>;

export const acts: Readonly<Record<ChartName, Acts>> = {
  server,
  pulse,
  partnerWatch,
  failoverMonitor,
  physicalPort,
  virtualPort,
  disk,
  hostPath,
  hostPort,
  switchPort,
  fabricNotice,
  fabricSwitch,
  diskHealth,
};
