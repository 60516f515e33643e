import type { ScriptLine } from './script.ts';
import type { Settings } from '../model/plan.ts';
import { seconds } from '../model/time.ts';
import type { Scenario } from './scenario.ts';

/** A run as it would be told again: the cluster with its settings, and what is done to it. */
export interface Story {
  readonly scenario: Scenario;
  readonly actions: readonly ScriptLine[];
}

/** Another way the same story could go, to be compared with. */
export interface Alternative {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The story told the other way; null where that would be the same story. */
  readonly of: (story: Story) => Story | null;
}

/** The same story under some other settings; null where it has them already. */
const under =
  (settings: Partial<Settings>): Alternative['of'] =>
  ({ scenario, actions }) => {
    const differs = Object.entries(settings).some(
      ([key, value]) => scenario.settings[key as keyof Settings] !== value,
    );
    if (!differs) return null;
    return { scenario: { ...scenario, settings: { ...scenario.settings, ...settings } }, actions };
  };

/** Failures of a server that an operator could have forestalled by a takeover in order. */
const unplanned = /^server\.(power-loss|panic|hang|hang-dead|reset)$/;

function planned({ scenario, actions }: Story): Story | null {
  let found = false;
  const instead = actions.map((action) => {
    if (found || !unplanned.test(action.command)) return action;
    found = true;
    return { ...action, command: 'takeover.planned' };
  });
  return found ? { scenario, actions: instead } : null;
}

/** Silence counts as failure after `misses` heartbeats of a second each. */
const detection = (misses: number): Alternative['of'] =>
  under({ heartbeatInterval: seconds(1), missesAllowed: misses, hardwareAssist: false });

/** All of them, in the order of the menu “Compare with”. */
export const alternatives: readonly Alternative[] = [
  {
    id: 'multipathing-only',
    title: 'Multipathing only',
    about: 'No name moves; hosts use their paths to the other server.',
    of: under({ failoverMode: 'multipathing-only', portMove: 'none' }),
  },
  {
    id: 'identity-takeover',
    title: 'The names move',
    about: 'The survivor takes the names of its partner into slots of its own ports.',
    of: under({ failoverMode: 'identity-takeover' }),
  },
  {
    id: 'planned',
    title: 'Planned, in order',
    about: 'The first server that fails is taken over by an operator at that moment instead.',
    of: planned,
  },
  {
    id: 'detection-5s',
    title: 'Detection 5 s',
    about: 'Silence counts as failure after five heartbeats of one second.',
    of: detection(5),
  },
  {
    id: 'detection-15s',
    title: 'Detection 15 s',
    about: 'Silence counts as failure after fifteen heartbeats of one second.',
    of: detection(15),
  },
  {
    id: 'no-notifications',
    title: 'No notifications',
    about: 'The fabric tells hosts nothing; they find out by themselves.',
    of: under({ notifications: false }),
  },
  {
    id: 'not-fenced',
    title: 'Without fencing',
    about: 'The survivor does not reserve the disks: what the safeguard is for.',
    of: under({ fencing: false }),
  },
];
