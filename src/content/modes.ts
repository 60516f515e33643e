import multipathingOnly from './scenarios/mode-multipathing-only.json';

/** One scenario for each design of failover: what moves in it, and what hosts must do themselves. */
export const modes = [multipathingOnly].map((file) => ({
  id: file.id,
  title: file.title,
  group: 'Failover modes',
  file,
}));
