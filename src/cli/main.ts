import { check, checkOptions } from './check.ts';
import { explain, explainOptions } from './explain.ts';
import { helps, overview } from './help.ts';
import type { Subcommand } from './help.ts';
import { list, listOptions } from './list.ts';
import { optionsOf } from './options.ts';
import type { Given, OptionTable } from './options.ts';
import { complain, exit, print, tellProblems } from './output.ts';
import { run, runOptions } from './run.ts';
import { show, showOptions } from './show.ts';
import { nearest } from '../content/reader.ts';

interface Doing {
  readonly options: OptionTable;
  readonly act: (given: Given) => number | Promise<number>;
}

const subcommands: Readonly<Record<Subcommand, Doing>> = {
  run: { options: runOptions, act: run },
  show: { options: showOptions, act: show },
  list: { options: listOptions, act: list },
  check: { options: checkOptions, act: check },
  explain: { options: explainOptions, act: explain },
};

const isSubcommand = (word: string): word is Subcommand => Object.hasOwn(subcommands, word);

function unknown(word: string): number {
  const near = nearest(word, Object.keys(subcommands));
  const hint = near ? `Did you mean ${near}?` : 'See understudy --help.';
  return tellProblems([{ where: word.slice(0, 80), what: 'There is no such subcommand.', hint }]);
}

async function main([word, ...rest]: readonly string[]): Promise<number> {
  if (word === undefined) {
    process.stderr.write(`${overview}\n`);
    return exit.badInput;
  }
  if (word === '--version') {
    print(understudyVersion);
    return exit.holds;
  }
  if (word === '--help' || word === '-h' || word === 'help') {
    const about = rest[0];
    if (about !== undefined && !isSubcommand(about)) return unknown(about);
    print(about === undefined ? overview : helps[about]);
    return exit.holds;
  }
  if (!isSubcommand(word)) return unknown(word);
  const { options, act } = subcommands[word];
  const given = optionsOf(rest, options);
  if (given.values.has('help')) {
    print(helps[word]);
    return exit.holds;
  }
  return given.problems.length > 0 ? tellProblems(given.problems) : act(given);
}

// Whoever reads may stop reading, as `head` does. That is no mistake, and nothing more to say.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // The one boundary at which a mistake of ours is caught.
  complain(`a mistake of the program itself: ${error instanceof Error ? error.stack : error}`);
  process.exitCode = exit.ownMistake;
}
