/** Shows the page's copy buttons: each copies the text of the element that it names, and says so for a while, aloud too. */
export function offerCopying(): void {
  if (!navigator.clipboard) return;
  // A button whose own words change is silent for those who hear the page.
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.role = 'status';
  document.querySelector('main')!.append(said);
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const label = button.textContent;
    const text = document.getElementById(button.dataset['copy']!)!;
    button.hidden = false;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(text.textContent);
      } catch {
        // Some browsers forbid it; then the text is at least selected.
        getSelection()?.selectAllChildren(text);
        return;
      }
      said.textContent = button.textContent = button.dataset['done']!;
      setTimeout(() => {
        button.textContent = label;
        said.textContent = '';
      }, 4000);
    });
  }
}
