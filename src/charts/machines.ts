import { disk } from './disk.ts';
import { diskHealth } from './diskHealth.ts';
import { fabricNotice } from './fabricNotice.ts';
import { failoverMonitor } from './failoverMonitor.ts';
import { hostPath } from './hostPath.ts';
import { hostPort } from './hostPort.ts';
import { partnerWatch } from './partnerWatch.ts';
import { physicalPort } from './physicalPort.ts';
import { pulse } from './pulse.ts';
import { server } from './server.ts';
import { switchPort } from './switchPort.ts';
import { virtualPort } from './virtualPort.ts';

/** Every statechart of the protocol, by name. The only list of them that names XState machines. */
export const machines = {
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
  diskHealth,
};
