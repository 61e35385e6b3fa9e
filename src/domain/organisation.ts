import type { Network } from './network.ts';
import type { ReachPlan } from './reach-plan.ts';
import type { Sources } from './source.ts';

/** A text per language code. */
export type Texts = Record<string, string>;

/** Somebody readers can turn to. */
export interface Contact {
  name: string;
  role: Texts;
  email: string;
  phone?: string | undefined;
  hours?: Texts | undefined;
}

/** The organisation a copy of Rostrum belongs to, as `content/site.ts` settles it. */
export interface Organisation {
  name: string;
  /** Invented, and every page says so. */
  sample: boolean;
  /** Public address, a host without a path. */
  url: string;
  /** IANA name; the clock for publishing and for dates on pages. */
  timeZone: string;
  /** The first is the default. */
  languages: string[];
  /** Where a text is looked for when a language lacks it. */
  fallback: string[];
  tagline: Texts;
  address: string[];
  contacts: Record<string, Contact>;
  topics: Record<string, Texts>;
  help?: { label: Texts; to: string } | undefined;
  profiles: string[];
  /** Where its stories are passed on, in the order of share buttons and kits. */
  networks: Network[];
  /** Networks that many people share, whose signatures come in crowds; `range` is an address or CIDR range. */
  sharedNetworks?: { name: string; range: string }[] | undefined;
  /** What the dashboard is to know besides figures. */
  reach?: ReachPlan | undefined;
  oldAfterMonths: number;
  securityContact?: string | undefined;
  licence?: string | undefined;
  /** Whether every text gets a picture for link previews; yes unless settled. */
  shareImages?: boolean | undefined;
  /** How those pictures look, as far as the organisation settles it. */
  brand?: BrandChoices | undefined;
  /** Where figures of reach come from; none is needed. */
  sources?: Sources | undefined;
}

/** Colours as `#rrggbb`; the logo is a file of `public/`. */
export interface BrandChoices {
  colours?: Partial<Record<'paper' | 'ink' | 'accent' | 'lamp' | 'night' | 'warn', string>> | undefined;
  logo?: string | undefined;
  pattern?: 'beam' | 'plain' | undefined;
}

/** An e-mail address as a link, a web address as it is. */
export function linkTo(address: string): string {
  return address.includes('@') && !address.includes('//') ? `mailto:${address}` : address;
}
