import { offerCopying } from './copy.ts';

// The kit works without this: texts can be selected with one tap, pictures saved, links followed. It adds buttons.
offerCopying();
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) offerSharing(button);

/** Shows a button that hands the text and, where the device takes files, the picture to its own sharing. */
function offerSharing(button: HTMLButtonElement): void {
  if (!navigator.share) return;
  const { share: textId, picture, link: url } = button.dataset as { share: string; picture?: string; link: string };
  const text = document.getElementById(textId)!.textContent;
  // A browser shares only at once after a tap, so the picture is fetched when a finger or the focus comes near.
  let file: Promise<File | undefined> | undefined;
  const fetchPicture = () => (file ??= picture === undefined ? Promise.resolve(undefined) : fileAt(picture));
  for (const approach of ['pointerenter', 'pointerdown', 'focus']) button.addEventListener(approach, fetchPicture, { once: true });
  button.addEventListener('click', async () => {
    const taken = await fetchPicture();
    const withFile = taken && { files: [taken], text };
    // Somebody who changes their mind is no error.
    await navigator.share(withFile && navigator.canShare?.(withFile) ? withFile : { text, url }).catch(() => {});
  });
  button.hidden = false;
}

async function fileAt(address: string): Promise<File | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  if (!answer?.ok) return undefined;
  const bytes = await answer.blob();
  return new File([bytes], address.split('/').at(-1)!, { type: bytes.type });
}
