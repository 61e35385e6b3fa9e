import type { Random } from '../../random.ts';

/** Where a fault may strike: sending an answer, looking at the public form, listing answers, asking for figures, any other call of an API. */
export const PLACES = ['submit', 'page', 'list', 'report', 'api'] as const;
export type FaultPlace = (typeof PLACES)[number];

/** What can go wrong, and where it can. */
export const FAULTS = {
  /** 429, without and with `Retry-After`. */
  'too-many': PLACES,
  'too-many-wait': PLACES,
  /** 503 with a page. */
  outage: PLACES,
  refused: PLACES,
  /** The connection ends before, or after, the request was carried out. */
  'drop-before': PLACES,
  'drop-after': PLACES,
  slow: PLACES,
  /** 200 with the form, nothing taken. */
  'form-again': ['submit'],
  closed: ['submit', 'page'],
  login: ['submit', 'page'],
  /** “Unusual traffic”. */
  sorry: PLACES,
  /** Taken twice. */
  twice: ['submit'],
  /** Taken, and listed only after two more listings. */
  late: ['submit'],
  /** No rows although there are some; rows in another order; rows twice; page tokens that are forgotten. */
  empty: ['list', 'report'],
  shuffled: ['list', 'report'],
  repeated: ['list', 'report'],
  'token-expired': ['list'],
  /** 200 with a page instead of JSON. */
  'page-instead': ['list', 'report', 'api'],
  /** 200 with half of the JSON. */
  truncated: ['list', 'report', 'api'],
  /** 401, 403 and a quota’s 403 with Google’s own words. */
  'signed-out': ['list', 'report', 'api'],
  forbidden: ['list', 'report', 'api'],
  quota: ['list', 'report', 'api'],
} as const satisfies Record<string, readonly FaultPlace[]>;
export type FaultKind = keyof typeof FAULTS;

/** A fault that is switched on. */
export interface FaultRule {
  at: FaultPlace;
  fault: FaultKind;
  /** How often it strikes, then it is used up; without end when absent. */
  times?: number | undefined;
  /** Out of a hundred requests, how many it strikes; every one when absent. */
  percent?: number | undefined;
}

/** The switches of a stand-in. */
export interface FaultBox {
  rules: FaultRule[];
  /** The fault that strikes this request, if any. */
  strike(at: FaultPlace): FaultKind | undefined;
  /** How often each struck. */
  struck: Map<FaultKind, number>;
}

export function faultBox(random: Random): FaultBox {
  const box: FaultBox = {
    rules: [],
    struck: new Map(),
    strike(at) {
      const rule = box.rules.find((one) => one.at === at && one.times !== 0 && (one.percent === undefined || random(100) < one.percent));
      if (!rule) return undefined;
      if (rule.times !== undefined) rule.times--;
      box.struck.set(rule.fault, (box.struck.get(rule.fault) ?? 0) + 1);
      return rule.fault;
    },
  };
  return box;
}

/** What is wrong with a rule that somebody sent, as a sentence. */
export function ruleFault(rule: Partial<FaultRule> | null | undefined): string | undefined {
  if (!rule || !PLACES.includes(rule.at!)) return `“at” must be one of ${PLACES.join(', ')}.`;
  const possible = Object.keys(FAULTS).filter((fault) => (FAULTS[fault as FaultKind] as readonly FaultPlace[]).includes(rule.at!));
  if (!possible.includes(rule.fault!)) return `“fault” at “${rule.at}” must be one of ${possible.join(', ')}.`;
  const whole = (value: unknown) => value === undefined || (Number.isInteger(value) && (value as number) >= 0);
  return whole(rule.times) && whole(rule.percent) ? undefined : '“times” and “percent” must be whole numbers.';
}
