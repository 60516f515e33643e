import type { World } from '../model/world.ts';
import { isHome, lifeIs } from './look.ts';

/**
 * What stands above the stage until the captions are fetched: a run that begins begins calmly.
 * Empty where a server is not up: then nothing is said for a moment.
 */
export function calmCaption(w: World): string {
  for (let server = 1; server < w.server.rows; server++)
    if (!lifeIs.up(w.server.life[server]!)) return '';
  return calmSentence(w);
}

/** `Two servers, four names. Each name is at home.` */
export function calmSentence(w: World): string {
  const names = numeral(countNames(w)).toLowerCase();
  return `${numeral(w.server.rows - 1)} servers, ${names} names. Each name is at home.`;
}

function countNames(w: World): number {
  let names = 0;
  for (let slot = 1; slot < w.vport.rows; slot++) if (isHome(w, slot)) names++;
  return names;
}

const numerals = [
  'No',
  'One',
  'Two',
  'Three',
  'Four',
  'Five',
  'Six',
  'Seven',
  'Eight',
  'Nine',
  'Ten',
];
/** A small number as a word that begins a sentence. */
export const numeral = (n: number): string => numerals[n] ?? String(n);
