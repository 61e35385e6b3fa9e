/**
 * Every emoji of the running Unicode version, with its skin tones, joiners and variation selectors; alone standing
 * parts (flag letters, tones) too.
 */
export const EMOJI = new RegExp('\\p{RGI_Emoji}|\\p{Emoji_Presentation}\\uFE0F?|\\p{Extended_Pictographic}\\uFE0F?|[\\u{1F1E6}-\\u{1F1FF}\\u{1F3FB}-\\u{1F3FF}]|[0-9#*]\\uFE0F?\\u20E3', 'gv');
