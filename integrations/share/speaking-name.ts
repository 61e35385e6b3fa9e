import { basename } from 'node:path';

/** `/share/free-internet-nl-1080x1080-0123456789.png` without the hash that only machines need, for files that people keep. */
export function speakingName(src: string): string {
  return basename(src).replace(/-[0-9a-f]{10}(?=\.[a-z]+$)/, '');
}
