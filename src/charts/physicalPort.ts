import { setup } from 'xstate';

/**
 * The port monitor: what the driver of a server makes of one of its physical ports. When the port
 * fails it moves the port’s name to a sibling port of the same fabric; no disk is touched
 * (claims 36, 37, 39, 40).
 */
export const physicalPort = setup({
  types: {
    events: {} as
      | { type: 'start' }
      | { type: 'stop' }
      | { type: 'light-lost' }
      | { type: 'light-back' }
      | { type: 'base-online' }
      | { type: 'sibling-ready' }
      | { type: 'no-sibling' }
      | { type: 'maintain' }
      | { type: 'release' }
      | { type: 'slot-drained' }
      | { type: 'slot-out' }
      | { type: 'slot-active' }
      | { type: 'name-written' }
      | { type: 'name-logged-in' }
      | { type: 'partner-asked' }
      | { type: 'name-lost' }
      | { type: 'light-unsteady' }
      | { type: 'unanswered' },
  },
  actions: {
    enableBase: () => {},
    enableNames: () => {},
    loseLight: () => {},
    tellFailed: () => {},
    chooseSibling: () => {},
    quiescePrimary: () => {},
    disablePrimary: () => {},
    activateSibling: () => {},
    writeSibling: () => {},
    enableSibling: () => {},
    tellMoved: () => {},
    senseLight: () => {},
    tellStranded: () => {},
    takeOffline: () => {},
    tellHeldDown: () => {},
    tellSteady: () => {},
    tellRecovered: () => {},
    tellUnsteady: () => {},
    quiesceSibling: () => {},
    disableSibling: () => {},
    enablePrimary: () => {},
    tellReturned: () => {},
    askPartner: () => {},
    recallName: () => {},
    senseName: () => {},
  },
  delays: { linkLoss: 0, portFailback: 0, holdDown: 0, elsTimeout: 0, partnerPoll: 0 },
}).createMachine({
  id: 'physicalPort',
  initial: 'off',
  on: { stop: '.off' },
  states: {
    off: { description: 'The server does not drive it.', on: { start: 'dark' } },
    dark: {
      description: 'It sees no light.',
      entry: 'senseLight',
      on: {
        'light-back': 'signingIn',
        release: { target: 'dark', reenter: true },
        start: 'failed',
      },
    },
    signingIn: {
      description: 'It sees light and logs in under its own base name.',
      entry: 'enableBase',
      on: {
        'base-online': { target: 'online', actions: 'enableNames' },
        'light-lost': { target: 'dark', actions: 'loseLight' },
        unanswered: { actions: 'takeOffline' },
      },
    },
    online: {
      description: 'The link is up.',
      on: {
        'light-lost': 'linkLost',
        unanswered: { actions: 'takeOffline' },
        maintain: 'withdrawing',
        // Its name still lodges at its partner.
        'partner-asked': 'recalling',
      },
    },
    linkLost: {
      description: 'The light went out; it may be a blink.',
      after: { linkLoss: { target: 'failed', actions: 'tellFailed' } },
      on: { 'light-back': { target: 'online', actions: ['enableBase', 'enableNames'] } },
    },
    failed: {
      description: 'The port counts as failed. Is there a sibling in the same fabric?',
      entry: 'chooseSibling',
      on: {
        'sibling-ready': 'movingName',
        'partner-asked': 'lodging',
        'no-sibling': 'stranded',
      },
    },
    stranded: {
      description: 'No sibling port in this fabric can carry the name.',
      // It may have been put back into service while its name was leaving.
      entry: ['tellStranded', 'senseLight'],
      on: {
        'light-back': 'signingIn',
        'light-unsteady': 'heldDown',
        'light-lost': { actions: 'loseLight' },
        // Out for maintenance it still carries other names.
        unanswered: { actions: 'takeOffline' },
        release: 'dark',
        start: 'failed',
      },
    },
    heldDown: {
      description: 'It has failed too often; it stays out until its light has held for a while.',
      entry: 'tellHeldDown',
      after: { holdDown: { target: 'signingIn', actions: 'tellSteady' } },
      on: { 'light-lost': 'stranded' },
    },
    withdrawing: {
      description: 'It is taken out of service on purpose.',
      initial: 'draining',
      on: {
        'light-lost': { actions: 'loseLight' },
        // Nobody hears it log its name out.
        unanswered: { actions: 'takeOffline' },
      },
      states: {
        draining: {
          description: 'Its name takes no new requests and finishes those it has.',
          entry: 'quiescePrimary',
          on: { 'slot-drained': 'loggingOut' },
        },
        loggingOut: {
          description: 'Its name leaves the fabric.',
          entry: 'disablePrimary',
          on: { 'slot-out': '#physicalPort.failed' },
        },
      },
    },
    movingName: {
      description: 'The name moves to a sibling port.',
      initial: 'disabling',
      on: {
        'light-lost': { actions: 'loseLight' },
        // Its server had begun to shut down, and stays.
        'name-lost': 'failed',
      },
      states: {
        disabling: {
          description:
            'The primary slot is disabled, so that a mended cable cannot log it in twice.',
          entry: 'disablePrimary',
          on: { 'slot-out': 'activating' },
        },
        activating: {
          description: 'The sibling’s secondary slot is activated.',
          entry: 'activateSibling',
          on: { 'slot-active': 'writing' },
        },
        writing: {
          description: 'The name is written into that slot.',
          entry: 'writeSibling',
          on: { 'name-written': 'loggingIn' },
        },
        loggingIn: {
          description: 'The slot logs in under the name.',
          entry: 'enableSibling',
          on: { 'name-logged-in': { target: '#physicalPort.away', actions: 'tellMoved' } },
        },
      },
    },
    lodging: {
      description: 'The name moves to the paired port of the partner.',
      initial: 'disabling',
      on: { 'light-lost': { actions: 'loseLight' } },
      states: {
        disabling: {
          description:
            'The primary slot is disabled, so that a mended cable cannot log it in twice.',
          entry: 'disablePrimary',
          on: { 'slot-out': 'asking' },
        },
        asking: {
          description: 'The partner was asked to carry the name.',
          entry: 'askPartner',
          after: { elsTimeout: '#physicalPort.recalling' },
          on: {
            'name-logged-in': { target: '#physicalPort.away', actions: 'tellMoved' },
            'no-sibling': '#physicalPort.stranded',
          },
        },
      },
    },
    recalling: {
      description: 'The partner was asked to let go of the name.',
      entry: 'recallName',
      after: { partnerPoll: { target: 'recalling', reenter: true } },
      on: {
        'slot-out': '#physicalPort.returning.comingHome',
        'name-lost': 'failed',
        'light-lost': { actions: 'loseLight' },
      },
    },
    away: {
      description: 'Its name answers from another port.',
      // The light may have come back while the name was on its way, or the name be lost there.
      entry: ['senseLight', 'senseName'],
      after: { partnerPoll: { target: 'away', reenter: true } },
      on: {
        'name-lost': 'failed',
        'light-back': 'settling',
        'light-lost': { actions: 'loseLight' },
        unanswered: { actions: 'takeOffline' },
        release: { target: 'away', reenter: true },
      },
    },
    settling: {
      description: 'The port is back. Will it stay?',
      entry: 'tellRecovered',
      after: { portFailback: 'returning' },
      on: {
        'light-lost': { target: 'away', actions: 'tellUnsteady' },
        'slot-out': '#physicalPort.returning.comingHome',
      },
    },
    returning: {
      description: 'The name goes home.',
      initial: 'draining',
      on: { 'light-lost': { actions: 'loseLight' } },
      states: {
        draining: {
          description: 'The sibling’s slot takes no new requests and finishes those it has.',
          entry: 'quiesceSibling',
          on: { 'slot-drained': 'loggingOut', 'partner-asked': '#physicalPort.recalling' },
        },
        loggingOut: {
          description: 'The name leaves the sibling port.',
          entry: 'disableSibling',
          on: { 'slot-out': 'comingHome' },
        },
        comingHome: {
          description: 'The port logs in under its base name and under its own name.',
          entry: ['enablePrimary', 'senseLight'],
          on: {
            'name-logged-in': { target: '#physicalPort.online', actions: 'tellReturned' },
            'light-lost': '#physicalPort.linkLost',
            unanswered: { actions: 'takeOffline' },
          },
        },
      },
    },
  },
});
