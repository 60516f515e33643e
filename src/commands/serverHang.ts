import type { World } from '../model/world.ts';
import type { Command } from './command.ts';
import { ofServer } from './reach.ts';
import { server } from './states.ts';

/** Whether software runs there that could hang, or why not. */
function mayHang(w: World, row: number): true | string {
  const life = w.server.life[row]!;
  if (server.down(life)) return 'It is off; only running software can hang.';
  if (server.hung(life)) return 'It hangs already.';
  if (server.paused(life)) return 'It stands still; nothing runs in it.';
  if (server.booting(life)) return 'It is still starting.';
  return true;
}

export const serverHang: Command = {
  id: 'server.hang',
  label: 'Hang, ports still answer',
  table: 'server',
  key: 'H',
  glyph: 'hung',
  appliesTo: mayHang,
  reach: ofServer,
  outcome: (_w, row) => ({
    facts: [['server.hung', row]],
    signals: [{ chart: 'server', row, signal: 'hang' }],
  }),
};

export const serverHangDead: Command = {
  id: 'server.hang-dead',
  label: 'Hang, ports die too',
  table: 'server',
  key: 'D',
  glyph: 'hung',
  appliesTo: mayHang,
  reach: ofServer,
  outcome: (_w, row) => ({
    facts: [['server.hung', row]],
    signals: [{ chart: 'server', row, signal: 'hang-dead' }],
  }),
};
