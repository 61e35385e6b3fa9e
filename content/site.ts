import type { SiteInput } from '../src/site.ts';

/** Everything that this organisation settles for itself. Start here when you make Rostrum your own. */
export default {
  name: 'Havenlicht',
  sample: true,
  url: 'https://havenlicht.example',
  timeZone: 'Europe/Amsterdam',
  languages: ['nl', 'en', 'tr', 'ar', 'uk'],
  fallback: ['en', 'nl'],
  tagline: {
    nl: 'Wij staan naast mensen die hier een thuis zoeken.',
    en: 'We stand beside people who look for a home here.',
    tr: 'Burada kendine bir yuva arayanların yanındayız.',
    ar: 'نقف إلى جانب من يبحثون عن بيت هنا.',
    uk: 'Ми поруч із людьми, які шукають тут дім.',
  },
  address: ['Havenlicht', 'Kade 12', '1234 HL Havenstad'],
  contacts: {
    press: {
      name: 'Marit de Haan',
      role: { nl: 'woordvoerder', en: 'press officer', tr: 'basın sorumlusu', ar: 'المسؤولة الإعلامية', uk: 'речниця' },
      email: 'pers@havenlicht.example',
      phone: '+31 85 000 00 12',
      hours: {
        nl: 'maandag tot en met donderdag, 9 tot 17 uur',
        en: 'Monday to Thursday, 9:00 to 17:00',
        tr: 'pazartesiden perşembeye, 9.00–17.00',
        ar: 'من الاثنين إلى الخميس، من الساعة 9 إلى 17',
        uk: 'з понеділка по четвер, 9:00–17:00',
      },
    },
    petitions: {
      name: 'Ilyas Demir',
      role: { nl: 'petities en acties', en: 'petitions and campaigns', tr: 'imza kampanyaları', ar: 'العرائض والحملات', uk: 'петиції та кампанії' },
      email: 'acties@havenlicht.example',
    },
  },
  topics: {
    asylum: { nl: 'Asiel', en: 'Asylum', tr: 'Sığınma', ar: 'اللجوء', uk: 'Притулок' },
    family: { nl: 'Gezin', en: 'Family', tr: 'Aile', ar: 'الأسرة', uk: 'Родина' },
    internet: { nl: 'Internet', en: 'Internet access', tr: 'İnternet erişimi', ar: 'الإنترنت', uk: 'Доступ до інтернету' },
    housing: { nl: 'Wonen', en: 'Housing', tr: 'Barınma', ar: 'السكن', uk: 'Житло' },
    work: { nl: 'Werk', en: 'Work', tr: 'Çalışma', ar: 'العمل', uk: 'Робота' },
    language: { nl: 'Taal', en: 'Language', tr: 'Dil', ar: 'اللغة', uk: 'Мова' },
    facts: { nl: 'Feiten', en: 'Facts', tr: 'Gerçekler', ar: 'حقائق', uk: 'Факти' },
    volunteers: { nl: 'Vrijwilligers', en: 'Volunteers', tr: 'Gönüllüler', ar: 'المتطوعون', uk: 'Волонтери' },
  },
  help: {
    label: { nl: 'Help mee', en: 'Help us', tr: 'Destek ol', ar: 'ساعدنا', uk: 'Допомогти' },
    to: 'meedoen@havenlicht.example',
  },
  // The look of share images. Whatever is left out is that of the site.
  brand: {
    colours: { paper: '#fffdf8', ink: '#14211f', accent: '#0b5a61', lamp: '#f2b04a', night: '#0c2229', warn: '#8f3a1c' },
    logo: 'logo.svg',
    pattern: 'beam',
  },
  // Share buttons and kits, in this order. A story that is not for all of them says so with “channels”.
  networks: ['whatsapp', 'telegram', 'instagram', 'facebook', 'x', 'bluesky', 'mastodon', 'tiktok', 'youtube', 'linkedin', 'email'],
  oldAfterMonths: 12,
  securityContact: 'veilig@havenlicht.example',
} satisfies SiteInput;
