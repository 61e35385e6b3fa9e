import { follow, marked, mine, now, shelf } from './device.ts';
import { followCount } from './live-count.ts';
import { keep, moved } from './outbox.ts';

// The thank-you page is for everybody the same; what this device knows of its own signature is added here.
// A form that our server took leads here and hands its mark on. Whoever comes another way has to hear it from the server.
const answered = marked();
if (answered) keep(shelf(), moved(answered, 'received', now()));
const entry = mine();
// The petition’s page has just asked for the number, and this page would get the same one.
follow(followCount('no-cache'));

if (entry?.bucket) {
  // Every link holds the page's address as text, tags included; the bucket follows the last of them.
  for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-pass]')) link.href = link.href.replaceAll(`utm_campaign%3D${link.dataset['pass']}`, `$&%26b%3D${entry.bucket}`);
}
const share = document.querySelector<HTMLButtonElement>('[data-share]');
if (share && 'share' in navigator) {
  share.hidden = false;
  share.onclick = () => {
    const { title, url } = JSON.parse(share.dataset['share']!) as { title: string; url: string };
    // Whoever closes the window of the device has decided; there is nothing to say about it.
    void navigator.share({ title, url: entry?.bucket ? `${url}&b=${entry.bucket}` : url }).catch(() => {});
  };
}
