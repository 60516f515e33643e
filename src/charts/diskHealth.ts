import { setup } from 'xstate';

/** Whether a disk answers. RAID keeps a LUN readable while one disk of it does not. */
export const diskHealth = setup({
  types: { events: {} as { type: 'fail' } | { type: 'replace' } },
  actions: { tellGone: () => {}, joinSet: () => {}, tellRebuilt: () => {} },
  delays: { rebuildDisk: 0 },
}).createMachine({
  id: 'diskHealth',
  initial: 'working',
  states: {
    working: { description: 'It answers.', on: { fail: 'failed' } },
    failed: {
      description: 'It does not answer; its LUN lives on the others.',
      entry: 'tellGone',
      on: { replace: 'rebuilding' },
    },
    rebuilding: {
      description: 'A new disk is in its place and is being filled from the others.',
      entry: 'joinSet',
      after: { rebuildDisk: { target: 'working', actions: 'tellRebuilt' } },
      on: { fail: 'failed' },
    },
  },
});
