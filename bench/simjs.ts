/** The little of simjs that is measured; it ships no types. */
declare class Entity {
  time(): number;
  setTimer(duration: number): { done(callback: () => void): void };
}

export interface Simjs {
  readonly Entity: typeof Entity;
  readonly Sim: new () => {
    addEntity(kind: new () => Entity, name: string): Entity;
    /** Runs to an instant or for so many events. */
    simulate(end: number, events: number): boolean;
  };
}
