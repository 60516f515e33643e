import { firstScenario, openGallery } from './opening.ts';
import type { Link } from './readLink.ts';
import type { Session } from './Session.svelte.ts';
import { recallWords, useWords } from './words.svelte.ts';

/** What an address without a query asks for. */
const nothing: Link = { scenario: null, actions: [], at: null, words: null, problems: [] };

/** What an address said beyond a scenario. */
export interface Asked {
  readonly acts: boolean;
  readonly moment: boolean;
}

/**
 * Opens what an address asks for. What of it is broken is said, and the first scenario opens in its
 * place.
 */
export async function openLink(session: Session, search: string): Promise<Asked> {
  const link = search === '' ? nothing : (await import('./readLink.ts')).linkOf(search);
  const opening = link.scenario === null ? null : await openGallery(link.scenario);
  const opened = opening?.ok ? opening.opened : firstScenario();
  const asked = opening === null || opening.ok;
  await (link.words === null ? recallWords() : useWords(link.words));
  session.start(opened, asked ? link.actions : [], asked ? (link.at ?? 0) : 0);
  const problems = [...(opening?.ok === false ? opening.problems : []), ...link.problems];
  if (problems.length > 0) session.complain(problems);
  return { acts: link.actions.length > 0, moment: link.at !== null };
}
