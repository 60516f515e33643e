/** A table whose rows stand under a port name in a fabric; the fabric of a free row is 0. */
interface Named {
  readonly rows: number;
  readonly fabric: Int32Array;
  readonly portName: Int32Array;
}

/**
 * Which row of a table stands under a port name in a fabric. It is derived from the table and kept
 * in step with it by the one writer, so that no request has to look at all logins to find its own.
 */
export class NameIndex {
  private readonly table: Named;
  private readonly names: number;
  /** The first row under each name in each fabric; 0 when there is none. */
  private readonly first: Int32Array;
  /** The place in `first` that each row is filed under; 0 for a free row. */
  private readonly filed: Int32Array;

  /**
   * @param fabrics rows of the table of fabrics, row 0 not counted
   * @param names World Wide Names of the scenario, the empty one counted
   */
  constructor(table: Named, fabrics: number, names: number) {
    this.table = table;
    this.names = names;
    this.first = new Int32Array((fabrics + 1) * names);
    this.filed = new Int32Array(table.rows);
    this.refileAll();
  }

  /** The first row under this port name in a fabric; 0 when there is none. */
  find(fabric: number, portName: number): number {
    return this.first[fabric * this.names + portName]!;
  }

  /** Takes note of what was written into a row. */
  refile(row: number): void {
    const fabric = this.table.fabric[row]!;
    const is = fabric === 0 ? 0 : fabric * this.names + this.table.portName[row]!;
    const was = this.filed[row]!;
    if (is === was) return;
    this.filed[row] = is;
    if (was !== 0 && this.first[was] === row) {
      // A second row under one name is a broken invariant, and must be found all the same.
      this.first[was] = Math.max(0, this.filed.indexOf(was, row + 1));
    }
    if (is !== 0 && (this.first[is] === 0 || row < this.first[is]!)) this.first[is] = row;
  }

  /** Looks at every row: the table now stands at another moment. */
  refileAll(): void {
    for (let row = 1; row < this.table.rows; row++) this.refile(row);
  }
}
