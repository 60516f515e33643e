import type { World } from '../../model/world.ts';
import { zonesOf } from '../../model/zoning.ts';
import type { Acts } from './index.ts';
import { removeLogin } from '../logins.ts';
import { fabricPower } from '../states.ts';

export const fabricNotice: Acts = {
  notify(sim, fabric) {
    const w = sim.world;
    if (!sim.plan.settings.notifications || !fabricPower.on(w.fabric.power[fabric]!)) return;
    for (const hostPort of sim.wiring.fabricHostPorts[fabric]!) {
      if (!w.hostPort.address[hostPort]) continue;
      const changed = changedFor(w, fabric, w.hostPort.portName[hostPort]!);
      if (changed.size === 0) continue;
      const message = sim.freeRow('message', w.message.frame);
      if (message === 0) continue;
      const listed = sim.wiring.portPaths[hostPort]!.filter((path) =>
        changed.has(w.path.portName[path]!),
      );
      sim.cause = sim.tell('rscn.sent', fabric, hostPort, message, sim.plan.settings.wireHop);
      const cause = sim.cause;
      // The notification is there before what the host does about it.
      sim.later(sim.plan.settings.wireHop, 'notification arrives', message);
      for (const path of listed) sim.later(sim.plan.settings.wireHop, 'host is notified', path);
      sim.cause = cause;
    }
  },
};

/** Names in the zones of an initiator that logged in or out since it was last notified. */
function changedFor(w: World, fabric: number, initiator: number): ReadonlySet<number> {
  const { zone } = w;
  const changed = zonesOf(w, 'initiator', initiator).filter(
    (row) => zone.fabric[row] === fabric && zone.changed[row] === 1,
  );
  return new Set(changed.map((row) => zone.target[row]!));
}

export const switchPort: Acts = {
  dropLogins(sim, switchPort) {
    const w = sim.world;
    if (!sim.plan.settings.implicitLogout) return;
    const cause = sim.cause;
    for (let login = 1; login < w.login.rows; login++) {
      if (w.login.switchPort[login] !== switchPort || w.login.fabric[login] === 0) continue;
      sim.cause = cause;
      const slot = w.login.vport[login]!;
      removeLogin(sim, login, 'fabric.implicit-logout', switchPort);
      sim.signal('virtualPort', slot, 'logged-out');
    }
  },
};

export const hostPort: Acts = {
  tellDark(sim, hostPort) {
    sim.cause = sim.tell('host-port.dark', hostPort);
    for (const path of sim.wiring.portPaths[hostPort]!) sim.signal('hostPath', path, 'dark');
  },

  lookAgain(sim, hostPort) {
    // A notification that met the dark is not sent again; the host asks what it may have said.
    if (sim.world.hostPort.missedAt[hostPort]) sim.later(0, 'host looks by itself', hostPort);
  },

  sendLogin: (sim, hostPort) =>
    sim.later(sim.plan.settings.login, 'host port asks to log in', hostPort),

  tellOnline(sim, hostPort) {
    for (const path of sim.wiring.portPaths[hostPort]!) sim.signal('hostPath', path, 'notified');
  },
};
