import { setup } from 'xstate';

/**
 * The failover monitor of a server: what it makes of its partner, and the takeover and giveback
 * it carries out (claims 1-3, 26-30). It knows only its signals; who is really dead it cannot know.
 */
export const failoverMonitor = setup({
  types: {
    events: {} as
      | { type: 'start' }
      | { type: 'stop' }
      | { type: 'resume' }
      | { type: 'go-on' }
      | { type: 'hand-back' }
      | { type: 'giveback-clear' }
      | { type: 'suspended' }
      | { type: 'vetoed' }
      | { type: 'partner-impaired' }
      | { type: 'disks-refused' }
      | { type: 'log-replayed' }
      | { type: 'replay-failed' }
      | { type: 'log-flushed' }
      | { type: 'flush-failed' }
      | { type: 'late' }
      | { type: 'heard' }
      | { type: 'silent' }
      | { type: 'partner-failed' }
      | { type: 'partner-waiting' }
      | { type: 'partner-up' }
      | { type: 'partner-shut-down' }
      | { type: 'permitted' }
      | { type: 'inhibited' }
      | { type: 'order-takeover' }
      | { type: 'order-giveback' }
      | { type: 'force' }
      | { type: 'disks-held' }
      | { type: 'slots-active' }
      | { type: 'names-written' }
      | { type: 'names-logged-in' }
      | { type: 'slots-drained' }
      | { type: 'slots-out' }
      | { type: 'disks-released' },
  },
  actions: {
    tellSuspect: () => {},
    tellCancelled: () => {},
    readMailbox: () => {},
    orderShutdown: () => {},
    startTakeover: () => {},
    fence: () => {},
    resetPartner: () => {},
    replay: () => {},
    tellReplayed: () => {},
    activateSlots: () => {},
    writeNames: () => {},
    enableSlots: () => {},
    tellComplete: () => {},
    tellPartnerWaiting: () => {},
    startGiveback: () => {},
    quiesceSlots: () => {},
    disableSlots: () => {},
    flush: () => {},
    tellFlushed: () => {},
    releaseDisks: () => {},
    tellReturned: () => {},
    tellGivebackComplete: () => {},
    tellGivebackBroken: () => {},
    checkGiveback: () => {},
    endReplay: () => {},
    endFlush: () => {},
    tellTakeoverFailed: () => {},
    undo: () => {},
    tellUndone: () => {},
  },
  delays: {
    mailboxPoll: 0,
    shutdownLimit: 0,
    replayLog: 0,
    automaticGiveback: 0,
    flushLog: 0,
  },
}).createMachine({
  id: 'failoverMonitor',
  initial: 'off',
  on: { stop: '.off' },
  states: {
    off: {
      description: 'The server does not run, so it watches nobody.',
      on: {
        start: 'monitoring',
        resume: 'takingOver',
        'go-on': 'inTakeover',
        // It failed as a taker: it writes out what it logged and gives everything back.
        'hand-back': 'givingBack.flushing',
      },
    },
    monitoring: {
      description: 'The partner is heard.',
      on: {
        late: 'suspect',
        'partner-failed': 'deciding',
        'order-takeover': 'ordered',
        // It says itself that it no longer sees its disks.
        'partner-impaired': 'ordered',
      },
    },
    suspect: {
      description: 'At least one heartbeat is missing.',
      entry: 'tellSuspect',
      on: {
        heard: { target: 'monitoring', actions: 'tellCancelled' },
        'partner-failed': 'deciding',
        silent: 'deciding',
      },
    },
    deciding: {
      description: 'It reads the mailbox on disk: may it take its partner over?',
      entry: 'readMailbox',
      on: {
        permitted: 'takingOver',
        inhibited: 'inhibited',
        heard: { target: 'monitoring', actions: 'tellCancelled' },
      },
    },
    inhibited: {
      description: 'The partner is silent, but taking it over is not safe.',
      after: { mailboxPoll: 'deciding' },
      on: {
        heard: { target: 'monitoring', actions: 'tellCancelled' },
        'partner-failed': 'deciding',
        force: 'forcing',
      },
    },
    forcing: {
      description: 'An operator takes the risk. The mailbox still says who may not be overridden.',
      entry: 'readMailbox',
      on: { permitted: 'takingOver', inhibited: 'inhibited' },
    },
    ordered: {
      description: 'The takeover was asked for; the partner shuts down in order.',
      entry: 'orderShutdown',
      after: { shutdownLimit: 'deciding' },
      on: {
        'partner-shut-down': 'takingOver',
        'partner-failed': 'deciding',
        silent: 'deciding',
      },
    },
    takingOver: {
      description: 'It takes the partner’s disks and names.',
      initial: 'fencing',
      states: {
        fencing: {
          description: 'It reserves the partner’s disks and makes itself their owner.',
          entry: ['startTakeover', 'fence'],
          on: {
            'disks-held': { target: 'replaying', actions: 'resetPartner' },
            'disks-refused': {
              target: '#failoverMonitor.undoing',
              actions: 'tellTakeoverFailed',
            },
          },
        },
        replaying: {
          description: 'It writes the partner’s logged writes to the partner’s disks.',
          entry: 'replay',
          after: { replayLog: { actions: 'endReplay' } },
          on: {
            'log-replayed': { target: 'activating', actions: 'tellReplayed' },
            'replay-failed': {
              target: '#failoverMonitor.undoing',
              actions: 'tellTakeoverFailed',
            },
          },
        },
        activating: {
          description: 'It activates a secondary slot for each of the partner’s names.',
          entry: 'activateSlots',
          on: { 'slots-active': 'writing' },
        },
        writing: {
          description: 'It writes the partner’s node and port names into those slots.',
          entry: 'writeNames',
          on: { 'names-written': 'loggingIn' },
        },
        loggingIn: {
          description: 'The slots log in to the fabrics under the partner’s names.',
          entry: 'enableSlots',
          on: { 'names-logged-in': '#failoverMonitor.inTakeover' },
        },
      },
    },
    undoing: {
      description: 'The takeover has failed; disks that were taken go back.',
      entry: 'undo',
      after: { mailboxPoll: { target: 'undoing', reenter: true } },
      on: { 'disks-released': { target: 'deciding', actions: 'tellUndone' } },
    },
    inTakeover: {
      description: 'It answers under its own names and under its partner’s.',
      entry: 'tellComplete',
      initial: 'holding',
      states: {
        holding: {
          description: 'The partner is down.',
          on: { 'partner-waiting': { target: 'ready', actions: 'tellPartnerWaiting' } },
        },
        ready: {
          description: 'The partner runs again and waits for its disks and names.',
          after: { automaticGiveback: 'checking' },
          on: { silent: 'holding', 'order-giveback': 'checking' },
        },
        checking: {
          description: 'May the partner have its disks back now?',
          entry: 'checkGiveback',
          on: {
            'giveback-clear': '#failoverMonitor.givingBack',
            suspended: 'waitingForOrder',
            vetoed: 'ready',
          },
        },
        waitingForOrder: {
          description:
            'The partner failed again after each giveback; only a command gives back now.',
          on: { silent: 'holding', 'order-giveback': 'checking' },
        },
      },
    },
    givingBack: {
      description: 'It hands names and disks back, in the opposite order.',
      entry: 'startGiveback',
      initial: 'quiescing',
      states: {
        quiescing: {
          description: 'The slots take no new requests and finish those they have.',
          entry: 'quiesceSlots',
          on: {
            'slots-drained': 'loggingOut',
            silent: {
              target: '#failoverMonitor.takingOver.activating',
              actions: 'tellGivebackBroken',
            },
            'partner-failed': {
              target: '#failoverMonitor.takingOver.activating',
              actions: 'tellGivebackBroken',
            },
          },
        },
        loggingOut: {
          description: 'The partner’s names leave the fabrics.',
          entry: 'disableSlots',
          on: {
            'slots-out': 'flushing',
            silent: {
              target: '#failoverMonitor.takingOver.activating',
              actions: 'tellGivebackBroken',
            },
            'partner-failed': {
              target: '#failoverMonitor.takingOver.activating',
              actions: 'tellGivebackBroken',
            },
          },
        },
        flushing: {
          description: 'What it logged for the partner goes to the partner’s disks.',
          entry: 'flush',
          after: { flushLog: { actions: 'endFlush' } },
          on: {
            'log-flushed': { target: 'releasing', actions: 'tellFlushed' },
            'flush-failed': { target: 'flushing', reenter: true },
          },
        },
        releasing: {
          description: 'The disks change back to their home owner.',
          entry: 'releaseDisks',
          // A disk that cannot be reached is released later.
          after: { mailboxPoll: { target: 'releasing', reenter: true } },
          on: { 'disks-released': 'handedOver' },
        },
        handedOver: {
          description: 'The partner has its disks; its own ports log in again.',
          entry: 'tellReturned',
          on: {
            'partner-up': {
              target: '#failoverMonitor.monitoring',
              actions: 'tellGivebackComplete',
            },
            'partner-failed': '#failoverMonitor.deciding',
            silent: '#failoverMonitor.deciding',
          },
        },
      },
    },
  },
});
