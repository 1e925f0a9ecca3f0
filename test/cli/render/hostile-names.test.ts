/** Names from live systems are data in every format: readable, and nothing else. A failing case prints its seed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../src/core/plan-document.js';
import { toText } from '../../../src/cli/render/line.js';
import { renderPlanGithub, renderPlanOutputs } from '../../../src/cli/render/plan-github.js';
import { planScript } from '../../../src/cli/render/plan-html-script.js';
import { planStyle } from '../../../src/cli/render/plan-html-style.js';
import { renderPlanHtml } from '../../../src/cli/render/plan-html.js';
import { renderPlanJson } from '../../../src/cli/render/plan-json.js';
import { commentMarker, renderPlanMarkdown } from '../../../src/cli/render/plan-markdown.js';
import { loadTextDiff, renderPlanText } from '../../../src/cli/render/plan-text.js';
import { hostileNames, hostilePlan } from '../../golden-plans/plans.js';
import { hostileTexts } from './support/hostile.js';
import { markdownProse } from './support/markdown-prose.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 60);
/** Invisible, or obeyed by a terminal. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const runnerCommand = /^\s*::|##\[|##vso\[/;
const room = 10_000_000;

async function hold(property: (plan: PlanDocument) => void | Promise<void>): Promise<void> {
  await property(hostilePlan(hostileNames));
  await fc.assert(
    fc.asyncProperty(hostileTexts, async (names) => property(hostilePlan(names))),
    { numRuns },
  );
}

describe('names in a plan', () => {
  it('cannot steer a terminal, hide, or command a runner as text', async () => {
    await hold(async (plan) => {
      const lines = renderPlanText(plan, await loadTextDiff(plan));
      for (const color of [false, true]) {
        for (const line of toText(lines, color).trimEnd().split('\n')) {
          // Our own colours.
          const plain = line.replace(/\u001b\[\d+m/g, '');
          expect(color ? plain : line).not.toMatch(unseen);
          expect(plain).not.toMatch(runnerCommand);
        }
      }
    });
  });

  it('are the same values as JSON, and invisible nowhere', async () => {
    await hold((plan) => {
      const json = renderPlanJson(plan);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(plan)));
      for (const line of json.trimEnd().split('\n')) {
        expect(line).not.toMatch(unseen);
        expect(line).not.toMatch(runnerCommand);
      }
    });
  });

  it('are only ever code in Markdown', async () => {
    const tags = /<details><summary>|<\/summary>|<\/details>|<sub>|<\/sub>/g;
    await hold(async (plan) => {
      const textDiff = await loadTextDiff(plan);
      const markdown = renderPlanMarkdown(plan, { key: 'a', budget: room, ...(textDiff && { textDiff }) });
      const [marker, ...lines] = markdown.split('\n');
      expect(marker).toBe('<!-- orgwright:plan:a -->');
      const { text } = markdownProse(lines.join('\n'));
      for (const line of text.split('\n')) {
        // Our own words, numbers, headings, one table of numbers, lists, and five tags: no markup that a name could give.
        expect(line.replace(tags, '')).toMatch(
          /^(?:#{2,3} |- |\| |> | {2}|\*\*(?=Access: .*\*\*$))?[A-Za-z0-9 ,.:;()|'-]*(?:\*\*)?$/,
        );
      }
      for (const line of lines) {
        expect(line).not.toMatch(unseen);
        expect(line).not.toMatch(runnerCommand);
      }
    });
  });

  it('are only ever text in HTML', async () => {
    const tag =
      /<(?:\/?(?:body|head|header|footer|main|nav|section|ul|li|dl|dt|dd|div|p|h1|h2|pre|summary|details|code|bdi|span|form|label|a|title|button)|(?:li|span|section|div|dl|p|a|nav|form|label|input|button|main|details|h2) [a-z-]+[^<>]*)>/g;
    await hold(async (plan) => {
      const html = renderPlanHtml(plan, await loadTextDiff(plan));
      expect(html.match(/<script/g)).toHaveLength(1);
      const start = html.indexOf('<body>');
      const body = html.slice(start, html.lastIndexOf('<script>'));
      const text = body.replace(tag, '');
      expect(text).not.toMatch(/[<>"]/);
      expect(text).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39|#58|#35);)/);
      // No name stands in an attribute: there are no others than these.
      const attributes = [...body.matchAll(tag)].flatMap(([whole]) => [
        ...whole.matchAll(/ ([a-z-]+)(?:="([^"]*)")?/g),
      ]);
      for (const [, name = '', value = ''] of attributes) {
        expect(name).toMatch(
          /^(?:class|id|href|type|for|role|hidden|open|tabindex|autocomplete|spellcheck|aria-[a-z]+)$/,
        );
        expect(value).toMatch(/^#?[a-z -]*$|^-1$|^Sections$/);
      }
      for (const line of body.split('\n')) {
        expect(line).not.toMatch(unseen);
        expect(line).not.toMatch(runnerCommand);
      }
      expect(html).toContain(planScript);
      expect(html).toContain(planStyle);
    });
  });

  it('cannot forge a command, a property or an output for GitHub', async () => {
    await hold((plan) => {
      const lines = renderPlanGithub(plan).split('\n');
      expect(lines.splice(-2)).toEqual(['This plan has errors, nothing of it can be applied', '']);
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) {
        const [, properties = '', message] =
          /^::(?:error|warning|notice) ((?:[a-z]+=[^:,]*)(?:,[a-z]+=[^:,]*)*)::(.*)$/su.exec(line) ?? [];
        expect(message, line).toBeDefined();
        expect(message).not.toMatch(/::/);
        expect(line).not.toMatch(unseen);
        expect(line.slice(2)).not.toMatch(/##\[|##vso\[/);
        const names = properties.split(',').map((property) => property.slice(0, property.indexOf('=')));
        expect(['title', 'file,line,col,title']).toContain(names.join(','));
      }
      for (const line of renderPlanOutputs(plan).trimEnd().split('\n')) {
        expect(line).toMatch(/^(?:[a-z_]+=[a-z0-9:]+|access=Access: [^\n]+)$/);
        expect(line).not.toMatch(unseen);
      }
    });
  });

  it('can still be read', async () => {
    const plan = hostilePlan(['al\u202Eice \u001b[31m<b>@ops</b>`x`']);
    const shown = 'al\\u{202E}ice \\u{1B}[31m<b>@ops</b>`x`';
    expect(toText(renderPlanText(plan), false)).toContain(`acme-data/team/${shown}`);
    expect(markdownProse(renderPlanMarkdown(plan)).code.map((span) => span.trim())).toContain(
      `acme-data/team/${shown}`,
    );
    expect(renderPlanHtml(plan)).toContain(
      `<code><bdi>acme-data/team/${shown.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</bdi></code>`,
    );
    expect(renderPlanGithub(plan)).toContain(`title=acme-data/team/${shown} is removed::`);
  });

  it.each(['--><script>', 'a\nb', '@team', '-->', 'x'.repeat(500), '../a b'])(
    'cannot end the marker of a comment: %j as its key',
    (key) => {
      expect(commentMarker(key)).toMatch(/^<!-- orgwright:plan:(?:(?!--)[\w./@-]){1,100} -->$/);
    },
  );
});
