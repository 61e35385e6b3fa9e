import type { PressRelease } from '../../src/domain/story.ts';
import type { Brand } from '../../src/share/brand.ts';
import type { Card } from '../../src/share/card.ts';
import { storyCard } from '../../src/share/story-card.ts';
import { site } from '../../src/site.ts';

/** Titles as they come: seven languages, four scripts, one to four lines. */
const TITLES: Record<string, readonly string[]> = {
  nl: ['Gratis internet op vier plekken', 'Havenlicht vraagt beslissing over gezinshereniging binnen de wettelijke termijn', 'Wie op zijn gezin wacht, moet weten wanneer er een antwoord komt', 'Spreekuur in de bibliotheek op zaterdag van 10:00 tot 12:30'],
  tr: ['Ücretsiz internet dört yerde', 'Havenlicht, aile birleşimi kararlarının yasal sürede verilmesini istiyor', 'Yirmi dakikalık konuşmalar dizisi 25 Mart’ta saat 19:30’da başlıyor', 'İzmir’deki gönüllü grupla birlikte iddiaları kontrol ediyoruz'],
  uk: ['Безкоштовний інтернет у чотирьох місцях', 'Havenlicht просить вирішувати про возз’єднання сімей у визначений законом строк', 'Нова серія двадцятихвилинних розмов починається 25 березня о 19:30', 'Волонтери потрібні для мовного столу та вуличного стенда'],
  ar: ['إنترنت مجاني في أربعة أماكن', 'هافنليخت تطالب بالبتّ في طلبات لمّ شمل الأسر ضمن المهلة القانونية', 'سلسلة أحاديث جديدة تبدأ في 25 مارس الساعة 18:30 في المكتبة العامة', 'UNHCR: نحو 3.2 مليون لاجئ في تركيا (2023)'],
  fa: ['اینترنت رایگان در چهار جا', 'هافن‌لیخت خواهان تصمیم‌گیری دربارهٔ پیوستن خانواده‌ها در مهلت قانونی است', 'نشست تازه روز ۲۵ مارس ساعت ۱۸:۳۰ در کتابخانه برگزار می‌شود', 'برای میز زبان و غرفهٔ خیابانی داوطلب می‌خواهیم'],
  he: ['אינטרנט חינם בארבעה מקומות', 'הבנליכט מבקשת החלטה על איחוד משפחות בתוך המועד הקבוע בחוק', 'סדרת שיחות חדשה מתחילה ב-25 במרץ בשעה 19:30 בספרייה', 'כ-50% מהמשפחות (2026) מחכות לתשובה ראשונה'],
  ti: ['ነጻ ኢንተርነት ኣብ ኣርባዕተ ቦታታት', 'ሃቨንሊኽት ኣብ ሕጋዊ ግዜ ብዛዕባ ምውህሃድ ስድራቤት ውሳነ ክወሃብ ትሓትት', 'ሓድሽ ተኸታታሊ መደረታት ኣብ 25 መጋቢት ሰዓት 19:30 ይጅምር', 'ንጠረጴዛ ቋንቋን ጎደናዊ ድንኳንን ወለንተኛታት የድልዩ'],
};

/** So many press releases, all different, the languages taking turns. */
export function shareTitles(count: number): PressRelease[] {
  const languages = Object.keys(TITLES);
  return Array.from({ length: count }, (_, index): PressRelease => {
    const lang = languages[index % languages.length]!;
    const titles = TITLES[lang]!;
    const title = `${titles[Math.floor(index / languages.length) % titles.length]!} ${index + 1}`;
    return {
      kind: 'press', slug: `story-${index + 1}`, lang, title, file: '', summary: '', published: '2026-11-01T09:00:00.000Z', corrections: [], topics: [], translation: { origin: 'original' },
      draft: false, html: '', text: '', place: 'Havenstad', contacts: [], quotes: [], notes: [], media: [],
    };
  });
}

/** The link picture of one of them. */
export function linkCard(story: PressRelease, brand: Brand): Card {
  return storyCard(story, site, brand, { size: '1200x630', theme: 'light' });
}
