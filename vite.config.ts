import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { chartDiagrams } from './build/chartDiagrams.ts';
import { chartTables } from './build/chartTables.ts';
import { earlyStorage } from './build/earlyStorage.ts';
import { engineOnly } from './build/engineOnly.ts';
import { firstScenario } from './build/firstScenario.ts';
import { galleryPictures } from './build/galleryPictures.ts';
import { makeWorkerModule } from './build/makeWorker.ts';
import { oneFile } from './build/oneFile.ts';
import { plainImports } from './build/plainImports.ts';
import { scenarioPictures } from './build/scenarioPictures.ts';
import { tighter } from './build/tighter.ts';
import { withoutDocs } from './build/withoutDocs.ts';

/** What lies beside the modules of the first part and is fetched after it. */
const later = [
  'app/(Comparing|arming|branchTitle|conditions|engineFault|fleetSight|folds|perSession|readLink|reading|removeBranch|runAgain|steps|story|takeBack|work|writeLink|zoom)',
  'charts/(compile|definitions|machines|rows|tables)',
  'model/(aligned|compare|condition|divergence|modes|moment|moves|packedFacts|safeguards|sense)',
  'scene/(\\w*[sS]entences|branchTree|breaches|captions|chartMoves|chartSteps|conditions|diagram|differing|fabricCaptions)',
  'scene/(finding|firstMoments|flagLabels|fleet(?!From)|interestingMoment|phaseRows|pointedAt|spaceTime|stateWords)',
  'scene/(sendingOf|strips|subjectOf|tally|thumbnail|timeWindow|witnesses)',
  'views/topology/ReachPreview',
];

/** What every page needs for its first picture: one part, since one compresses better than five. */
const isFirst = (id: string): boolean =>
  /node_modules\/(svelte|clsx)|virtual:(chart-states|first-scenario)/.test(id) ||
  (/src\/(model|charts|commands\/order|scene|app|worker\/engine|views\/(Stage|Caption|measure|theme|topology))/.test(
    id,
  ) &&
    !new RegExp(`src/(${later.join('|')})`).test(id));

/**
 * `vite build` writes the site: its pages with relative addresses, for any sub-path of any static
 * host. `vite build --mode offline` and `--mode offline-embed` write the same pages as one file
 * each, for opening from disk.
 */
export default defineConfig(({ mode }) => {
  const inline = mode.startsWith('offline');
  const page = mode === 'offline-embed' ? 'embed/index.html' : 'index.html';
  const oneFileName = mode === 'offline-embed' ? 'offline-embed.html' : 'offline.html';
  return {
    root: 'src',
    publicDir: inline ? false : '../public',
    base: './',
    plugins: [
      chartTables(),
      chartDiagrams(),
      firstScenario(),
      scenarioPictures(),
      galleryPictures(),
      earlyStorage(),
      withoutDocs(),
      plainImports(),
      makeWorkerModule({ inline }),
      svelte({ configFile: '../svelte.config.js' }),
      tighter('first'),
      ...(inline ? [oneFile({ page, fileName: oneFileName })] : []),
    ],
    worker: {
      // The engine comes in two files, which only modules can; in a one-file page it is one text.
      format: inline ? ('iife' as const) : ('es' as const),
      plugins: () => [chartTables(), withoutDocs(), engineOnly()],
    },
    build: {
      outDir: '../dist',
      emptyOutDir: !inline,
      target: 'es2022',
      // A font inside the one-file page is a data address; on the site it is a file.
      assetsInlineLimit: inline ? 10_000_000 : 0,
      cssCodeSplit: false,
      // All that a page needs is asked for by its head, at once; parts fetched later need no more.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, needed, { hostType }) => (hostType === 'html' ? needed : []),
      },
      rolldownOptions: {
        // Charts are compiled and pictures drawn while the site is built; that this takes a moment is known.
        checks: { bundlerTimings: false },
        // Svelte’s custom elements and its bridge for old components would come along unused.
        optimization: { inlineConst: { mode: 'all', pass: 3 } },
        treeshake: {
          moduleSideEffects: [
            { test: /svelte\/src\/(legacy|.*\/custom-element)/, sideEffects: false },
            // The inspector’s transports to other origins: unused, so nothing of them ships.
            {
              test: /node_modules\/(@xstate|partysocket|isomorphic-ws|superjson|fast-safe-stringify)/,
              sideEffects: false,
            },
          ],
        },
        input: inline
          ? `src/${page}`
          : {
              index: 'src/index.html',
              embed: 'src/embed/index.html',
              inspect: 'src/inspect/index.html',
              gallery: 'src/gallery/index.html',
            },
        output: {
          codeSplitting: inline ? false : { groups: [{ name: 'first', test: isFirst }] },
        },
      },
    },
    server: { port: 4173 },
    test: {
      root: '.',
      include: ['tests/**/*.test.ts'],
      // The command line is tested as a process, so it is built first, unless it is new.
      globalSetup: 'tests/cli/build.ts',
      environment: 'node',
      // One for each processor: by itself it would leave one of two idle.
      maxWorkers: '100%',
      // Modules of the pure layers keep no state, so files share what they import: a quarter of the time.
      isolate: false,
      testTimeout: 60_000,
    },
  };
});
