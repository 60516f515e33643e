/**
 * `next`, but made of the parts of `previous` that are equal. Whoever draws can then tell by
 * identity alone what has changed; the value is the same as `next` in every respect. For plain
 * data: objects, lists, numbers, texts.
 */
export function keep<T>(previous: T | undefined, next: T): T {
  if (Object.is(previous, next) || !isObject(previous) || !isObject(next)) return next;
  if (Array.isArray(next) !== Array.isArray(previous)) return next;
  const before = previous as Record<string, unknown>;
  const after = next as Record<string, unknown>;
  const keys = Object.keys(after);
  let same = keys.length === Object.keys(before).length;
  for (const key of keys) {
    const kept = keep(before[key], after[key]);
    same &&= Object.is(kept, before[key]) && (kept !== undefined || key in before);
    after[key] = kept;
  }
  return same ? previous : next;
}

/** A `keep` that remembers what it answered last. */
export function keeper<T>(): (next: T) => T {
  let last: T | undefined;
  return (next) => (last = keep(last, next));
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
