import { setup } from 'xstate';

/** A host’s own port. */
export const hostPort = setup({
  types: {
    events: {} as { type: 'light-lost' } | { type: 'light-back' } | { type: 'accepted' },
  },
  actions: { tellDark: () => {}, sendLogin: () => {}, tellOnline: () => {}, lookAgain: () => {} },
  delays: { linkLoss: 0 },
}).createMachine({
  id: 'hostPort',
  initial: 'online',
  states: {
    online: { description: 'Logged in.', on: { 'light-lost': 'linkLost' } },
    linkLost: {
      description: 'The light went out; it may be a blink.',
      after: { linkLoss: { target: 'dark', actions: 'tellDark' } },
      on: { 'light-back': { target: 'online', actions: 'lookAgain' } },
    },
    dark: {
      description: 'No light; all its paths are blocked.',
      on: { 'light-back': 'loggingIn' },
    },
    loggingIn: {
      description: 'It asks the fabric for an address.',
      entry: 'sendLogin',
      on: {
        accepted: { target: 'online', actions: 'tellOnline' },
        'light-lost': 'dark',
      },
    },
  },
});
