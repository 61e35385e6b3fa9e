/** What a column of a list can be. */
export const LIST_FIELDS = ['id', 'time', 'name', 'first-name', 'last-name', 'email', 'place', 'country', 'comment', 'consent', 'updates', 'language', 'source'] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/**
 * Words by which a column is known, in nl, en, tr, ar, uk, fa, ti and, for Microsoft's own columns, de and fr. Words of a
 * field that comes first win over those after it, because a question about consent or news names what else is asked.
 */
export const COLUMN_WORDS: readonly (readonly [ListField, readonly string[]])[] = [
  ['id', ['id', 'response id', 'antwoord id', 'nr', 'nummer']],
  ['consent', ['consent', 'i agree', 'agree', 'toestemming', 'akkoord', 'onay', 'onayliyorum', 'kabul ediyorum', 'riza', 'موافقة', 'اوافق', 'الموافقة', 'згода', 'погоджуюсь', 'погоджуюся', 'رضایت', 'موافقم', 'موافقت', 'ፍቓድ', 'ይሰማማዕ']],
  ['updates', ['updates', 'newsletter', 'keep me informed', 'nieuwsbrief', 'op de hoogte', 'bulten', 'bultene', 'haberdar', 'نشرة', 'النشرة', 'اخبار', 'новини', 'розсилка', 'خبرنامه', 'ዜና']],
  ['time', ['completion time', 'timestamp', 'date', 'signed', 'signed at', 'tijd van voltooien', 'tijdstip van voltooien', 'tijdstempel', 'datum', 'tamamlanma zamani', 'zaman damgasi', 'tarih', 'وقت الاكتمال', 'التاريخ', 'الطابع الزمني', 'час завершення', 'позначка часу', 'дата', 'زمان تکمیل', 'تاریخ', 'ዕለት', 'fertigstellungszeit', 'heure de fin']],
  ['email', ['email', 'e mail', 'mail', 'mailadres', 'email address', 'emailadres', 'e posta', 'eposta', 'البريد', 'بريد', 'البريد الالكتروني', 'електронна пошта', 'пошта', 'імейл', 'ایمیل', 'پست الکترونیک', 'ኢመይል', 'ኢ መይል']],
  ['first-name', ['first name', 'given name', 'voornaam', 'الاسم الاول', 'імя', 'نام کوچک']],
  ['last-name', ['last name', 'surname', 'family name', 'achternaam', 'soyad', 'soyadi', 'soyadiniz', 'اسم العائلة', 'прізвище', 'نام خانوادگی']],
  ['name', ['name', 'full name', 'naam', 'ad soyad', 'adi soyadi', 'isim', 'adiniz', 'adiniz soyadiniz', 'ad', 'الاسم', 'اسم', 'اسمك', 'الاسم الكامل', 'повне імя', 'імя та прізвище', 'прізвище та імя', 'نام', 'نام و نام خانوادگی', 'ስም', 'nom']],
  ['place', ['place', 'city', 'town', 'residence', 'woonplaats', 'plaats', 'stad', 'gemeente', 'sehir', 'sehriniz', 'yer', 'مدينة', 'المدينة', 'مكان الاقامة', 'місто', 'شهر', 'ከተማ', 'ort', 'ville']],
  ['country', ['country', 'land', 'ulke', 'ulkeniz', 'بلد', 'البلد', 'الدولة', 'країна', 'کشور', 'ሃገር', 'pays']],
  ['comment', ['comment', 'comments', 'remark', 'message', 'opmerking', 'opmerkingen', 'reactie', 'toelichting', 'bericht', 'yorum', 'yorumunuz', 'mesaj', 'تعليق', 'رسالة', 'коментар', 'نظر', 'ርእይቶ']],
  ['language', ['language', 'taal', 'dil', 'اللغة', 'мова', 'زبان', 'ቋንቋ']],
  ['source', ['source', 'bron', 'utm source']],
];

/** Yes and no, as people and forms write them. */
export const YES = new Set(['yes', 'y', 'true', '1', 'x', 'ok', 'agree', 'i agree', 'ja', 'akkoord', 'waar', 'evet', 'onayliyorum', 'kabul ediyorum', 'نعم', 'اوافق', 'так', 'погоджуюсь', 'погоджуюся', 'بله', 'بلی', 'موافقم', 'እወ', 'oui', 'si']);
export const NO = new Set(['', 'no', 'n', 'false', '0', 'nee', 'onwaar', 'hayir', 'لا', 'ні', 'نه', 'خیر', 'ኣይፋል', 'ኣይኮነን', 'nein', 'non']);

/** A word as compared: small letters without marks and signs, blanks between words. */
export function plainWords(text: string): string {
  return text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD').replace(/ı/g, 'i').replace(/[\u0300-\u036F\u064B-\u0655\u0640'’ʼ]/g, '').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim();
}
