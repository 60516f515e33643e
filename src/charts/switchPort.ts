import { setup } from 'xstate';

/** A switch port: light that stays away for R_T_TOV logs everything behind it out. */
export const switchPort = setup({
  types: { events: {} as { type: 'light-lost' } | { type: 'light-back' } },
  actions: { dropLogins: () => {} },
  delays: { linkLoss: 0 },
}).createMachine({
  id: 'switchPort',
  initial: 'lit',
  states: {
    lit: { description: 'It sees light.', on: { 'light-lost': 'blinking' } },
    blinking: {
      description: 'The light went out; logins still stand.',
      after: { linkLoss: { target: 'dark', actions: 'dropLogins' } },
      on: { 'light-back': 'lit' },
    },
    dark: { description: 'No light; nothing is logged in here.', on: { 'light-back': 'lit' } },
  },
});
