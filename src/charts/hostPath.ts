import { setup } from 'xstate';

/** The timers of the phases, as XState calls them: a search under way outlives its phase. */
const fastIoFail = 'xstate.after.fastIoFail.hostPath.blocked';
const devLoss = 'xstate.after.devLoss.hostPath.failed';

/**
 * How a phase searches for the name: `end` is where the path is when it is found, `onward` where
 * the search goes on when the phase is over before.
 */
const search = <T extends object>(end: string, onward: (state: string) => T) =>
  ({
    initial: 'waiting',
    states: {
      waiting: {
        description: 'The name is nowhere; a notification is awaited.',
        on: { notified: 'querying' },
      },
      querying: {
        description: 'The name server is asked where the name lives now.',
        entry: 'queryName',
        after: { elsTimeout: { target: 'querying', reenter: true } },
        on: {
          notified: { target: 'querying', reenter: true },
          'name-found': 'portLogin',
          'name-gone': 'waiting',
          ...onward('querying'),
        },
      },
      portLogin: {
        description: 'PLOGI is on its way to the new address.',
        entry: 'sendPortLogin',
        after: { elsTimeout: 'querying' },
        on: {
          notified: 'querying',
          accepted: 'processLogin',
          rejected: 'waiting',
          ...onward('portLogin'),
        },
      },
      processLogin: {
        description: 'PRLI is on its way.',
        entry: 'sendProcessLogin',
        after: { elsTimeout: 'querying' },
        on: {
          notified: 'querying',
          accepted: { target: end, actions: 'tellOnline' },
          rejected: 'waiting',
          ...onward('processLogin'),
        },
      },
    },
  }) as const;

/**
 * A path of a host: its remote port and what the multipath layer makes of it. Requests sent to a
 * blocked path wait; after fast_io_fail they go elsewhere; after dev_loss the device is gone
 * (Linux scsi_transport_fc, dm-multipath).
 */
export const hostPath = setup({
  types: {
    events: {} as
      | { type: 'notified' }
      | { type: 'dark' }
      | { type: 'name-found' }
      | { type: 'name-moved' }
      | { type: 'name-gone' }
      | { type: 'accepted' }
      | { type: 'rejected' }
      | { type: 'timed-out' }
      | { type: 'name-listed' }
      | { type: 'check-passed' }
      | { type: 'check-failed' }
      | { type: typeof fastIoFail }
      | { type: typeof devLoss },
  },
  actions: {
    queryName: () => {},
    sendPortLogin: () => {},
    sendProcessLogin: () => {},
    sendAddressCheck: () => {},
    checkPath: () => {},
    tellOnline: () => {},
    tellBlocked: () => {},
    tellFailed: () => {},
    tellLost: () => {},
    tellReinstated: () => {},
  },
  delays: { fastIoFail: 0, devLoss: 0, checkerPoll: 0, elsTimeout: 0 },
}).createMachine({
  id: 'hostPath',
  initial: 'online',
  states: {
    online: {
      description: 'Requests may take it.',
      on: { notified: 'checking', 'timed-out': 'failed.querying', dark: 'blocked' },
    },
    checking: {
      description: 'Something changed in the fabric: is the name where it was?',
      entry: 'queryName',
      after: { elsTimeout: { target: 'checking', reenter: true } },
      on: {
        notified: { target: 'checking', reenter: true },
        'name-found': 'online',
        'name-listed': 'verifying',
        'name-moved': 'blocked.portLogin',
        'name-gone': 'blocked',
        'timed-out': 'failed.querying',
        dark: 'blocked',
      },
    },
    verifying: {
      description: 'Its old address is still listed under the name: does anybody answer there?',
      entry: 'sendAddressCheck',
      after: { elsTimeout: 'checking' },
      on: {
        notified: 'checking',
        accepted: 'online',
        rejected: 'blocked.portLogin',
        'timed-out': 'failed.querying',
        dark: 'blocked',
      },
    },
    blocked: {
      description: 'The remote port is gone; requests wait for it.',
      entry: 'tellBlocked',
      after: { fastIoFail: 'failed' },
      on: { dark: '.waiting' },
      ...search('#hostPath.online', (state) => ({ [fastIoFail]: `#hostPath.failed.${state}` })),
    },
    failed: {
      description: 'The path is given up; requests go elsewhere or are queued.',
      entry: 'tellFailed',
      after: { devLoss: 'lost' },
      on: { dark: '.waiting' },
      ...search('#hostPath.recovered', (state) => ({ [devLoss]: `#hostPath.lost.${state}` })),
    },
    lost: {
      description: 'The device is removed; the name may still come back.',
      entry: 'tellLost',
      on: { dark: '.waiting' },
      ...search('#hostPath.recovered', () => ({})),
    },
    recovered: {
      description: 'The remote port is back; the path checker has not looked yet.',
      after: { checkerPoll: 'sampling' },
      on: { notified: 'rechecking', dark: 'failed' },
    },
    sampling: {
      description: 'The path checker looks.',
      entry: 'checkPath',
      on: {
        'check-passed': { target: 'online', actions: 'tellReinstated' },
        'check-failed': 'recovered',
      },
    },
    rechecking: {
      description: 'Something changed again before the path checker looked.',
      entry: 'queryName',
      after: { elsTimeout: { target: 'rechecking', reenter: true } },
      on: {
        notified: { target: 'rechecking', reenter: true },
        'name-found': 'recovered',
        'name-listed': 'recovered',
        'name-moved': 'failed.portLogin',
        'name-gone': 'failed',
        dark: 'failed',
      },
    },
  },
});
