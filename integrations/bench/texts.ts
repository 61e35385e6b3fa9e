import { randomFrom, type Random } from '../random.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A text that every generator in the benchmark gets alike. */
export interface BenchText {
  slug: string;
  title: string;
  summary: string;
  /** ISO instant in UTC; no two texts share one. */
  published: string;
  topic: string;
  /** Markdown of about 800 words. */
  body: string;
}

export const TOPICS = ['asylum', 'family', 'housing', 'work', 'language', 'facts'] as const;

/** The moment that the benchmark builds for; all texts were published before it. */
export const BENCH_NOW = '2026-11-23T10:00:00Z';

/**
 * `count` texts of about 800 words: ten paragraphs under two headings, a list, a link to another text and, in every
 * fourth, a table. Text number n is the same on every machine and however many there are, because its number is the
 * only seed. The words are plain Dutch ones in random order and say nothing.
 */
export function benchTexts(count: number): BenchText[] {
  return Array.from({ length: count }, (_, index) => benchText(index, count));
}

function benchText(index: number, count: number): BenchText {
  const random = randomFrom(index + 1);
  const linked = slugOf((index + 1) % count);
  const paragraphs = (some: number) => Array.from({ length: some }, () => paragraph(random, 70));
  const parts = [
    ...paragraphs(3),
    `## ${capital(words(random, 4))}`,
    ...paragraphs(3),
    Array.from({ length: 5 }, () => `- ${capital(words(random, 8))}.`).join('\n'),
    `## ${capital(words(random, 5))}`,
    `${paragraph(random, 50)} Lees ook [${words(random, 4)}](/nl/press/${linked}/).`,
    ...(index % 4 === 0 ? [table(random)] : []),
    ...paragraphs(3),
  ];
  return {
    slug: slugOf(index),
    title: `${capital(words(random, 6))} ${index + 1}`,
    summary: `${capital(words(random, 18))}.`,
    published: new Date(Date.parse('2026-11-20T09:00:00Z') - index * 13 * 36e5).toISOString(),
    topic: TOPICS[index % TOPICS.length]!,
    body: `${parts.join('\n\n')}\n`,
  };
}

const slugOf = (index: number) => `text-${String(index + 1).padStart(5, '0')}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => VOCABULARY[random(VOCABULARY.length)]!).join(' ');
}

function paragraph(random: Random, length: number): string {
  const sentences: string[] = [];
  for (let left = length; left > 0; ) {
    const size = Math.min(left, 6 + random(12));
    sentences.push(`${capital(words(random, size))}.`);
    left -= size;
  }
  return sentences.join(' ');
}

function table(random: Random): string {
  const row = () => `| ${words(random, 2)} | ${random(900) + 100} | ${random(90) + 10} |`;
  return ['| plaats | mensen | huizen |', '| --- | --- | --- |', row(), row(), row(), row()].join('\n');
}
