import { partnerWatch, pulse } from './acts/heartbeat.ts';
import { consistencyPoint } from './nvram.ts';
import { heartbeatArrives } from './occasions/heartbeat.ts';
import type { Part } from './procedures.ts';
import { answerArrives, commandTimers, retry } from './requests/hostQueue.ts';
import { requestArrives, requestIsServed } from './requests/serve.ts';
import { submit } from './requests/submit.ts';

/** All that a cluster does in which nothing was ordered and nothing broke. */
export const atWork = {
  acts: { pulse, partnerWatch },
  occasions: {
    'heartbeat arrives': heartbeatArrives,
    submit,
    'request arrives': requestArrives,
    'request is served': requestIsServed,
    'answer arrives': answerArrives,
    retry,
    'command timers': commandTimers,
    'consistency point': consistencyPoint,
    'debt is due': (sim, row, property) => sim.ledger.look(row, property),
    'cluster may be at rest': (sim) => sim.ledger.lookAtRest(),
  },
} satisfies Part;
