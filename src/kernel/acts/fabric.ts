import type { World } from '../../model/world.ts';
import type { Acts } from './index.ts';
import { removeLogin } from '../logins.ts';

export const fabricNotice: Acts = {
  notify(sim, fabric) {
    const w = sim.world;
    for (const hostPort of sim.wiring.fabricHostPorts[fabric]!) {
      const name = w.hostPort.portName[hostPort]!;
      if (!w.hostPort.address[hostPort] || !concerned(w, fabric, name)) continue;
      const message = sim.freeRow('message', w.message.frame);
      if (message === 0) continue;
      const listed = sim.wiring.portPaths[hostPort]!.filter((path) =>
        isChanged(w, fabric, name, w.path.portName[path]!),
      );
      sim.cause = sim.tell('rscn.sent', fabric, hostPort, message, sim.plan.settings.wireHop);
      const cause = sim.cause;
      for (const path of listed) sim.later(sim.plan.settings.wireHop, 'host is notified', path);
      sim.later(sim.plan.settings.wireHop, 'notification arrives', message);
      sim.cause = cause;
    }
  },
};

function concerned(w: World, fabric: number, initiator: number): boolean {
  for (let zone = 1; zone < w.zone.rows; zone++) {
    if (
      w.zone.fabric[zone] === fabric &&
      w.zone.initiator[zone] === initiator &&
      w.zone.changed[zone]
    )
      return true;
  }
  return false;
}

function isChanged(w: World, fabric: number, initiator: number, target: number): boolean {
  for (let zone = 1; zone < w.zone.rows; zone++) {
    if (
      w.zone.fabric[zone] === fabric &&
      w.zone.initiator[zone] === initiator &&
      w.zone.target[zone] === target
    ) {
      return w.zone.changed[zone] === 1;
    }
  }
  return false;
}

export const switchPort: Acts = {
  dropLogins(sim, switchPort) {
    const w = sim.world;
    const cause = sim.cause;
    for (let login = 1; login < w.login.rows; login++) {
      if (w.login.switchPort[login] !== switchPort || w.login.fabric[login] === 0) continue;
      sim.cause = cause;
      removeLogin(sim, login, 'fabric.implicit-logout', switchPort);
    }
  },
};

export const hostPort: Acts = {
  tellDark(sim, hostPort) {
    sim.cause = sim.tell('host-port.dark', hostPort);
    for (const path of sim.wiring.portPaths[hostPort]!) sim.signal('hostPath', path, 'dark');
  },

  sendLogin: (sim, hostPort) =>
    sim.later(sim.plan.settings.login, 'host port asks to log in', hostPort),

  tellOnline(sim, hostPort) {
    for (const path of sim.wiring.portPaths[hostPort]!) sim.signal('hostPath', path, 'notified');
  },
};
