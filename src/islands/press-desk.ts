import { offerCopying } from './copy.ts';

// The press desk works without this: the text can be selected with one tap, and browsers print. It adds two buttons.
offerCopying();
const print = document.querySelector<HTMLButtonElement>('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
