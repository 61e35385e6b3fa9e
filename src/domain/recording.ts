/** How a recording is shown on its own page: a player of its host in a frame, a file, or only a link. */
export type Player = { kind: 'frame' | 'file'; src: string } | { kind: 'link' };

/**
 * The player for a recording's address: YouTube (without cookies), Vimeo (without tracking), PeerTube (addresses
 * like `https://host/w/…`), and plain video files. Any other host gets a link.
 */
export function playerOf(address: string): Player {
  const url = new URL(address);
  const host = url.host.replace(/^(www|m)\./, '');
  if (/\.(mp4|webm|m4v)$/i.test(url.pathname)) return { kind: 'file', src: url.href };
  const youtube = host === 'youtu.be' ? url.pathname.slice(1) : host === 'youtube.com' ? url.searchParams.get('v') ?? /^\/(?:embed|shorts|live)\/([\w-]+)/.exec(url.pathname)?.[1] : undefined;
  if (youtube && /^[\w-]{6,20}$/.test(youtube)) return { kind: 'frame', src: `https://www.youtube-nocookie.com/embed/${youtube}` };
  const vimeo = host === 'vimeo.com' ? /^\/(\d+)/.exec(url.pathname)?.[1] : undefined;
  if (vimeo) return { kind: 'frame', src: `https://player.vimeo.com/video/${vimeo}?dnt=1` };
  const peertube = /^\/(?:w|videos\/watch)\/([\w-]+)$/.exec(url.pathname)?.[1];
  if (peertube) return { kind: 'frame', src: `${url.origin}/videos/embed/${peertube}?p2p=0` };
  return { kind: 'link' };
}
