import { METRICS, type Metric } from '../../src/domain/figure.ts';
import { nearest, type Fault } from '../../src/domain/fault.ts';
import type { Day } from '../../src/domain/instant.ts';
import type { TypedFigures } from '../../src/domain/typed-figure.ts';
import { typedFiguresSchema } from '../../src/schemas/typed-figures.ts';
import { namesIn, readText } from './content-folder.ts';
import { faultsOf } from './field-faults.ts';
import { thousandsSigns } from './thousands-signs.ts';
import { readYaml } from './written-file.ts';

const FOLDER = 'content/figures';

/** The metrics of `content/figures`, each with its file, readable or not; names that are no metric are faults. */
export async function typedMetrics(root: string, faults: Fault[]): Promise<{ metric: Metric; file: string }[]> {
  const found: Fault[] = [];
  const { files, folders } = await namesIn(root, FOLDER, found);
  const metrics = [...files, ...folders].flatMap((name) => {
    const metric = name.replace(/\.ya?ml$/, '');
    if (files.includes(name) && name.endsWith('.yml') && METRICS.includes(metric as Metric)) return [{ metric: metric as Metric, file: `${FOLDER}/${name}` }];
    if (/\.md$/i.test(name)) return [];
    const meant = nearest(metric.toLowerCase(), METRICS);
    found.push({ file: `${FOLDER}/${name}`, stops: 'nothing', wrong: 'This is not the name of what can be counted, so nobody reads it.', remedy: meant ? `Name it ${meant}.yml.` : `Name it after one of ${METRICS.join(', ')}, like volunteers.yml.` });
    return [];
  });
  faults.push(...found.map((fault): Fault => ({ ...fault, stops: 'nothing' })));
  return metrics;
}

/** Numbers that were typed by hand for a metric; undefined when its file has faults, which hold up nothing that is published. */
export async function readTypedFigures(root: string, { metric, file }: { metric: Metric; file: string }, today: Day, faults: Fault[]): Promise<TypedFigures | undefined> {
  const own: Fault[] = [];
  const read = await readOne(root, metric, file, today, own);
  faults.push(...own.map((fault): Fault => ({ ...fault, stops: 'nothing' })));
  return own.length === 0 ? read : undefined;
}

async function readOne(root: string, metric: Metric, file: string, today: Day, faults: Fault[]): Promise<TypedFigures | undefined> {
  const text = await readText(root, file, faults);
  const written = text && readYaml(file, text.text);
  if (!written || Array.isArray(written)) {
    faults.push(...(written ?? []));
    return undefined;
  }
  faults.push(...thousandsSigns(file, text.text, /\bvalue:\s*["']?([\d.]+)/, 'nothing'));
  const parsed = typedFiguresSchema(metric, today).safeParse(written.fields);
  if (!parsed.success) {
    faults.push(...faultsOf(written, parsed.error, ['source', 'since', 'currency', 'kind', 'numbers'], 'nothing'));
    return undefined;
  }
  const { source, since, currency, kind = 'once', numbers } = parsed.data;
  const inOrder = numbers.toSorted((a, b) => (a.to < b.to ? -1 : 1));
  return { metric, source, since: since ?? inOrder[0]!.to, currency, kind, numbers: inOrder };
}

/** Tells of all faults in `content/figures`. */
export async function checkTypedFigures(root: string, today: Day, faults: Fault[]): Promise<void> {
  for (const one of await typedMetrics(root, faults)) await readTypedFigures(root, one, today, faults);
}
