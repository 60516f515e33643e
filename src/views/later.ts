import * as packing from '../model/packedFacts.ts';
import { packWith } from '../model/trace.ts';

packWith(packing);

/** Everything that the first picture does without, as one part that is fetched after it. */
export { default as EndCard } from './EndCard.svelte';
export { default as Inspector } from './Inspector.svelte';
export { default as Keys } from './Keys.svelte';
export { default as KeyHints } from './KeyHints.svelte';
export { default as Pointing } from './Pointing.svelte';
export { default as Problems } from './Problems.svelte';
export { default as Timeline } from './Timeline.svelte';
export { default as TopBar } from './TopBar.svelte';
export { default as Work } from './Work.svelte';
export { default as VerbMenu } from './VerbMenu.svelte';
export { sheets } from './sheets.ts';
export { stageViews } from './stages.ts';
