/** The protocol’s statecharts, compiled by the build: what the page draws them from. */
declare module 'virtual:chart-definitions' {
  const charts: Readonly<Record<string, import('./charts/compiled.ts').ChartDefinition>>;
  export default charts;
}

/** The same charts as tables: what the engine runs them by. */
declare module 'virtual:chart-tables' {
  const charts: Readonly<Record<string, import('./charts/compiled.ts').ChartTable>>;
  export default charts;
}
