/** Milliseconds of work between two pictures: a slice of this length delays none. */
const slice = 8;

/**
 * Calls `step` until it answers true, in slices with pauses between them; the first one at once.
 * @param after called after each slice
 * @returns stops it
 */
export function inSlices(step: () => boolean, after: (done: boolean) => void): () => void {
  let timer = 0;
  const work = (): void => {
    const until = performance.now() + slice;
    let done = step();
    while (!done && performance.now() < until) done = step();
    if (!done) timer = window.setTimeout(work);
    after(done);
  };
  work();
  return () => clearTimeout(timer);
}
