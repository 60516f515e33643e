import type { World } from '../model/world.ts';
import type { Readout } from './readout.ts';

/** A read-out as aligned columns of plain text, with a line of column names above. */
export function asText(readout: Readout, w: World): string {
  const lines = [readout.columns, ...readout.rows(w)];
  const widths = readout.columns.map((_, i) => Math.max(...lines.map((line) => line[i]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, i) => cell.padEnd(widths[i]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
