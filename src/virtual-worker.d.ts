/** Starts the engine’s worker: from its own file on the site, from inlined text in one-file pages. */
declare module 'virtual:make-worker' {
  export function makeWorker(): Worker;
}
