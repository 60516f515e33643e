import { setup } from 'xstate';

/** The fabric controller: collects changes for a while, then notifies all that asked (RSCN). */
export const fabricNotice = setup({
  types: { events: {} as { type: 'changed' } },
  actions: { notify: () => {} },
  delays: { noticeWindow: 0 },
}).createMachine({
  id: 'fabricNotice',
  initial: 'quiet',
  states: {
    quiet: {
      description: 'Nothing has changed since the last notification.',
      on: { changed: 'collecting' },
    },
    collecting: {
      description: 'The first change started the window; all are notified together at its end.',
      after: { noticeWindow: { target: 'quiet', actions: 'notify' } },
    },
  },
});
