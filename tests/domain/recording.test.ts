import fc from 'fast-check';
import { expect, test } from 'vitest';
import { playerOf } from '../../src/domain/recording.ts';

const YOUTUBE = { kind: 'frame', src: 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ' };
const VIMEO = { kind: 'frame', src: 'https://player.vimeo.com/video/76979871?dnt=1' };

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
  ['https://youtube.com/watch?t=30&v=dQw4w9WgXcQ&list=x', YOUTUBE],
  ['https://m.youtube.com/watch?v=dQw4w9WgXcQ', YOUTUBE],
  ['https://youtu.be/dQw4w9WgXcQ?si=tracking', YOUTUBE],
  ['https://www.youtube.com/embed/dQw4w9WgXcQ', YOUTUBE],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', YOUTUBE],
  ['https://www.youtube.com/live/dQw4w9WgXcQ?feature=share', YOUTUBE],
  ['https://vimeo.com/76979871', VIMEO],
  ['https://www.vimeo.com/76979871/abcdef', VIMEO],
  ['https://video.example.org/w/haven-2', { kind: 'frame', src: 'https://video.example.org/videos/embed/haven-2?p2p=0' }],
  ['https://video.example.org/videos/watch/haven-2', { kind: 'frame', src: 'https://video.example.org/videos/embed/haven-2?p2p=0' }],
  ['https://files.example.org/talk.mp4', { kind: 'file', src: 'https://files.example.org/talk.mp4' }],
  ['https://files.example.org/talk.WEBM?x=1', { kind: 'file', src: 'https://files.example.org/talk.WEBM?x=1' }],
])('%s has its player', (address, player) => expect(playerOf(address)).toEqual(player));

test.each([
  ['a playlist', 'https://www.youtube.com/playlist?list=abc'],
  ['a channel', 'https://www.youtube.com/@havenlicht'],
  ['an identifier with a slash', 'https://www.youtube.com/watch?v=../../evil'],
  ['an identifier with markup', 'https://youtu.be/%22%3E%3Cscript%3E'],
  ['a host that only begins like YouTube', 'https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ'],
  ['a host that only ends like YouTube', 'https://evilyoutube.com/watch?v=dQw4w9WgXcQ'],
  ['a Vimeo page without a film', 'https://vimeo.com/about'],
  ['an identifier of PeerTube with more behind it', 'https://video.example.org/w/a/b'],
  ['any other page', 'https://example.org/talks/12'],
])('%s is only a link', (_, address) => expect(playerOf(address)).toEqual({ kind: 'link' }));

test('a player’s address can stand in an attribute, whatever address was given', () => {
  const paths = fc.array(fc.constantFrom('w', 'embed', 'watch', '/', '"', '<', '>', "'", '?v=', '&', '#', '%22', ' ', 'abcdef123', '.mp4')).map((parts) => parts.join(''));
  fc.assert(fc.property(fc.constantFrom('https://youtube.com/', 'https://youtu.be/', 'https://vimeo.com/', 'https://video.example.org/'), paths, (host, path) => {
    const player = playerOf(host + path);
    return player.kind === 'link' || (/^https:\/\/[^"<>\s]+$/.test(player.src) && URL.canParse(player.src));
  }));
});
