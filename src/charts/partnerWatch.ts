import { setup } from 'xstate';

/** Listens for the partner’s heartbeats and counts those that stay out (claims 2, 28). */
export const partnerWatch = setup({
  types: {
    events: {} as
      { type: 'start' } | { type: 'stop' } | { type: 'heard' } | { type: 'limit-reached' },
  },
  actions: {
    countMiss: () => {},
    tellLate: () => {},
    tellHeardAgain: () => {},
    tellSilent: () => {},
  },
  delays: { heartbeatLate: 0, heartbeatInterval: 0 },
}).createMachine({
  id: 'partnerWatch',
  initial: 'off',
  on: { stop: '.off' },
  states: {
    off: { description: 'The server does not run.', on: { start: 'hearing' } },
    hearing: {
      description: 'The last heartbeat came in time.',
      after: { heartbeatLate: { target: 'missing', actions: 'tellLate' } },
      on: { heard: { target: 'hearing', reenter: true } },
    },
    missing: {
      description: 'Heartbeats are missing, but not yet enough of them.',
      entry: 'countMiss',
      after: { heartbeatInterval: { target: 'missing', reenter: true } },
      on: {
        heard: { target: 'hearing', actions: 'tellHeardAgain' },
        'limit-reached': { target: 'silent', actions: 'tellSilent' },
      },
    },
    silent: {
      description: 'The partner has been silent for the whole detection time.',
      on: { heard: { target: 'hearing', actions: 'tellHeardAgain' } },
    },
  },
});
