/** The networks a story may be passed on by; the words of `channels` in stories and of `networks` in `content/site.ts`. */
export const NETWORKS = ['x', 'bluesky', 'mastodon', 'threads', 'facebook', 'instagram', 'linkedin', 'tiktok', 'youtube', 'whatsapp', 'telegram', 'email'] as const;
export type Network = (typeof NETWORKS)[number];

/** The networks that a story allows, in the organisation's order; a safety setting that holds wherever something is shared. */
export function networksFor(chosen: readonly Network[], { channels }: { channels?: readonly string[] | undefined }): Network[] {
  return channels === undefined ? [...chosen] : chosen.filter((network) => channels.includes(network));
}

/** Networks in which people pass on to those they know. */
export const MESSENGERS: readonly Network[] = ['whatsapp', 'telegram'];

/** Whether a story may go round in messengers, as one may that is kept from nothing. */
export function isForMessengers({ channels }: { channels?: readonly string[] | undefined }): boolean {
  return channels === undefined || MESSENGERS.some((network) => channels.includes(network));
}

/** Whether a story is kept from some of the organisation's networks, for somebody's safety. Then a device's own sharing is not offered either, since it knows all of them. */
export function isLimited(chosen: readonly Network[], story: { channels?: readonly string[] | undefined }): boolean {
  return networksFor(chosen, story).length < chosen.length;
}
