/** One fact as a row of the list. */
export interface LogRow {
  /** Its place among the rows, counted from 0. */
  readonly place: number;
  readonly seq: number;
  /** The instant, µs. */
  readonly at: number;
  /** The instant for people, in seconds. */
  readonly time: string;
  /** Its sequence number for people. */
  readonly number: string;
  readonly text: string;
  /** It is told in words, and not as traces have it. */
  readonly plain: boolean;
  /** How it is drawn: what is broken is red, what is routine is quiet. */
  readonly tone: 'event' | 'quiet' | 'fault';
}
