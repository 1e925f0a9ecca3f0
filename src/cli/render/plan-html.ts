/**
 * The plan as one file for a browser: nothing is fetched, its policy allows no script and no style but its own, and
 * without scripts it is a plain document that reads from top to bottom.
 */
import { createHash } from 'node:crypto';
import type { PlanDocument } from '../../core/plan-document.js';
import { accessSummary } from './access-summary.js';
import type { TextDiff } from './attribute-diff.js';
import { count } from './count.js';
import { weakerGuardsNote } from './guard-words.js';
import { escapeHtml, htmlLines, htmlOf } from './html-text.js';
import { planOutline, type OutlineEntry, type OutlineSection } from './plan-outline.js';
import { planHeadline, planNotes } from './plan-totals.js';
import { planScript } from './plan-html-script.js';
import { planStyle } from './plan-html-style.js';

/** Sections of changes proper: what the live count is about. */
const changeSections: ReadonlySet<string> = new Set(['removals', 'updates', 'additions']);

export function renderPlanHtml(plan: PlanDocument, textDiff?: TextDiff): string {
  const sections = planOutline(plan, textDiff);
  const headline = planHeadline(plan);
  const access = accessSummary(plan);
  const weaker = weakerGuardsNote(plan);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(`orgwright: ${headline}`)}</title>
<style>${planStyle}</style>
</head>
<body>
<a class="skip" href="#plan">Skip to the plan</a>
<header>
<h1>${escapeHtml(headline)}</h1>
${weaker === undefined ? '' : `<p>${htmlOf(weaker)}</p>\n`}${access === undefined ? '' : `<p class="access">${htmlOf(access)}</p>\n`}${planNotes(
    plan,
  )
    .map((note) => `<p>${escapeHtml(note)}</p>\n`)
    .join('')}${totals(plan)}
</header>
${sections.length === 0 ? '' : `${navigation(sections)}\n${searchForm(sections)}`}
<main id="plan" tabindex="-1">
${sections.map(sectionHtml).join('\n')}
</main>
<footer><p>Plan <code>${escapeHtml(plan.plan_digest)}</code>, as of ${escapeHtml(plan.as_of)}, by orgwright ${escapeHtml(plan.orgwright_version)}.</p></footer>
<script>${planScript}</script>
</body>
</html>
`;
}

const contentPolicy = [
  "default-src 'none'",
  `style-src '${sourceHash(planStyle)}'`,
  `script-src '${sourceHash(planScript)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function totals({ summary, guards }: PlanDocument): string {
  const passed = guards.filter(({ status }) => status === 'passed').length;
  const tripped = guards.filter(({ status }) => status === 'tripped').length;
  const rows = [
    ['To add', summary.add],
    ['To change', summary.change],
    ['To destroy', summary.destroy],
    ['Pending', summary.pending],
    ['Manual', summary.manual],
    ['Blocked', summary.blocked],
    ['Unlisted', summary.unlisted],
    ['Guards passed', passed],
    ['Guards tripped', tripped],
  ] as const;
  return `<dl class="totals">${rows.map(([word, amount]) => `<div><dt>${word}</dt><dd>${amount}</dd></div>`).join('')}</dl>`;
}

function navigation(sections: readonly OutlineSection[]): string {
  const links = sections.map(({ id, title, entries }) => `<li><a href="#${id}">${title} (${entries.length})</a></li>`);
  return `<nav aria-label="Sections"><ul>${links.join('')}</ul></nav>`;
}

/** Useless without a script, so the script shows it. */
function searchForm(sections: readonly OutlineSection[]): string {
  const changes = sections
    .filter(({ id }) => changeSections.has(id))
    .reduce((sum, { entries }) => sum + entries.length, 0);
  return `<form role="search" id="search" hidden>
<label for="filter">Filter by name, role or file</label>
<input type="search" id="filter" autocomplete="off" spellcheck="false" aria-controls="plan" aria-describedby="count">
<button type="button" id="expand">Expand all</button>
<button type="button" id="collapse">Collapse all</button>
<p id="count" role="status" aria-live="polite">${count(changes, 'change')}</p>
</form>`;
}

function sectionHtml({ id, title, tone, entries, unseen }: OutlineSection): string {
  const isChange = changeSections.has(id);
  return `<section id="${id}" class="${tone}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title} (${entries.length})</h2>
${entries.length === 0 ? '' : `<ul>\n${entries.map((entry) => entryHtml(entry, isChange, id === 'removals')).join('\n')}\n</ul>\n`}${unseen === undefined ? '' : `<p>${unseen}</p>\n`}</section>`;
}

const signWords: Readonly<Record<OutlineEntry['sign'], string>> = {
  '-': 'minus',
  '-/+': 'replace',
  '~': 'change',
  '+': 'plus',
  '!': 'attention',
  '': '',
};

function entryHtml({ sign, title, notes, detail }: OutlineEntry, isChange: boolean, open: boolean): string {
  const mark =
    sign === ''
      ? ''
      : `<span class="sign" aria-hidden="true">${sign}</span><span class="spoken">${signWords[sign]}: </span>`;
  const more = notes.length === 0 ? '' : ` <span class="notes">${notes.map(htmlOf).join(', ')}</span>`;
  const head = `${mark}${htmlOf(title)}${more}`;
  const body =
    detail.length === 0
      ? head
      : `<details${open ? ' open' : ''}><summary>${head}</summary><pre>${htmlLines(detail)}</pre></details>`;
  return `<li class="entry${isChange ? ' change' : ''}">${body}</li>`;
}
