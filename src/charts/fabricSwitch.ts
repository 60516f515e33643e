import { setup } from 'xstate';

/** The switch of a fabric: without power nothing behind it sees light, and it forgets every login. */
export const fabricSwitch = setup({
  types: { events: {} as { type: 'power-off' } | { type: 'power-on' } },
  actions: { forgetAll: () => {}, tellRunning: () => {} },
  delays: { switchBoot: 0 },
}).createMachine({
  id: 'fabricSwitch',
  initial: 'on',
  states: {
    on: { description: 'It runs; its ports are lit.', on: { 'power-off': 'off' } },
    off: {
      description: 'It has no power. Its logins and its name server are gone.',
      entry: 'forgetAll',
      on: { 'power-on': 'starting' },
    },
    starting: {
      description: 'It starts; its ports are still dark.',
      after: { switchBoot: { target: 'on', actions: 'tellRunning' } },
      on: { 'power-off': 'off' },
    },
  },
});
