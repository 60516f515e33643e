import { setup } from 'xstate';

/** The heartbeat that a running server sends to its partner, with its stamp in the mailbox. */
export const pulse = setup({
  types: {
    events: {} as { type: 'start' } | { type: 'stop' } | { type: 'starve' } | { type: 'relieve' },
  },
  actions: { beat: () => {} },
  delays: { firstHeartbeat: 0, heartbeatInterval: 0 },
}).createMachine({
  id: 'pulse',
  initial: 'quiet',
  on: { stop: '.quiet' },
  states: {
    quiet: { description: 'No heartbeat is sent.', on: { start: 'starting' } },
    starting: {
      description: 'The first heartbeat is due.',
      after: { firstHeartbeat: 'beating' },
    },
    beating: {
      description: 'A heartbeat goes out at every interval.',
      entry: 'beat',
      after: { heartbeatInterval: { target: 'beating', reenter: true } },
      on: { starve: 'starved' },
    },
    starved: {
      description: 'The server is too busy: neither heartbeat nor stamp goes out.',
      on: { relieve: 'beating' },
    },
  },
});
