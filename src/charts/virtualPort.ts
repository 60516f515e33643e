import { setup } from 'xstate';

/**
 * One row of the virtual port database (claims 20-25). A secondary stands by with empty name
 * fields; activated, written and enabled it logs in under the names it was given.
 * The logged-in half follows the Linux FC transport’s virtual port states.
 */
export const virtualPort = setup({
  types: {
    events: {} as
      | { type: 'activate' }
      | { type: 'write' }
      | { type: 'enable' }
      | { type: 'disable' }
      | { type: 'power-off' }
      | { type: 'light-lost' }
      | { type: 'light-back' }
      | { type: 'accepted' }
      | { type: 'rejected' }
      | { type: 'logged-out' }
      | { type: 'quiesce' }
      | { type: 'drained' },
  },
  actions: {
    tellActivated: () => {},
    tellWritten: () => {},
    tellEnabled: () => {},
    sendLogin: () => {},
    tellOnline: () => {},
    tellRefused: () => {},
    tellLinkDown: () => {},
    tellQuiesced: () => {},
    tellDrained: () => {},
    sendLogout: () => {},
    restoreRow: () => {},
  },
  delays: { activateSlot: 0, writeNames: 0, elsTimeout: 0, loginRetry: 0, drainLimit: 0 },
}).createMachine({
  id: 'virtualPort',
  initial: 'standby',
  on: { 'power-off': { target: '.standby', actions: 'restoreRow' } },
  states: {
    standby: {
      description: 'Disabled: not on the link, takes no login and no request.',
      on: {
        activate: 'activating',
        enable: { target: 'loggingIn', actions: 'tellEnabled' },
      },
    },
    activating: {
      description: 'The slot is being initialized.',
      after: { activateSlot: { target: 'activated', actions: 'tellActivated' } },
      on: { disable: { target: 'standby', actions: 'restoreRow' } },
    },
    activated: {
      description: 'The slot is ready for names.',
      on: { write: 'writing', disable: { target: 'standby', actions: 'restoreRow' } },
    },
    writing: {
      description: 'Node name and port name are being written.',
      after: { writeNames: { target: 'configured', actions: 'tellWritten' } },
      on: { disable: { target: 'standby', actions: 'restoreRow' } },
    },
    configured: {
      description: 'The row carries its names but is not enabled.',
      on: {
        enable: { target: 'loggingIn', actions: 'tellEnabled' },
        disable: { target: 'standby', actions: 'restoreRow' },
      },
    },
    loggingIn: {
      description: 'The fabric has been asked for an address.',
      entry: 'sendLogin',
      // A link that blinks takes the frame with it, and nobody answers.
      after: { elsTimeout: { target: 'loggingIn', reenter: true } },
      on: {
        accepted: { target: 'active', actions: 'tellOnline' },
        rejected: 'refused',
        'light-lost': 'linkDown',
        quiesce: 'drained',
        disable: { target: 'standby', actions: 'restoreRow' },
      },
    },
    refused: {
      description: 'The fabric refused the login; it asks again later.',
      entry: 'tellRefused',
      after: { loginRetry: 'loggingIn' },
      on: {
        'light-lost': 'linkDown',
        quiesce: 'drained',
        disable: { target: 'standby', actions: 'restoreRow' },
      },
    },
    linkDown: {
      description: 'Enabled, but the physical port sees no light.',
      entry: 'tellLinkDown',
      on: {
        'light-back': 'loggingIn',
        quiesce: 'drained',
        disable: { target: 'standby', actions: 'restoreRow' },
      },
    },
    active: {
      description: 'Logged in: it answers under its names.',
      on: {
        'light-lost': 'linkDown',
        quiesce: 'quiescing',
        disable: 'loggingOut',
      },
    },
    quiescing: {
      description: 'It takes no new requests and finishes those it has.',
      entry: 'tellQuiesced',
      after: { drainLimit: 'drained' },
      on: {
        drained: 'drained',
        activate: 'active',
        'light-lost': 'drained',
        disable: 'loggingOut',
      },
    },
    drained: {
      description: 'No request is left in it.',
      entry: 'tellDrained',
      on: { activate: 'loggingIn', disable: 'loggingOut' },
    },
    loggingOut: {
      description: 'It tells the fabric that its name leaves.',
      entry: 'sendLogout',
      after: { elsTimeout: { target: 'loggingOut', reenter: true } },
      on: { 'logged-out': { target: 'standby', actions: 'restoreRow' } },
    },
  },
});
