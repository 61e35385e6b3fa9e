/** A line that other engines get wrong: its language, and places of its clusters from left to right, `9-0` for 9, 8 … 0. */
export interface HardCase {
  lang: string;
  about: string;
  text: string;
  order: string;
}

// The orders were taken from our own output after a browser had drawn every case alike, pixel by pixel.
export const HARD_CASES: readonly HardCase[] = [
  { lang: 'ar', about: 'date', text: 'نُشر في 23/11/2026', order: '8-17 7-2 0' },
  { lang: 'ar', about: 'time', text: 'الساعة 18:30 مساءً', order: '16-12 7-11 6-0' },
  { lang: 'ar', about: 'date and time together', text: 'في 23/11/2026 الساعة 18:30', order: '21-25 20-13 3-12 2-0' },
  { lang: 'ar', about: 'phone number in brackets', text: 'للاتصال (+31 85 000 00 12)', order: '25 23-24 22 20-21 19 16-18 15 13-14 12 10-11 9-0' },
  { lang: 'ar', about: 'percentage', text: 'وصلت النسبة إلى 50% فقط', order: '22-18 16-17 15-0' },
  { lang: 'ar', about: 'price', text: 'التذكرة بسعر €12.50 للجميع', order: '25-19 14-18 13-0' },
  { lang: 'ar', about: 'brackets around Latin', text: 'منظمة العفو Amnesty International (2026)', order: '12-39 11-0' },
  { lang: 'ar', about: 'title that begins in Latin', text: 'UNHCR: أعداد اللاجئين في 2026', order: '25-28 24-5 0-4' },
  { lang: 'ar', about: 'guillemets', text: 'قالت «نحن هنا» ثم صمتت', order: '21-0' },
  { lang: 'ar', about: 'web address', text: 'اقرأ المزيد على https://havenlicht.example/ar/', order: '45 16-44 15-0' },
  { lang: 'ar', about: 'hashtag', text: 'شاركونا في #حق_اللجوء اليوم', order: '26-0' },
  { lang: 'ar', about: 'hashtag in Latin', text: 'وسم #RefugeesWelcome ينتشر', order: '25-20 5-19 4-0' },
  { lang: 'ar', about: 'all vowel marks', text: 'أُرْسِلَتِ الرِّسَالَةُ إِلَيْهِمْ', order: '32 30 28 26 24-23 21 19-18 16 13-10 8 6 4 2 0' },
  { lang: 'ar', about: 'tanwin and shadda', text: 'شكرًا جدًّا لكم جميعًا', order: '21 19-10 7-4 2-0' },
  { lang: 'ar', about: 'lam with alef', text: 'الأطفال والآباء في الإسلام لا', order: '28-0' },
  { lang: 'ar', about: 'decimal number', text: 'نحو 3.2 مليون لاجئ', order: '17-7 4-6 3-0' },
  { lang: 'ar', about: 'thousands', text: 'نحو 230,000 شخص', order: '14-11 4-10 3-0' },
  { lang: 'ar', about: 'Eastern digits', text: 'عام ٢٠٢٣ كان ٣٫٢ مليون', order: '21-16 13-15 12-8 4-7 3-0' },
  { lang: 'ar', about: 'range of years', text: 'بين 2014–2026 تقريبًا', order: '20 18-13 9-12 8 4-7 3-0' },
  { lang: 'ar', about: 'question', text: 'هل هذا صحيح؟ نعم!', order: '16-0' },
  { lang: 'ar', about: 'tatweel', text: 'مرحبـــا بكم', order: '11-0' },
  { lang: 'ar', about: 'e-mail address', text: 'راسلونا: pers@havenlicht.example', order: '9-31 8-0' },
  { lang: 'ar', about: 'slash between words', text: 'نعم/لا أو ربما', order: '13-0' },
  { lang: 'fa', about: 'zero-width non-joiner', text: 'می\u200Cخواهیم خانه\u200Cای برای همه', order: '25-0' },
  { lang: 'fa', about: 'Persian digits with percent', text: 'حدود ۵۰٪ از مردم', order: '15-7 5-6 4-0' },
  { lang: 'fa', about: 'date', text: 'تاریخ ۲۳/۱۱/۲۰۲۶ اعلام شد', order: '24-16 6-15 5-0' },
  { lang: 'fa', about: 'letters of its own', text: 'پژوهشگران چگونه گفتند', order: '20-0' },
  { lang: 'fa', about: 'brackets', text: 'سازمان ملل (UNHCR) گفت', order: '21-17 12-16 11-0' },
  { lang: 'he', about: 'date', text: 'פורסם ב-23/11/2026 בבוקר', order: '23-18 8-17 7-0' },
  { lang: 'he', about: 'percentage', text: 'עלה ל-50% מהתושבים', order: '17-9 6-8 5-0' },
  { lang: 'he', about: 'vowel points', text: 'שָׁלוֹם לְכֻלָּם', order: '15 12 10 8-6 4-3 0' },
  { lang: 'he', about: 'brackets around a year', text: 'אמנסטי (2026): דו״ח חדש', order: '22-12 8-11 7-0' },
  { lang: 'nl', about: 'Arabic inside', text: 'Het woord مرحبا betekent welkom', order: '0-9 14-10 15-30' },
  { lang: 'nl', about: 'quotation marks', text: '‘Wij zijn hier’, zei ze – en bleef', order: '0-33' },
  { lang: 'nl', about: 'combining accents', text: 'één plán vóór allen: cre\u0301e\u0308er', order: '0-26' },
  { lang: 'tr', about: 'dotted and dotless i', text: 'İstanbul’da ılık, IĞDIR’da soğuk', order: '0-31' },
  { lang: 'uk', about: 'its own letters', text: 'Ґанок, їжак, єдність, п’ять', order: '0-26' },
  { lang: 'uk', about: 'guillemets and dash', text: 'Вона сказала: «Ми тут» — і лишилась', order: '0-34' },
  { lang: 'ti', about: 'its own marks', text: 'ኣብ 2023፡ 3.2 ሚልዮን፣ 50%።', order: '0-22' },
  { lang: 'ti', about: 'Latin inside', text: 'ሃቨንሊኽት (Havenlicht) ትሓትት', order: '0-23' },
];
