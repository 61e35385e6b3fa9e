import type { APIRoute } from 'astro';
import { site } from '../../site.ts';
import { url, viewFor } from '../../view.ts';

/** RFC 9116; it expires a year after the build, so that a forgotten site does not promise an answer. */
export const GET: APIRoute = async () => {
  const { newsroom } = await viewFor(site.languages[0]!);
  const expires = new Date(Date.parse(newsroom.now) + 365 * 864e5).toISOString();
  const contact = site.securityContact ?? site.contacts['press']!.email;
  return new Response(`Contact: mailto:${contact}\nExpires: ${expires}\nPreferred-Languages: ${site.languages.join(', ')}\nCanonical: ${url}/.well-known/security.txt\n`);
};
