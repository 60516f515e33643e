import type { Command } from './command.ts';
import { ofServer } from './reach.ts';
import { monitor, server } from './states.ts';

export const takeoverPlanned: Command = {
  id: 'takeover.planned',
  label: 'Planned takeover by its partner',
  table: 'server',
  key: 'T',
  glyph: 'taking-over',
  appliesTo: (w, row) => {
    const partner = w.server.partner[row]!;
    if (partner === 0) return 'It has no partner.';
    if (!server.up(w.server.life[row]!)) return 'It does not run, so it cannot shut down in order.';
    if (!server.up(w.server.life[partner]!)) return 'Its partner does not run.';
    if (w.interconnect.cut[w.server.interconnect[row]!]) {
      return 'The interconnect is cut: the partner’s copy of its log is out of step.';
    }
    if (!monitor.monitoring(w.server.monitor[partner]!)) {
      return 'Its partner’s failover monitor is busy.';
    }
    if (!monitor.monitoring(w.server.monitor[row]!)) return 'Its own failover monitor is busy.';
    if (w.server.takeoverDisabled[row]) return 'An operator switched takeovers off.';
    if (w.server.version[row] !== w.server.version[partner])
      return 'The two run different software versions.';
    if (w.shelf.partnerCut[row]) return 'Its partner cannot reach its disks.';
    if (!w.server.mirrorInStep[partner]) return 'The partner’s copy of its log is out of step.';
    return true;
  },
  reach: ofServer,
  outcome: (w, row) => ({
    facts: [['takeover.ordered', w.server.partner[row]!, row]],
    signals: [{ chart: 'failoverMonitor', row: w.server.partner[row]!, signal: 'order-takeover' }],
  }),
};
