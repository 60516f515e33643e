/** Words by which some differ from others: how many are the same, then a word, and so on. */
export type Difference = readonly number[];

/** How words differ from others, of as many. */
export function differenceOf(from: Int32Array, to: Int32Array): number[] {
  const list: number[] = [];
  let same = 0;
  for (const [i, word] of to.entries()) {
    if (word === from[i]) same++;
    else {
      list.push(same, word);
      same = 0;
    }
  }
  return list;
}

/** What `differenceOf` told, written over the words from which it differs. */
export function follow(words: Int32Array, difference: Difference): void {
  let at = 0;
  for (let i = 0; i < difference.length; i += 2) {
    at += difference[i]!;
    words[at++] = difference[i + 1]!;
  }
}
