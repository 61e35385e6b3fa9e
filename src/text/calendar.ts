/** Dates are shown by the Gregorian calendar in every language, because readers meet the same date in letters here. */
export const calendar = (lang: string) => `${lang === 'en' ? EUROPEAN : lang}-u-ca-gregory`;
/** Plain “en” means dates like 6 October 2026; a site for America writes en-US among its languages. */
const EUROPEAN = 'en-GB';
