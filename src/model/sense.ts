import { answers } from './wordLists.ts';

/** What a server answers to a command that it does not carry out, in the words of SCSI. */
export interface Refusal {
  readonly status: 'BUSY' | 'CHECK CONDITION';
  /** Sense key, and the additional sense code with its qualifier, hexadecimal; with CHECK CONDITION. */
  readonly sense: string;
  readonly means: string;
}

/**
 * Status and sense data of each answer but `good` (SAM-5, SPC-4; what Linux makes of them:
 * scsi_dh_alua retries 29/07 at once and sends 04/0a again later).
 */
export const refusals: Readonly<
  Record<Exclude<(typeof answers)[number], 'none' | 'good'>, Refusal>
> = {
  busy: { status: 'BUSY', sense: '', means: 'come again later' },
  'not ready': {
    status: 'CHECK CONDITION',
    sense: 'NOT READY 04/0a',
    means: 'the LUN is in transition to another server',
  },
  'not accessible': {
    status: 'CHECK CONDITION',
    sense: 'NOT READY 04/0c',
    means: 'this port cannot hand it on to the server that owns the LUN',
  },
  'no disks': {
    status: 'CHECK CONDITION',
    sense: 'NOT READY 04/00',
    means: 'its disks cannot be used from here',
  },
  'unit attention': {
    status: 'CHECK CONDITION',
    sense: 'UNIT ATTENTION 29/07',
    means: 'the session before this login is lost (I_T nexus loss)',
  },
};

/** The answer of this number as a log writes it: `BUSY`, `NOT READY 04/0a`, `GOOD`. */
export function senseOf(answer: number): string {
  const word = answers[answer]!;
  if (word === 'none' || word === 'good') return 'GOOD';
  return refusals[word].sense || refusals[word].status;
}
