/**
 * Does some work when the first picture and the one after it have been painted: what moves is seen
 * before anything is fetched, compiled or mounted that it does without.
 */
export function afterPictures(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(work, 0)));
}
