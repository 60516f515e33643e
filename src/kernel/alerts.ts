import { alerts, takeoverAlerts } from '../model/schema.ts';
import { life } from './states.ts';
import type { Sim } from './sim.ts';

/** The service processor of a server tells the partner, over the management network, what it sees. */
export function sendAlert(sim: Sim, server: number, says: (typeof alerts)[number]): void {
  const w = sim.world;
  if (!sim.plan.settings.hardwareAssist || w.server.partner[server] === 0) return;
  const message = sim.freeRow('message', w.message.frame);
  if (message === 0) return;
  const alert = alerts.indexOf(says);
  const travels = sim.plan.settings.alertLatency;
  const cause = sim.cause;
  sim.cause = sim.tell('alert.sent', server, message, travels, alert);
  sim.later(travels, 'alert arrives', message, alert);
  sim.cause = cause;
}

/** Only an alert that says for certain that the partner is off spares the wait for its silence. */
export function alertArrives(sim: Sim, message: number, alert: number): void {
  const w = sim.world;
  const hearer = w.message.to[message]!;
  // A heartbeat that came after the alert had left says that the partner is back.
  const overtaken = w.server.heardAt[hearer]! > w.message.sentAt[message]!;
  if (overtaken || !life.up(w.server.life[hearer]!)) {
    sim.tell('alert.ignored', hearer, message, alert);
    return;
  }
  sim.cause = sim.tell('alert.heard', hearer, message, alert);
  if (takeoverAlerts.includes(alerts[alert]!))
    sim.signal('failoverMonitor', hearer, 'partner-failed');
}
