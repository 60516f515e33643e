import { setup } from 'xstate';

/** Who owns a disk: reserved first, relabelled second (claims 1, 12, 18). */
export const disk = setup({
  types: {
    events: {} as { type: 'reserve' } | { type: 'label' } | { type: 'release' } | { type: 'fail' },
  },
  actions: {
    tellReserving: () => {},
    tellReserved: () => {},
    tellReserveFailed: () => {},
    orderLabel: () => {},
    tellOwnerChanged: () => {},
    confirmHeld: () => {},
    tellReleased: () => {},
  },
  delays: { reserveDisk: 0, releaseDisk: 0 },
}).createMachine({
  id: 'disk',
  initial: 'settled',
  states: {
    settled: {
      description: 'No reservation; its owner is its home owner.',
      on: { reserve: 'reserving' },
    },
    reserving: {
      description: 'A reservation is on its way; until it holds, the old owner may write.',
      entry: 'tellReserving',
      after: { reserveDisk: { target: 'reserved', actions: ['tellReserved', 'orderLabel'] } },
      on: { release: 'releasing', fail: { target: 'settled', actions: 'tellReserveFailed' } },
    },
    reserved: {
      description: 'Reserved: writes of anybody else meet a reservation conflict.',
      on: {
        label: { target: 'held', actions: 'tellOwnerChanged' },
        reserve: { actions: 'orderLabel' },
        release: 'releasing',
      },
    },
    held: {
      description: 'Owned and reserved by a server that is not its home.',
      on: { reserve: { actions: 'confirmHeld' }, release: 'releasing' },
    },
    releasing: {
      description: 'Its label and reservation go back to its home owner.',
      after: { releaseDisk: { target: 'settled', actions: 'tellReleased' } },
      on: { reserve: 'reserving' },
    },
  },
});
