/** Size of every thumbnail, in its own units. */
export const thumbnailSize = { w: 120, h: 84 } as const;

export type ThumbnailKind =
  | 'cable'
  | 'cable dark'
  | 'body'
  | 'body dead'
  | 'port'
  | 'port dead'
  | 'standby'
  | 'shelf'
  | 'disk dead'
  | `${'name' | 'left' | 'disk'} id${number}`;

/**
 * What a thumbnail is drawn with. The number of a mark is its place here; those of the four
 * identities follow each other.
 */
export const thumbnailKinds: readonly ThumbnailKind[] = [
  'cable',
  'cable dark',
  'body',
  'body dead',
  'port',
  'port dead',
  'standby',
  'shelf',
  'disk dead',
  'name id0',
  'name id1',
  'name id2',
  'name id3',
  'left id0',
  'left id1',
  'left id2',
  'left id3',
  'disk id0',
  'disk id1',
  'disk id2',
  'disk id3',
];

/** Numbers of a mark: its kind, x, y, width and height; a line goes from x, y by both of these. */
export const markWords = 5;

/** All marks of a kind as one path, in the order in which they lie on each other. */
export function thumbnailPaths(
  marks: readonly number[],
): { readonly kind: ThumbnailKind; readonly d: string }[] {
  const paths = thumbnailKinds.map((kind) => ({ kind, d: '' }));
  for (let i = 0; i < marks.length; i += markWords) {
    const path = paths[marks[i]!]!;
    const [x, y, w, h] = marks.slice(i + 1, i + markWords);
    path.d += path.kind.startsWith('cable')
      ? `M${x} ${y}l${w} ${h}`
      : `M${x} ${y}h${w}v${h}h-${w}z`;
  }
  return paths.filter(({ d }) => d !== '');
}
