import { settleCable } from '../light.ts';
import type { Acts } from './index.ts';

export const fabricSwitch: Acts = {
  forgetAll(sim, fabric) {
    const { login, nameEntry } = sim.world;
    const cause = sim.cause;
    for (let row = 1; row < login.rows; row++) {
      if (login.fabric[row] !== fabric) continue;
      const slot = login.vport[row]!;
      sim.cause = cause;
      sim.cause = sim.tell('fabric.login-forgotten', fabric, row);
      if (slot !== 0) sim.signal('virtualPort', slot, 'logged-out');
    }
    sim.cause = cause;
    for (let row = 1; row < nameEntry.rows; row++)
      if (nameEntry.fabric[row] === fabric) sim.tell('name-server.forgotten', fabric, row);
  },

  tellRunning(sim, fabric) {
    const w = sim.world;
    sim.cause = sim.tell('switch.running', fabric);
    const cause = sim.cause;
    for (let cable = 1; cable < w.cable.rows; cable++) {
      if (w.switchPort.fabric[w.cable.switchPort[cable]!] !== fabric) continue;
      sim.cause = cause;
      settleCable(sim, cable);
    }
  },
};
