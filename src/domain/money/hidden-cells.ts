/**
 * A number of a table as an edge of a network: every sum of the table (a row, a column) is a node, at which what comes in
 * is equal to what goes out. So a total goes into its sum, and its parts go out of it and into the sums that they are
 * parts of the other way.
 */
export interface TableNumber {
  from: string;
  to: string;
  value: number;
  /** Not shown. What somebody can know of a hidden number: that it is at least `least`, and at most `most`. */
  hidden: boolean;
  least: number;
  most: number;
  /** Must not be computable from what is shown. */
  secret: boolean;
  /** By how much it must be able to be another one, when it is secret. */
  step: number;
  /** May be hidden for the sake of others. */
  open: boolean;
}

/**
 * Hides further numbers until no secret one can be computed from those shown, and returns all that are hidden. A secret
 * number is safe when it lies on a circle of hidden numbers around which its step can be added and taken away with every sum
 * kept (Gusfield, A graph theoretic approach to statistical data security, 1988); of all circles that which hides least is
 * taken (complementary suppression). A secret number for which there is none stands in `exposed`.
 */
export function hideComplements(numbers: TableNumber[]): { exposed: TableNumber[] } {
  const exposed: TableNumber[] = [];
  for (const secret of numbers.filter((number) => number.secret)) {
    secret.hidden = true;
    const circles = ([1, -1] as const).flatMap((way) => circleThrough(numbers, secret, way) ?? []);
    const least = circles.sort((a, b) => a.cost - b.cost)[0];
    if (!least) exposed.push(secret);
    for (const number of least?.numbers ?? []) number.hidden = true;
  }
  return { exposed };
}

/** The cheapest way from one end of a number back to the other, after it was changed by a step: Dijkstra. */
function circleThrough(numbers: readonly TableNumber[], secret: TableNumber, way: 1 | -1): { cost: number; numbers: TableNumber[] } | undefined {
  if (!canMove(secret, way, secret.step)) return undefined;
  const [start, goal] = way === 1 ? [secret.to, secret.from] : [secret.from, secret.to];
  const reached = new Map<string, { cost: number; via?: { number: TableNumber; before: string } }>([[start, { cost: 0 }]]);
  const done = new Set<string>();
  for (;;) {
    const next = [...reached].filter(([node]) => !done.has(node)).sort((a, b) => a[1].cost - b[1].cost)[0];
    if (!next) return undefined;
    const [node, { cost }] = next;
    if (node === goal) break;
    done.add(node);
    for (const number of numbers) {
      if (number === secret || !(number.hidden || number.open)) continue;
      const there = number.from === node && canMove(number, 1, secret.step) ? number.to : number.to === node && canMove(number, -1, secret.step) ? number.from : undefined;
      if (there === undefined) continue;
      const total = cost + (number.hidden ? 0 : number.value + 1);
      if (total < (reached.get(there)?.cost ?? Infinity)) reached.set(there, { cost: total, via: { number, before: node } });
    }
  }
  const used: TableNumber[] = [];
  for (let at = goal; at !== start;) {
    const { number, before } = reached.get(at)!.via!;
    used.push(number);
    at = before;
  }
  return { cost: reached.get(goal)!.cost, numbers: used };
}

/** True zeros are shown, so that nobody could believe one to be anything else, and a hidden number to be zero. */
function canMove({ value, least, most }: TableNumber, way: 1 | -1, step: number): boolean {
  return value !== 0 && value + way * step >= least && value + way * step <= most;
}
