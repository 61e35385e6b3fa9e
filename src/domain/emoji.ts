/** Every emoji of the running Unicode version with what belongs to it, and parts that stand alone: flag letters, skin tones. */
export const EMOJI = new RegExp('(?:\\p{RGI_Emoji}|\\p{Extended_Pictographic}|[🇦-🇿🏻-🏿]|[0-9#*]\\u20E3)\\uFE0F?', 'gv');
