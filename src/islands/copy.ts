/** Shows the page's copy buttons: each copies the text of the element that it names, and says so for a while. */
export function offerCopying(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent;
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(document.getElementById(button.dataset['copy']!)!.textContent);
      button.textContent = button.dataset['done']!;
      setTimeout(() => (button.textContent = label), 4000);
    });
  }
}
