import { plainWords } from './plain-words.ts';
import { wordsFor, type QuestionName } from './question-words.ts';

/** What a column of a list can be. */
export const LIST_FIELDS = ['id', 'time', 'name', 'first-name', 'last-name', 'email', 'place', 'country', 'comment', 'consent', 'updates', 'language', 'source'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Columns that no form of ours asks for; Microsoft's own also in German and French. */
const OWN_WORDS = {
  id: ['id', 'response id', 'antwoord id', 'nr', 'nummer'],
  time: ['completion time', 'timestamp', 'date', 'signed', 'signed at', 'tijd van voltooien', 'tijdstip van voltooien', 'tijdstempel', 'datum', 'tamamlanma zamani', 'zaman damgasi', 'tarih', 'وقت الاكتمال', 'التاريخ', 'الطابع الزمني', 'час завершення', 'позначка часу', 'дата', 'زمان تکمیل', 'تاریخ', 'ዕለት', 'fertigstellungszeit', 'heure de fin'],
  'first-name': ['first name', 'given name', 'voornaam', 'الاسم الاول', 'імя', 'نام کوچک'],
  'last-name': ['last name', 'surname', 'family name', 'achternaam', 'soyad', 'soyadi', 'soyadiniz', 'اسم العائلة', 'прізвище', 'نام خانوادگی'],
} as const satisfies Partial<Record<ListField, readonly string[]>>;

/** Words of a field that comes first win over those after it, because a question about consent or news names what else is asked. */
const ORDER: readonly ListField[] = ['id', 'consent', 'updates', 'time', 'email', 'first-name', 'last-name', 'name', 'place', 'country', 'comment', 'language', 'source'];

/** Words by which a column is known, as `plainWords` gives them. In a list, half of a name is a column of its own. */
export const COLUMN_WORDS: readonly (readonly [ListField, readonly string[]])[] = ORDER.map((field) => {
  const halves: readonly string[] = [...OWN_WORDS['first-name'], ...OWN_WORDS['last-name']].map(plainWords);
  const words = field in OWN_WORDS ? OWN_WORDS[field as keyof typeof OWN_WORDS].map(plainWords) : wordsFor(field as QuestionName);
  return [field, field === 'name' ? words.filter((word) => !halves.includes(word)) : words];
});

/** Yes and no, as people and forms write them. */
export const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ok', 'agree', 'i agree', 'ja', 'akkoord', 'waar', 'evet', 'onayliyorum', 'kabul ediyorum', 'نعم', 'اوافق', 'так', 'погоджуюсь', 'погоджуюся', 'بله', 'بلی', 'موافقم', 'እወ', 'oui', 'si'].map(plainWords));
export const NO = new Set(['', 'no', 'n', 'false', '0', 'nee', 'onwaar', 'hayir', 'لا', 'ні', 'نه', 'خیر', 'ኣይፋል', 'ኣይኮነን', 'nein', 'non'].map(plainWords));
