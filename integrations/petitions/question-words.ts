import type { FormQuestions } from '../../src/domain/petition.ts';
import { plainWords } from './plain-words.ts';

export type QuestionName = keyof FormQuestions;

/** A question of a petition's form. */
interface AskedQuestion {
  /** Whether the form must insist on an answer; a form that insists on more refuses signatures that our page takes. */
  required: boolean;
  /** Answered by the page, not by people. */
  machine: boolean;
  paragraph?: boolean;
  /** Title by language; below it, other words by which people call it in any language. */
  titles: Record<string, string>;
  words: readonly string[];
}

/**
 * The questions, in the order of the form. When a title fits several, the first in `PLACING` is meant: “news by e-mail” is about news.
 */
export const QUESTIONS: Record<QuestionName, AskedQuestion> = {
  name: {
    required: true, machine: false,
    titles: { en: 'Name', nl: 'Naam', tr: 'Ad ve soyad', ar: 'الاسم', uk: 'Ім’я', fa: 'نام', ti: 'ስም' },
    words: ['full name', 'first name', 'last name', 'surname', 'voornaam', 'achternaam', 'volledige naam', 'ad', 'adınız', 'isim', 'soyad', 'اسمك', 'الاسم الكامل', 'прізвище', 'піб', 'نام و نام خانوادگی', 'نام خانوادگی', 'ሙሉ ስም', 'nom', 'nombre', 'ad soyad', 'adi soyadi', 'adiniz soyadiniz', 'اسم', 'повне імя', 'імя та прізвище', 'прізвище та імя'],
  },
  email: {
    required: true, machine: false,
    titles: { en: 'E-mail address', nl: 'E-mailadres', tr: 'E-posta adresi', ar: 'البريد الإلكتروني', uk: 'Електронна пошта', fa: 'نشانی ایمیل', ti: 'ናይ ኢመይል ኣድራሻ' },
    words: ['mail', 'mail address', 'mailadres', 'e-posta', 'البريد', 'بريد', 'ايميل', 'пошта', 'імейл', 'ایمیل', 'رایانامه', 'پست الکترونیک', 'ኢመይል', 'ኢሜይል', 'correo', 'courriel', 'e mail', 'e posta', 'ኢ መይል'],
  },
  place: {
    required: false, machine: false,
    titles: { en: 'Town or village', nl: 'Woonplaats', tr: 'Yaşadığınız yer', ar: 'المدينة أو القرية', uk: 'Місто або село', fa: 'شهر یا روستا', ti: 'ከተማ ወይ ዓዲ' },
    words: ['city', 'town', 'village', 'municipality', 'residence', 'plaats', 'stad', 'gemeente', 'dorp', 'yer', 'şehir', 'il', 'ilçe', 'yaşadığınız şehir', 'مدينة', 'المدينة', 'القرية', 'місто', 'село', 'населений пункт', 'شهر', 'محل سکونت', 'روستا', 'ከተማ', 'ቦታ', 'ville', 'ciudad', 'sehriniz', 'مكان الاقامة', 'ort'],
  },
  country: {
    required: false, machine: false,
    titles: { en: 'Country', nl: 'Land', tr: 'Ülke', ar: 'البلد', uk: 'Країна', fa: 'کشور', ti: 'ሃገር' },
    words: ['country of residence', 'ülkeniz', 'الدولة', 'بلد', 'دولة', 'держава', 'ዓዲ', 'pays', 'país'],
  },
  comment: {
    required: false, machine: false, paragraph: true,
    titles: { en: 'Comment', nl: 'Reactie', tr: 'Yorum', ar: 'تعليق', uk: 'Коментар', fa: 'نظر', ti: 'ርእይቶ' },
    words: ['comments', 'remark', 'why do you sign', 'reason', 'message', 'opmerking', 'toelichting', 'waarom', 'yorumunuz', 'mesaj', 'neden', 'تعليقك', 'رسالة', 'لماذا', 'повідомлення', 'чому', 'پیام', 'چرا', 'دیدگاه', 'መልእኽቲ', 'opmerkingen', 'bericht'],
  },
  consent: {
    required: true, machine: false,
    titles: { en: 'Consent', nl: 'Toestemming', tr: 'Onay', ar: 'الموافقة', uk: 'Згода', fa: 'رضایت', ti: 'ስምምዕ' },
    words: ['i agree', 'agree', 'i consent', 'i sign', 'privacy', 'akkoord', 'ik geef toestemming', 'ik teken', 'onaylıyorum', 'kabul ediyorum', 'rıza', 'izin', 'أوافق', 'موافقة', 'موافق', 'погоджуюсь', 'погоджуюся', 'موافقم', 'موافقت', 'ይስማማዕ', 'ፍቓድ', 'ይሰማማዕ'],
  },
  updates: {
    required: false, machine: false,
    titles: { en: 'News by e-mail', nl: 'Nieuws per e-mail', tr: 'E-posta ile haber', ar: 'أخبار بالبريد الإلكتروني', uk: 'Новини електронною поштою', fa: 'خبر با ایمیل', ti: 'ዜና ብኢመይል' },
    words: ['news', 'newsletter', 'keep me informed', 'keep me posted', 'nieuwsbrief', 'nieuws', 'op de hoogte', 'haber', 'haberler', 'bülten', 'أخبار', 'النشرة', 'نشرة', 'новини', 'розсилка', 'خبرنامه', 'خبر', 'ዜና', 'bultene', 'haberdar'],
  },
  language: {
    required: false, machine: true,
    titles: { en: 'Language', nl: 'Taal', tr: 'Dil', ar: 'اللغة', uk: 'Мова', fa: 'زبان', ti: 'ቋንቋ' },
    words: ['lang', 'لغة', 'langue', 'idioma'],
  },
  source: {
    required: false, machine: true,
    titles: { en: 'Source', nl: 'Bron', tr: 'Kaynak', ar: 'المصدر', uk: 'Джерело', fa: 'منبع', ti: 'ምንጪ' },
    words: ['utm source', 'مصدر'],
  },
  bucket: {
    required: false, machine: true,
    titles: { en: 'Bucket', nl: 'Groep', tr: 'Grup', ar: 'المجموعة', uk: 'Група', fa: 'گروه', ti: 'ጕጅለ' },
    words: ['variant', 'مجموعة'],
  },
  ref: {
    required: false, machine: true,
    titles: { en: 'Reference', nl: 'Kenmerk', tr: 'Referans', ar: 'المرجع', uk: 'Номер підпису', fa: 'شناسه', ti: 'መወከሲ' },
    words: ['referentie', 'uuid', 'receipt', 'مرجع', 'مرجع امضا', 'номер'],
  },
  version: {
    required: false, machine: true,
    titles: { en: 'Version', nl: 'Versie', tr: 'Sürüm', ar: 'الإصدار', uk: 'Версія', fa: 'نسخه', ti: 'ሕታም' },
    words: ['text version', 'v', 'نسخة'],
  },
};

