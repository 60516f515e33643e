import { menu } from '../content/gallery.ts';
import type { Given, OptionTable } from './options.ts';
import { columns, exit, print, tellProblems } from './output.ts';

export const listOptions: OptionTable = { json: 'flag' };

/** `understudy list`: the scenarios that ship with the sandbox. */
export function list({ words, values }: Given): number {
  if (words.length > 0)
    return tellProblems([{ where: words[0]!, what: 'It names nothing.', hint: 'Leave it out.' }]);
  print(
    values.has('json')
      ? JSON.stringify(menu, null, 2)
      : columns(menu.map(({ id, title, group }) => [id, group, title])),
  );
  return exit.holds;
}
