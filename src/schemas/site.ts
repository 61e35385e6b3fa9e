import { z } from 'astro/zod';
import { NETWORKS } from '../domain/network.ts';
import type { Organisation } from '../domain/organisation.ts';
import { line, mailAddress, prose, webAddress } from './fields.ts';
import { reachSchema } from './reach.ts';
import { sources } from './sources.ts';

const textPerLanguage = (max: number) => z.record(z.string(), line(max));

/** A person or desk that readers can turn to. */
const contact = z.strictObject({
  name: line(80),
  role: textPerLanguage(120),
  email: mailAddress,
  phone: line(30).optional(),
  hours: textPerLanguage(120).optional(),
});

const topicKey = z.string().regex(/^[a-z][a-z0-9-]*$/, 'A key has small letters a to z, digits and hyphens only, like free-internet.');

const zoneExists = (zone: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }));
  } catch {
    return false;
  }
};

const colour = z.string().regex(/^#[0-9a-f]{6}$/i, 'Write the colour like #0b5a61.');

/** The look of share images; what is left out is that of the site. */
const brand = z.strictObject({
  colours: z.strictObject({ paper: colour, ink: colour, accent: colour, lamp: colour, night: colour, warn: colour }).partial().optional(),
  logo: z.string().regex(/^[A-Za-z0-9][\w.-]*\.(svg|png)$/, 'Write the name of an SVG or PNG file in public/, like logo.svg.').optional(),
  pattern: z.enum(['beam', 'plain']).optional(),
});

const ranges = [z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()];
const range = z.string().refine((text) => ranges.some((kind) => kind.safeParse(text).success), 'Write the network as an address or a range, like 192.0.2.0/24 or 2001:db8::/32.');

/** `content/site.ts`: all that one organisation's copy settles. Texts per language must cover every language. */
export const siteSchema = z
  .strictObject({
    name: line(60),
    /** While true, every page says that the organisation is invented. */
    sample: z.boolean().default(false),
    url: webAddress,
    timeZone: z.string().refine(zoneExists, 'The time zone does not exist; write it like Europe/Amsterdam.'),
    /** The first is the default. */
    languages: z.array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: 'A language is named by its code, like nl or ar.', abort: true })).min(1),
    /** Where a text is looked for when a language lacks it, in this order. */
    fallback: z.array(z.string()).default([]),
    tagline: textPerLanguage(160),
    address: z.array(line(80)).max(5),
    contacts: z.record(z.string(), contact),
    topics: z.record(topicKey, textPerLanguage(40)),
    /** What a reader can do to help: the label and where it leads, a web or e-mail address. */
    help: z.strictObject({ label: textPerLanguage(60), to: z.union([mailAddress, webAddress]) }).optional(),
    /** The organisation's own pages elsewhere. */
    profiles: z.array(webAddress).default([]),
    /** Where its stories are passed on, in the order of share buttons and kits. */
    networks: z.array(z.enum(NETWORKS)).default(['whatsapp', 'telegram', 'facebook', 'instagram', 'x', 'bluesky', 'mastodon', 'linkedin', 'email']),
    /**
     * Networks that many people share, such as an asylum centre's or a library's: many signatures from there are no
     * sign of a script. Addresses or ranges, like 192.0.2.0/24 or 2001:db8::/32.
     */
    sharedNetworks: z.array(z.strictObject({ name: line(80), range })).default([]),
    reach: reachSchema.optional(),
    /** After how many months a story says that it is old. */
    oldAfterMonths: z.number().int().min(1).max(240).default(12),
    securityContact: mailAddress.optional(),
    licence: prose(200).optional(),
    /** A picture for link previews of every text. */
    shareImages: z.boolean().default(true),
    brand: brand.optional(),
    /** Where figures of reach come from. */
    sources: sources.optional(),
  })
  .superRefine((site, context) => {
    const complain = (path: PropertyKey[], message: string) => context.addIssue({ code: 'custom', path, message, input: undefined });
    const complete = (path: PropertyKey[], texts: Record<string, string> | undefined) => {
      for (const lang of site.languages) {
        if (texts && !(lang in texts)) complain([...path, lang], `The text in “${lang}” is missing; add it, or take ${lang} out of “languages”.`);
      }
    };
    if (!('press' in site.contacts)) complain(['contacts'], 'There must be a contact named “press”.');
    if (new Set(site.languages).size !== site.languages.length) complain(['languages'], 'A language stands here twice.');
    if (URL.parse(site.url)?.pathname !== '/') complain(['url'], 'The address must be a whole host, without a path, like https://example.org.');
    for (const lang of site.fallback) if (!site.languages.includes(lang)) complain(['fallback'], `“${lang}” is not among “languages”.`);
    complete(['tagline'], site.tagline);
    for (const [key, texts] of Object.entries(site.topics)) complete(['topics', key], texts);
    for (const [key, person] of Object.entries(site.contacts)) {
      complete(['contacts', key, 'role'], person.role);
      complete(['contacts', key, 'hours'], person.hours);
    }
    complete(['help', 'label'], site.help?.label);
  }) satisfies z.ZodType<Organisation>;

export type SiteInput = z.input<typeof siteSchema>;
