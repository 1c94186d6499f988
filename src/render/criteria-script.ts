/**
 * The search box of the criteria page. Without script it stays hidden and the page is whole; while it is in use it
 * hides on the screen, and only there, each entry that lacks one of the words.
 */
export const CRITERIA_SCRIPT = `
const form = document.getElementById('search');
const input = form.querySelector('input');
const status = form.querySelector('[role=status]');
const entries = [...document.querySelectorAll('[data-entry]')];
const texts = entries.map((entry) => entry.textContent.toLowerCase());
const holders = [...document.querySelectorAll('[data-holder]')];
function search() {
  const words = input.value.toLowerCase().split(/\\s+/).filter((word) => word !== '');
  let found = 0;
  entries.forEach((entry, index) => {
    const isFound = words.every((word) => texts[index].includes(word));
    entry.classList.toggle('unfound', !isFound);
    if (isFound) found += 1;
  });
  for (const holder of holders) {
    const isEmpty = holder.querySelector('[data-entry]:not(.unfound)') === null;
    holder.classList.toggle('unfound', words.length > 0 && isEmpty);
  }
  status.textContent = words.length === 0 ? '' : found + ' of ' + entries.length + ' entries';
}
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
input.addEventListener('input', () => {
  search();
  scrollTo(0, 0);
});
search();
`;
