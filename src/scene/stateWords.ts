import { stateOf } from '../charts/index.ts';
import { words } from './diagramText.ts';

/** The state of a chart as it is called in its drawing: `moving name, logging in`. */
export const stateWords = (chart: Parameters<typeof stateOf>[0], configuration: number): string =>
  stateOf(chart, configuration)
    .split('.')
    .map((key) => words(key))
    .map((word) => `${word.charAt(0).toLowerCase()}${word.slice(1)}`)
    .join(', ');
