/** Remembers preferences where the browser allows it, and only for this visit where it does not. */
const memory = new Map<string, string>();

const prefix = 'understudy.';

export function remember(key: string, value: string): void {
  memory.set(key, value);
  try {
    localStorage.setItem(prefix + key, value);
  } catch {
    // Storage is refused in many frames; the memory above serves for this visit.
  }
}

export function recall(key: string): string | null {
  try {
    return localStorage.getItem(prefix + key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}
