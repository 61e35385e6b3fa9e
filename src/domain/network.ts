/** The networks a story may be passed on by; the words of `channels` in stories and of `networks` in `content/site.ts`. */
export const NETWORKS = ['x', 'bluesky', 'mastodon', 'threads', 'facebook', 'instagram', 'linkedin', 'tiktok', 'youtube', 'whatsapp', 'telegram', 'email'] as const;
export type Network = (typeof NETWORKS)[number];

/** The networks that a story allows, in the organisation's order; a safety setting that holds wherever something is shared. */
export function networksFor(chosen: readonly Network[], { channels }: { channels?: readonly string[] | undefined }): Network[] {
  return channels === undefined ? [...chosen] : chosen.filter((network) => channels.includes(network));
}
