/** Invented people as they sign: one word, many words, every script of the sample languages, and what clumsy rules take for nonsense. */
export const NAMES = [
  'Jan de Vries', "Mieke van 't Hooft", 'Sjoerd', 'IJsbrand Kuiper', 'Ayşe Yılmaz', 'Çağrı Öztürk', 'Işıl', 'Zübeyde Gül', 'محمد', 'ليلى حداد', 'عبد الرحمن بن يوسف', 'علی‌رضا رضایی', 'فاطمه', 'Оксана Коваль', 'Іван', "Дар'я Мельник",
  'ተስፋይ ሃይለ', 'ሰላም', 'Nguyễn Thị Hoa', 'Ng', 'Vlk Krč', 'Strč Prst', 'Ólöf Þórðardóttir', "O'Brien", 'M’Bala Nzola', 'Abdul', 'Suharto', 'Jean-Luc Dupont', 'Dr. Ly Tran', 'Mr.Dev Patel', 'J.P. Balkenende', 'A. Osman', 'El-Sayed',
  'Σοφία Παππά', 'שרה כהן', '山田花子', '김민지', 'Anne-Sofie Krag', 'Xhevdet', 'Szczepan Brzęczyszczykiewicz', 'José María', 'Hüseyin', 'Ömer', 'Lotte', 'S. de Boer-Yılmaz', 'Hassan (Sam) Ali', 'Mary-Ann St.John', 'Amina Osman jr.', 'कमला देवी', 'ஆனந்த்',
] as const;
