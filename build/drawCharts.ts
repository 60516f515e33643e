import { definitionOf } from '../src/charts/definitions.ts';
import { chartNames } from '../src/charts/index.ts';
import { diagramOf } from '../src/scene/diagram.ts';
import { diagramWidths } from '../src/scene/diagramWidths.ts';

/** Every chart as a drawing, by its name, the widest first. */
export const drawCharts = (): object =>
  Object.fromEntries(
    chartNames.map((name) => [
      name,
      diagramWidths.map((width) => diagramOf(definitionOf(name), width)),
    ]),
  );
