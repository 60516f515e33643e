export type Subcommand = 'run' | 'show' | 'list' | 'check' | 'explain';

const exitStatus = `EXIT STATUS
  0   all invariants and expectations hold
  1   an invariant or an expectation does not hold
  2   bad input: each mistake is told with its place, its reason and a hint
  70  a mistake of the program itself
  130 stopped by Ctrl C`;

const times = `Times are written 250ms, 5us, 12s, 2min or 1h; a bare number is in seconds.`;

/** `understudy --help`. */
export const overview = `NAME
  understudy - simulate how a storage server's Fibre Channel names move to its
  partner and back

SYNOPSIS
  understudy run SCENARIO [--seed N] [--until TIME]
                 [--do "TIME COMMAND THING"]... [--trace FILE] [--log FILE]
                 [--json]
  understudy show [READOUT SCENARIO] [--at TIME]
                 [--do "TIME COMMAND THING"]...
  understudy list [--json]
  understudy check SCENARIO...
  understudy explain [WORD]
  understudy help [SUBCOMMAND]
  understudy --version

DESCRIPTION
  The engine of the sandbox without its page. SCENARIO is a file or an id that
  understudy list shows. The same scenario, seed and commands give the same
  trace on every machine; its SHA-256 says so.

  run       simulate, and report outages, invariants, owners and places
  show      one moment, as the commands of known products would print it
  list      the scenarios that ship with the program
  check     are these good scenarios, and do they show what they expect?
  explain   what a fault, an invariant, a claim or a product's words are

${exitStatus}

EXAMPLES
  understudy run start --do "5s server.power-loss A"
  understudy check mine.json`;

/** `understudy SUBCOMMAND --help`. */
export const helps: Readonly<Record<Subcommand, string>> = {
  run: `NAME
  understudy run - simulate a scenario and report what it showed

SYNOPSIS
  understudy run SCENARIO [--seed N] [--until TIME]
                 [--do "TIME COMMAND THING"]... [--trace FILE] [--log FILE]
                 [--json]

DESCRIPTION
  Runs SCENARIO, a file or an id, with its own script, and reports the outages
  of each LUN with their parts, the invariants, disks and names that are not at
  home, and what became of the scenario's own expectations.

OPTIONS
  --seed N       the seed of chance, 0 to 2147483647, instead of the scenario's
  --until TIME   how far to run, at most 24h. Without it: as far as the scenario
                 says, or a minute after the last --do
  --do "TIME COMMAND THING [when FACT [OF]]"
                 give a command at a moment, besides the script; may come again.
                 With when: once, when the first such fact of OF is told after TIME
  --trace FILE   write the canonical trace: JSON Lines, a header and one fact on
                 each line, as public/schema/trace-1.json describes
  --log FILE     write every fact for people: .txt has a sentence on each line,
                 .csv a table, .mmd the first events as a sequence diagram in
                 Mermaid, and .jsonl is the canonical trace
  --json         print one object, as public/schema/report-1.json describes; all
                 times in it are whole microseconds
  -h, --help     print this

  ${times}

${exitStatus}
  A command that does not apply at its moment is bad input; the run goes on
  without it and is reported.

EXAMPLES
  understudy run top-2 --do "10s server.power-loss A" --until 60s
  understudy run mine.json --seed 7 --trace out.jsonl --json
  sha256sum out.jsonl     gives the traceHash of the report
  understudy run start --do "5s server.power-loss A" --log out.csv`,
  show: `NAME
  understudy show - one moment of a run, as a product's command would print it

SYNOPSIS
  understudy show
  understudy show READOUT SCENARIO [--at TIME] [--do "TIME COMMAND THING"]...

DESCRIPTION
  Runs SCENARIO, a file or an id, to a moment and prints READOUT: a table in the
  shape that engineers of a product know. Wording and values are ours. Without
  arguments it lists the read-outs.

OPTIONS
  --at TIME      the moment, at most 24h; 0s when it is not given
  --do "TIME COMMAND THING [when FACT [OF]]"
                 give a command at a moment, besides the script; may come again.
                 With when: once, when the first such fact of OF is told after TIME
  -h, --help     print this

  ${times}

EXIT STATUS
  0   the table is printed
  2   bad input, or a command that does not apply at its moment

EXAMPLES
  understudy show showport start --do "5s server.power-loss A" --at 20s`,
  list: `NAME
  understudy list - the scenarios that ship with the program

SYNOPSIS
  understudy list [--json]

OPTIONS
  --json         print an array of objects with id, title and group
  -h, --help     print this

EXIT STATUS
  0   always, unless there is bad input (2)`,
  check: `NAME
  understudy check - are these good scenarios, and do they show what they expect?

SYNOPSIS
  understudy check SCENARIO...

DESCRIPTION
  Reads each SCENARIO, a file or an id, and tells every mistake in it. A good
  one is run with its own script, as far as it says; then each line of its
  "expect" list and every invariant is held against the run. docs/scenarios.md
  describes the format.

OPTIONS
  -h, --help     print this

${exitStatus}
  With several scenarios the highest of these counts.

EXAMPLES
  understudy check scenarios/*.json`,
  explain: `NAME
  understudy explain - what a word of scenarios, reports and traces means

SYNOPSIS
  understudy explain [WORD]

DESCRIPTION
  Explains a fault or command (what it is for and what it reaches at once) or
  an invariant (its sentence, source and witnesses), a claim, or the words of a
  product and what differs in reality. Without WORD it lists all.

OPTIONS
  -h, --help     print this

EXIT STATUS
  0   the word is explained
  2   the word is unknown; the nearest one is told

EXAMPLES
  understudy explain server.power-loss
  understudy explain S3`,
};
