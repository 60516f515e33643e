import type { Plan } from '../../model/plan.ts';
import { idOf } from '../../model/plan.ts';
import type { Label } from '../../scene/spaceTimeLabels.ts';
import type { Row } from '../../scene/spaceTimeRows.ts';

/** What a label has in the margin, in letters; a longer one gives way to the id of its thing. */
const longest = 11;

/** The labels of rows: in the margin, or above each row where there is none. */
export const rowLabels = (
  rows: readonly Row[],
  plan: Plan,
  say: (text: string) => string,
  narrow: boolean,
): Label[] =>
  rows.map(({ table, row, label, top, y }) => {
    const said = say(label);
    const text = said.length > longest && row > 0 && !narrow ? idOf(plan, { table, row }) : said;
    const place = narrow ? { x: 20, y: top + 11 } : { x: 32, y: y + 4 };
    return { ...place, text, is: 'row', anchor: 'start' };
  });
