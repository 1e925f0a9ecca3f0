/** Light and dark as the reader's system is; every text has a contrast of at least 4.5 to 1, which a test computes. */
export const planStyle = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --panel: #f3f5f8; --line: #c8d0da; --text: #1b1f24; --dim: #505a66;
  --bad: #a40e26; --warning: #734800; --good: #0f5c2e; --note: #0a4a9c; --focus: #0a4a9c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1217; --panel: #171d25; --line: #3a4552; --text: #e8edf3; --dim: #a9b4c1;
    --bad: #ff938c; --warning: #ecbc55; --good: #6bdd88; --note: #8cc4ff; --focus: #8cc4ff;
  }
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body {
  margin: 0 auto; max-width: 76rem; padding: 1rem; background: var(--page); color: var(--text);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
h1 { font-size: 1.5rem; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; padding-left: .6rem; border-left: .3rem solid var(--line); }
.bad > h2 { border-color: var(--bad); }
.warning > h2 { border-color: var(--warning); }
.good > h2 { border-color: var(--good); }
p { margin: .25rem 0; }
a { color: var(--note); }
:focus-visible { outline: .2rem solid var(--focus); outline-offset: .15rem; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
.spoken { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.totals { display: flex; flex-wrap: wrap; gap: .5rem; margin: .75rem 0; }
.totals div { background: var(--panel); border: 1px solid var(--line); border-radius: .4rem; padding: .3rem .7rem; }
.totals dt { color: var(--dim); font-size: .85rem; }
.totals dd { margin: 0; font-weight: 600; font-variant-numeric: tabular-nums; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
form { position: sticky; top: 0; z-index: 1; background: var(--page); border-bottom: 1px solid var(--line); padding: .6rem 0; }
form label { display: block; font-weight: 600; }
input, button { font: inherit; color: var(--text); background: var(--panel); border: 1px solid var(--dim); border-radius: .3rem; padding: .3rem .6rem; }
input { width: min(32rem, 100%); }
section ul { list-style: none; margin: 0; padding: 0; }
.entry {
  border-bottom: 1px solid var(--line); padding: .35rem 0;
  content-visibility: auto; contain-intrinsic-height: auto 2.2rem;
}
summary { cursor: pointer; }
.sign { display: inline-block; min-width: 2rem; font-family: ui-monospace, monospace; font-weight: 700; }
.notes { color: var(--dim); }
code, pre { font-family: ui-monospace, monospace; font-size: .9rem; white-space: pre-wrap; }
pre { background: var(--panel); border-radius: .4rem; margin: .4rem 0; padding: .6rem; }
pre .bad { color: var(--bad); }
pre .warning { color: var(--warning); }
pre .good { color: var(--good); }
pre .note { color: var(--note); }
pre .dim { color: var(--dim); }
pre .strong { font-weight: 700; }
footer { color: var(--dim); margin-top: 2rem; }
@media print { form, nav, .skip { display: none; } }
`;
