/** What the page does beside being read: filters, and opens and closes everything. Only text is ever compared. */
export const planScript = `
(() => {
  const form = document.getElementById('search');
  if (form === null) return;
  const filter = document.getElementById('filter');
  const status = document.getElementById('count');
  const main = document.getElementById('plan');
  const sections = [...document.querySelectorAll('main > section')].map((section) => ({
    section,
    entries: [...section.querySelectorAll('.entry')].map((entry) => ({
      entry,
      isChange: entry.classList.contains('change'),
      text: entry.textContent.toLowerCase().normalize(),
    })),
  }));
  const count = (amount, word, words) => amount + ' ' + (amount === 1 ? word : words);
  const apply = () => {
    const words = filter.value.toLowerCase().normalize().split(/\\s+/).filter((word) => word !== '');
    const all = { changes: 0, others: 0 };
    const shown = { changes: 0, others: 0 };
    // Out of the layout meanwhile: with thousands of entries a browser takes half a minute to lay out one hidden after another.
    main.hidden = true;
    void main.offsetHeight;
    for (const { section, entries } of sections) {
      let visible = 0;
      for (const { entry, isChange, text } of entries) {
        const matches = words.every((word) => text.includes(word));
        entry.hidden = !matches;
        visible += matches ? 1 : 0;
        all[isChange ? 'changes' : 'others'] += 1;
        shown[isChange ? 'changes' : 'others'] += matches ? 1 : 0;
      }
      section.hidden = words.length > 0 && visible === 0;
    }
    main.hidden = false;
    status.textContent = words.length === 0
      ? count(all.changes, 'change', 'changes')
      : shown.changes + ' of ' + count(all.changes, 'change', 'changes')
        + (all.others === 0 ? '' : ', ' + shown.others + ' of ' + count(all.others, 'other entry', 'other entries'));
  };
  const toggle = (open) => () => {
    for (const details of document.querySelectorAll('main details')) {
      if (!open || !details.closest('.entry').hidden) details.open = open;
    }
  };
  filter.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('expand').addEventListener('click', toggle(true));
  document.getElementById('collapse').addEventListener('click', toggle(false));
  window.addEventListener('beforeprint', toggle(true));
  form.hidden = false;
  apply();
})();
`;
