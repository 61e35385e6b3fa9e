import type { Stretch } from '../../src/domain/figure.ts';
import type { Day } from '../../src/domain/instant.ts';
import { Refusal } from '../refusal.ts';
import type { History, Written } from '../store/history.ts';
import { earlier, later } from './day-range.ts';
import type { FigureSource, Portion } from './figure-source.ts';

/** From so many on, nothing at all in their place is not believed without being told to. */
const MANY = 20;

type Of<Kind extends Portion['kind']> = Extract<Portion, { kind: Kind }>;

/**
 * Writes a portion. Rejects with a `Refusal` when very many figures are suddenly gone at the source, unless `believe`d: an
 * empty answer is more often a fault of somebody else than the truth. `first` is the first day that is known now.
 */
export async function writePortion(source: FigureSource, history: History, portion: Portion, { at, believe }: { at: number; believe: boolean }): Promise<Written & { first: Day | undefined }> {
  if (portion.kind === 'gifts') return writeGifts(source, history, portion, at, believe);
  if (portion.kind === 'mentions') return { ...(await history.writeMentions(source.name, portion.mentions, at)), first: firstOf(portion.mentions) };
  if (!believe) await doubtFigures(source.name, history, portion);
  return { ...(await history.write(source.name, { ...portion.days, metrics: portion.metrics }, portion.figures, at)), first: firstOf(portion.figures) };
}

async function doubtFigures(name: string, history: History, { days, metrics, figures }: Of<'figures'>): Promise<void> {
  const gone = metrics.filter((metric) => !figures.some((figure) => figure.metric === metric && figure.entity === '' && figure.value > 0));
  if (gone.length === 0) return;
  const known = await history.series({ ...days, metrics: gone, sources: [name], about: { entity: '' }, by: 'day' });
  const lost = gone.find((metric) => known.reduce((sum, figure) => sum + (figure.metric === metric ? figure.value : 0), 0) >= MANY);
  if (lost) throw new Refusal(doubt(name, `no ${lost}`, days));
}

async function writeGifts(source: FigureSource, history: History, { days, gifts, whole }: Of<'gifts'>, at: number, believe: boolean): Promise<Written & { first: Day | undefined }> {
  if (!whole) return { ...(await history.writeGifts(source.name, gifts, at)), first: firstOf(gifts) };
  const known = (await history.gifts(days)).filter((gift) => gift.source === source.name);
  if (!believe && known.length >= MANY && gifts.length < known.length / 2) throw new Refusal(doubt(source.name, `${gifts.length} of ${known.length} gifts`, days));
  // A table that is read whole says nothing about the time before its first row, and nothing yet about that after its last.
  const stretch = source.trailing === source.reach ? stretchOf([...known, ...gifts]) : days;
  if (!stretch) return { added: 0, revised: 0, same: 0, removed: 0, first: undefined };
  return { ...(await history.writeGifts(source.name, gifts, at, stretch)), first: firstOf(gifts) };
}

const doubt = (name: string, what: string, { from, to }: Stretch) =>
  `${name} suddenly knows ${what} from ${from} to ${to}, and knew many before. What was known is kept. Look at the source; if it is right, run npm run refresh -- --only ${name} --believe.`;

const firstOf = (known: readonly { day: Day }[]): Day | undefined => stretchOf(known)?.from;

function stretchOf(known: readonly { day: Day }[]): Stretch | undefined {
  const [one] = known;
  return one && known.reduce<Stretch>(({ from, to }, { day }) => ({ from: earlier(from, day), to: later(to, day) }), { from: one.day, to: one.day });
}
