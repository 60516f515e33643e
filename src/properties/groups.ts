/** The five sentences that the top bar shows, each for a group of properties. */
export const groups = [
  'Each name is in at most one place',
  'Node name and port name move together',
  'Each disk has one owner',
  'A fenced server writes nothing',
  'Every acknowledged write survives',
] as const;
