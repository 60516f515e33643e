import { fromGallery } from '../content/gallery.ts';
import { parseText } from '../content/scenario.ts';
import type { Parsed } from '../content/scenario.ts';
import { serversShown } from './limits.ts';

const problem = (where: string, what: string, hint: string): Parsed => ({
  ok: false,
  problems: [{ where, what, hint }],
});

/** A scenario of the gallery by its id, or what is wrong with the id. */
export function galleryScenario(id: string): Parsed {
  const scenario = fromGallery(id);
  if (scenario) return { ok: true, scenario };
  return problem(
    `scenario=${id.slice(0, 60)}`,
    'There is no scenario of this name.',
    'Choose one from the menu.',
  );
}

/** A scenario file that the page can show, or every problem of it. */
export async function fileScenario(file: File): Promise<Parsed> {
  if (file.size > 5_000_000) {
    return problem(file.name, 'The file is larger than 5 MB.', 'A scenario is a few kilobytes.');
  }
  const parsed = parseText(await file.text());
  if (parsed.ok && parsed.scenario.topology.servers > serversShown) {
    return problem(
      '/topology/servers',
      `The page shows at most ${serversShown} servers.`,
      'Larger clusters run in benchmarks only.',
    );
  }
  return parsed;
}