const WORDS = new Map<QuestionName, readonly string[]>((Object.keys(QUESTIONS) as QuestionName[]).map((name) => [name, [...new Set([name, ...Object.values(QUESTIONS[name].titles), ...QUESTIONS[name].words].map(plainWords))]]));

/** Everything that a question is called in any language, in forms and in lists, as `plainWords` gives it. */
export const wordsFor = (name: QuestionName): readonly string[] => WORDS.get(name)!;

/** From the most particular to the most general. */
export const PLACING: readonly QuestionName[] = ['consent', 'updates', 'ref', 'version', 'bucket', 'source', 'language', 'country', 'place', 'comment', 'email', 'name'];

/** Below a question that people answer in words, and one that they do not answer. */
export const HINTS: Record<string, { consent: string; machine: string }> = {
  en: { consent: 'Write “yes” if you agree that we keep your signature. It shows a political opinion.', machine: 'Please leave this empty.' },
  nl: { consent: 'Schrijf “yes” als u ermee instemt dat wij uw handtekening bewaren. Die toont een politieke mening.', machine: 'Laat dit leeg.' },
  tr: { consent: 'İmzanızı saklamamızı kabul ediyorsanız “yes” yazın. İmza siyasi bir görüş gösterir.', machine: 'Lütfen boş bırakın.' },
  ar: { consent: 'اكتب “yes” إذا كنت توافق على أن نحتفظ بتوقيعك. التوقيع يُظهر رأيًا سياسيًا.', machine: 'يرجى ترك هذا الحقل فارغًا.' },
  uk: { consent: 'Напишіть “yes”, якщо погоджуєтеся, щоб ми зберігали ваш підпис. Він виявляє політичну думку.', machine: 'Залиште порожнім.' },
  fa: { consent: 'اگر موافقید که امضای شما را نگه داریم، بنویسید “yes”. امضا نظر سیاسی را نشان می‌دهد.', machine: 'لطفاً خالی بگذارید.' },
  ti: { consent: 'ፊርማኹም ክንዕቅቦ እንተተሰማሚዕኩም “yes” ጽሓፉ። ፊርማ ፖለቲካዊ ርእይቶ የርኢ።', machine: 'በጃኹም ባዶ ግደፍዎ።' },
};
