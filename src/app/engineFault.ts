import type { Problem } from '../content/reader.ts';

/** An engine that dies more often than this is not started again. */
const restarts = 3;

/**
 * What is said when the engine died for the `count`th time, and whether it is worth starting it anew.
 * @param message what the engine’s thread said; its first line is for people
 */
export function engineFault(
  count: number,
  message: string,
): { readonly again: boolean; readonly problem: Problem } {
  const reason = message.split('\n')[0]!;
  const again = count <= restarts;
  return {
    again,
    problem: again
      ? {
          where: 'engine',
          what: `The engine stopped: ${reason}`,
          hint: 'It was started anew and replayed your actions to this moment.',
        }
      : {
          where: 'engine',
          what: `The engine fails again and again: ${reason}`,
          hint: 'What is computed can still be played. Reload the page to start anew.',
        },
  };
}
