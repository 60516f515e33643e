import { writesAtRisk } from '../model/writes.ts';
import type { Command } from './command.ts';
import { ofServer } from './reach.ts';
import { monitor } from './states.ts';

/**
 * Overrides what forbids a takeover for the sake of acknowledged writes. The number of writes that
 * the taker does not hold goes on record; this is the only way in which S4 is given up.
 */
export const takeoverForced: Command = {
  id: 'takeover.forced',
  label: 'Force its partner to take over: writes may be lost',
  table: 'server',
  key: 'F',
  glyph: 'taking-over',
  appliesTo: (w, row) => {
    const partner = w.server.partner[row]!;
    if (partner === 0) return 'It has no partner.';
    return (
      monitor.inhibited(w.server.monitor[partner]!) ||
      'Its partner is not being kept from a takeover, so nothing needs force.'
    );
  },
  reach: ofServer,
  outcome: (w, row) => {
    const partner = w.server.partner[row]!;
    const why = w.server.inhibited[partner]!;
    return {
      facts: [['takeover.forced', partner, row, why, writesAtRisk(w, row)]],
      signals: [{ chart: 'failoverMonitor', row: partner, signal: 'force' }],
    };
  },
};
