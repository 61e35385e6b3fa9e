import type { IncomingHttpHeaders } from 'node:http';

// Words by which programs name themselves. Cubot makes phones.
const PROGRAMS = /(?<!cu)bot\b|(?<!cu)bot[^a-z]|crawl|spider|slurp|preview|facebookexternalhit|whatsapp\/|telegrambot|headless|lighthouse|pingdom|uptime|monitor|archive|scan|curl|wget|python|java\/|go-http|okhttp|axios|node-fetch|undici|libwww|perl|ruby|php|httpclient|http-client|scrapy|feed|rss|fetch|phantom|selenium|playwright/i;

/** Verdicts on names of browsers that came lately: most people have one of a few hundred, and to look for the words takes longer than all the rest. */
const verdicts = new Map<string, boolean>();
const MOST = 1000;

function isProgram(agent: string): boolean {
  let verdict = verdicts.get(agent);
  if (verdict === undefined) {
    if (verdicts.size >= MOST) verdicts.clear();
    verdicts.set(agent, (verdict = PROGRAMS.test(agent)));
  }
  return verdict;
}

/**
 * Whether a request for a page comes from somebody who reads it and does not mind being counted: no robot by its own
 * word, nothing that is fetched beforehand (https://wicg.github.io/nav-speculation/prefetch.html) or by a script, and neither
 * `DNT: 1` nor `Sec-GPC: 1` (https://w3c.github.io/gpc/).
 */
export function isReadingPerson(headers: IncomingHttpHeaders): boolean {
  if (headers['dnt'] === '1' || headers['sec-gpc'] === '1') return false;
  if (headers['sec-purpose'] !== undefined || headers['purpose'] !== undefined || headers['x-purpose'] !== undefined || headers['x-moz'] !== undefined) return false;
  const place = headers['sec-fetch-dest'];
  if (place !== undefined && place !== 'document') return false;
  const agent = headers['user-agent'];
  return agent !== undefined && agent !== '' && !isProgram(agent.slice(0, 400));
}
