/** The protocol’s statecharts, compiled by the build: the names of their states. */
declare module 'virtual:chart-states' {
  const charts: Readonly<Record<string, import('./charts/compiled.ts').ChartStates>>;
  export default charts;
}

/** The same charts as their authors wrote them: what the page draws them from. */
declare module 'virtual:chart-definitions' {
  const charts: Readonly<Record<string, import('./charts/compiled.ts').ChartDefinition>>;
  export default charts;
}

/** The same charts as drawings, one for each width that a panel may have. */
declare module 'virtual:chart-diagrams' {
  const charts: Readonly<Record<string, readonly import('./scene/diagram.ts').Diagram[]>>;
  export default charts;
}

/** The same charts as tables: what the engine runs them by. */
declare module 'virtual:chart-tables' {
  const charts: Readonly<Record<string, import('./charts/tablesPacked.ts').PackedTable>>;
  export default charts;
}

/** The gallery’s menu and the first scenario, made by build/firstScenario.ts. */
declare module 'virtual:first-scenario' {
  const prepared: import('./content/opened.ts').Prepared;
  export default prepared;
}

declare module 'virtual:scenario-menu' {
  const menu: readonly import('./content/opened.ts').MenuEntry[];
  export default menu;
}

/** What each scenario of the menu is about, and how it looks in the middle of its story. */
declare module 'virtual:scenario-pictures' {
  const pictures: Readonly<Record<string, import('./content/opened.ts').Pictured>>;
  export default pictures;
}

/** What the gallery tells of every scenario, and the clusters at its moments, fetched by its id. */
declare module 'virtual:gallery' {
  export const entries: readonly import('./gallery/worlds.ts').Entry[];
  export const clusters: Readonly<
    Record<string, () => Promise<{ default: import('./gallery/worlds.ts').Kept }>>
  >;
}
