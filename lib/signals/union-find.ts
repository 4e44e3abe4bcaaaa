/** Sets that grow together: what was joined has one root. */
export class UnionFind<T extends string | number> {
  readonly #parent = new Map<T, T>();

  root(node: T): T {
    let at = node;
    for (let up = this.#parent.get(at); up !== undefined; up = this.#parent.get(at)) {
      const above = this.#parent.get(up);
      // Halved on the way, so that no path grows long.
      if (above !== undefined) this.#parent.set(at, above);
      at = up;
    }
    return at;
  }

  join(a: T, b: T): void {
    const [x, y] = [this.root(a), this.root(b)];
    if (x !== y) this.#parent.set(y, x);
  }
}
