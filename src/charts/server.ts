import { setup } from 'xstate';

/**
 * The life of a storage server. A server that comes back does not simply go on: it first looks
 * who holds its disks, and waits when its partner does (claims 29, 30).
 */
export const server = setup({
  types: {
    events: {} as
      | { type: 'power-loss' }
      | { type: 'panic' }
      | { type: 'hang' }
      | { type: 'hang-dead' }
      | { type: 'pause' }
      | { type: 'resume' }
      | { type: 'repair' }
      | { type: 'reset' }
      | { type: 'conflict' }
      | { type: 'shut-down' }
      | { type: 'stay' }
      | { type: 'ports-drained' }
      | { type: 'ports-out' }
      | { type: 'disks-mine' }
      | { type: 'disks-elsewhere' }
      | { type: 'disks-returned' }
      | { type: 'ports-online' },
  },
  actions: {
    goSilent: () => {},
    goDark: () => {},
    sendPanicPacket: () => {},
    quiescePorts: () => {},
    flush: () => {},
    tellFlushed: () => {},
    logOutPorts: () => {},
    tellShutDown: () => {},
    wake: () => {},
    readMailbox: () => {},
    tellWaiting: () => {},
    discardLog: () => {},
    replayOwnLog: () => {},
    tellOwnReplayed: () => {},
    enablePorts: () => {},
    tellUp: () => {},
    goOn: () => {},
    alertPowerLoss: () => {},
    alertReset: () => {},
    alertReboot: () => {},
    alertSilence: () => {},
    alertWatchdog: () => {},
  },
  delays: { boot: 0, mailboxPoll: 0, flushLog: 0 },
}).createMachine({
  id: 'server',
  initial: 'up',
  on: {
    'power-loss': { target: '.down', actions: 'alertPowerLoss' },
    reset: { target: '.down', actions: 'alertReset' },
    panic: { target: '.down', actions: ['sendPanicPacket', 'alertReboot'] },
    conflict: '.down',
    hang: { target: '.hung', actions: 'alertSilence' },
    'hang-dead': { target: '.hungDead', actions: 'alertWatchdog' },
  },
  states: {
    up: {
      description: 'It serves its disks under its own names.',
      on: { 'shut-down': 'shuttingDown', pause: 'paused' },
    },
    paused: {
      description: 'It stands still in the middle of its work; its ports hold light and logins.',
      entry: 'goSilent',
      // It wakes where it stood and knows nothing of the time between.
      on: { resume: { target: 'up', actions: 'goOn' } },
    },
    hung: {
      description: 'It does nothing, but its ports still hold light and logins.',
      entry: 'goSilent',
      on: { repair: 'booting' },
    },
    hungDead: {
      description: 'It does nothing, and its ports are dark.',
      entry: 'goDark',
      on: { repair: 'booting' },
    },
    shuttingDown: {
      description: 'It ends its work in order because its partner was told to take over.',
      initial: 'draining',
      on: { stay: 'recovering' },
      states: {
        draining: {
          description: 'Its ports take no new requests and finish those they have.',
          entry: 'quiescePorts',
          on: { 'ports-drained': 'flushing' },
        },
        flushing: {
          description: 'Its logged writes go to its disks.',
          entry: 'flush',
          after: { flushLog: { target: 'loggingOut', actions: 'tellFlushed' } },
        },
        loggingOut: {
          description: 'Its names leave the fabrics.',
          entry: 'logOutPorts',
          on: { 'ports-out': { target: '#server.down', actions: 'tellShutDown' } },
        },
      },
    },
    down: {
      description: 'It is off.',
      entry: 'goDark',
      on: { repair: 'booting' },
    },
    booting: {
      description: 'It starts; its ports are dark.',
      entry: 'goDark',
      after: { boot: 'looking' },
    },
    looking: {
      description: 'It reads the mailbox and its disks’ labels: whose are they now?',
      entry: ['wake', 'readMailbox'],
      on: {
        'disks-mine': 'replayingOwnLog',
        'disks-elsewhere': { target: 'waitingForGiveback', actions: 'tellWaiting' },
        'disks-returned': { target: 'recovering', actions: 'discardLog' },
      },
    },
    waitingForGiveback: {
      description: 'Its partner holds its disks and names. It waits, its primaries disabled.',
      after: { mailboxPoll: 'lookingAgain' },
      on: {
        'disks-mine': 'replayingOwnLog',
        'disks-returned': { target: 'recovering', actions: 'discardLog' },
      },
    },
    lookingAgain: {
      description: 'It reads the mailbox and its disks’ labels once more.',
      entry: 'readMailbox',
      on: {
        'disks-elsewhere': 'waitingForGiveback',
        'disks-mine': 'replayingOwnLog',
        'disks-returned': { target: 'recovering', actions: 'discardLog' },
      },
    },
    replayingOwnLog: {
      description: 'Nobody took its disks; it writes its own logged writes to them.',
      entry: 'replayOwnLog',
      after: { flushLog: { target: 'recovering', actions: 'tellOwnReplayed' } },
    },
    recovering: {
      description: 'Its disks are its own; its names log in again.',
      entry: 'enablePorts',
      on: { 'ports-online': { target: 'up', actions: 'tellUp' } },
    },
  },
});
