/** Something outside that is asked for news, such as a petition's form. */
export interface Source {
  /** As people write it after `--only`; parts by a slash, `petitions/free-internet`. */
  name: string;
  /** Asks, and settles with a sentence about what came. Rejects with one about what went wrong. */
  ask(): Promise<string>;
}

/** How asking one source went. */
export interface RefreshRow {
  source: string;
  ok: boolean;
  says: string;
  /** Seconds. */
  took: number;
}

/** The sources that `only` names: one, or all below it; all without it. */
export const chosenSources = (sources: readonly Source[], only: string | undefined): Source[] =>
  sources.filter(({ name }) => only === undefined || name === only || name.startsWith(`${only}/`) || name.endsWith(`/${only}`));

/** Asks one source after the other; one that fails leaves the others alone, and what was known of it stands. */
export async function refresh(sources: readonly Source[], told: (row: RefreshRow) => void = () => {}, now: () => number = () => performance.now()): Promise<RefreshRow[]> {
  const rows: RefreshRow[] = [];
  for (const { name, ask } of sources) {
    const started = now();
    const [ok, says] = await ask().then((sentence) => [true, sentence] as const, (error: Error) => [false, error.message] as const);
    const row = { source: name, ok, says, took: Math.round(now() - started) / 1000 };
    rows.push(row);
    told(row);
  }
  return rows;
}
