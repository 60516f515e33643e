import { count, flag, reference, time, word } from '../table.ts';
import { answers, frames, legs } from '../wordLists.ts';

/** What is under way: requests, and frames in flight. */
export const trafficTables = {
  request: {
    leg: word(legs, 'Where it is'),
    lun: reference('lun', 'The LUN it is for'),
    path: reference('path', 'The path it waits at or travels on'),
    vport: reference('vport', 'The virtual port that took it in; 0 before that'),
    write: flag('It writes'),
    block: reference('block', 'The block it reads or writes'),
    version: count('The version it writes, or the version it read'),
    floor: count('For a read: the version acknowledged when it was submitted', {
      source: 'invariant S4',
    }),
    size: count('How much it moves', { unit: 'kB' }),
    answer: word(answers, 'What it brings back'),
    tries: count('How often it has been sent'),
    submittedAt: time('When the application submitted it'),
    legAt: time('When the present leg began'),
    legDue: time('When the present leg ends; 0 when it does not end by itself'),
  },
  message: {
    frame: word(frames, 'What it is; free in an unused row'),
    from: count('Row of the sender: server, virtual port, host port, path or fabric, by its kind'),
    to: count('Row of the addressee, by its kind'),
    sentAt: time('When it was sent'),
    dueAt: time('When it arrives'),
  },
} as const;
