import type { Metric } from '../../src/domain/figure.ts';
import { dayAfter, dayIn, type Day } from '../../src/domain/instant.ts';
import { campaignEntity } from '../../src/domain/page-entity.ts';
import type { FormSource } from '../../src/domain/source.ts';
import { GoogleFault } from '../google/google-fault.ts';
import type { FormPage, GoogleReports } from '../google/google-reports.ts';
import { daysBack, earlier } from './day-range.ts';
import type { FigureSource } from './figure-source.ts';
import { tally } from './tally.ts';
import { WHOLE } from './whole-reach.ts';

const METRICS = ['applications'] as const satisfies readonly Metric[];

/** How often a listing whose page tokens Google forgets is begun anew. */
const TRIES = 3;

/**
 * Offers to volunteer, by the day on which they came in, counted. All are listed each time, since forms do not tell what
 * was deleted. Without questions for language and campaign, Google is not even asked for what people wrote.
 */
export function formApplications({ name, form, questions = {} }: FormSource, languages: readonly string[], timeZone: string, reports: GoogleReports, now: () => number = Date.now): FigureSource {
  const written = questions.language !== undefined || questions.campaign !== undefined;
  return {
    name: `forms/${name}`,
    trailing: WHOLE,
    reach: WHOLE,
    async *read(days, signal) {
      const sums = tally();
      const byDay = new Map<Day, number>();
      for (const { day, language, campaign } of (await listed(signal)).values()) {
        if (day < days.from || day > days.to) continue;
        byDay.set(day, (byDay.get(day) ?? 0) + 1);
        sums.add(day, 'applications', languages.includes(language) ? `lang:${language}` : undefined, 1);
        sums.add(day, 'applications', campaignEntity(campaign), 1);
      }
      const first = [...byDay.keys()].sort()[0];
      const yesterday = dayAfter(dayIn(timeZone, new Date(now()).toISOString()), -1);
      // Before the first one came, nobody knows whether the form was there.
      for (const day of first === undefined ? [] : daysBack({ from: first, to: days.to })) {
        const count = byDay.get(day) ?? (day <= yesterday ? 0 : undefined);
        if (count !== undefined) sums.add(day, 'applications', '', count);
      }
      yield { kind: 'figures', days, metrics: METRICS, figures: sums.figures(), ...(first !== undefined && yesterday >= days.from && { completeThrough: earlier(yesterday, days.to) }) };
    },
  };

  /** By the answers' ids, since a page may come twice; no more of an answer than is counted. */
  async function listed(signal: AbortSignal) {
    for (let tries = 1; ; tries++) {
      const answers = new Map<string, { day: Day; language: string; campaign: string }>();
      let page: string | undefined;
      do {
        const found: FormPage | undefined = await reports.answers(form, { page, written }, signal).catch((error: unknown) => {
          if (!(error instanceof GoogleFault && error.trouble === 'refused' && page !== undefined) || tries >= TRIES) throw error;
          return undefined;
        });
        if (!found) break;
        for (const { responseId, createTime, answers: told } of found.responses ?? []) {
          if (!responseId || Number.isNaN(Date.parse(createTime ?? ''))) continue;
          const words = (question: string | undefined) => (question && told?.[question]?.textAnswers?.answers?.[0]?.value?.trim()) || '';
          answers.set(responseId, { day: dayIn(timeZone, createTime!), language: words(questions.language), campaign: words(questions.campaign) });
        }
        if (!found.nextPageToken) return answers;
        if (found.nextPageToken === page) throw new GoogleFault('odd', `Google gives the same page of answers of the form ${form} again and again. Try again later.`);
        page = found.nextPageToken;
      } while (page !== undefined);
    }
  }
}
