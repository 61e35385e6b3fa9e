// The press desk works without this: the text can be selected with one tap, and browsers print. It adds two buttons.
const copy = document.querySelector<HTMLButtonElement>('[data-copy]');
const print = document.querySelector<HTMLButtonElement>('[data-print]');

if (copy && navigator.clipboard) {
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    await navigator.clipboard.writeText(document.getElementById(copy.dataset['copy']!)!.textContent);
    copy.textContent = copy.dataset['done']!;
  });
}
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}

export {};
