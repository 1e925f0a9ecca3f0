import { describe, expect, it } from 'vitest';
import { toText } from '../../../src/cli/render/line.js';
import { loadTextDiff, renderPlanText } from '../../../src/cli/render/plan-text.js';
import type { JsonObject } from '../../../src/core/json.js';
import { planDocument, resourceChange } from '../support/plan-document.js';

async function render(before: JsonObject, after: JsonObject, color = false): Promise<string> {
  const plan = planDocument({ resource_changes: [resourceChange('acme/team/x', ['update'], { before, after })] });
  const lines = toText(renderPlanText(plan, await loadTextDiff(plan)), color).split('\n');
  const first = lines.findIndex((line) => line.includes('# org.yaml'));
  return lines.slice(first + 1, lines.indexOf('', first)).join('\n');
}

const renderText = (before: string, after: string, color = false): Promise<string> =>
  render({ description: before }, { description: after }, color);

const prose =
  'Builds the pipelines that bring the orders into the warehouse, and keeps them running at night and on weekends.';
const numbered = (amount: number): string[] => Array.from({ length: amount }, (_, index) => `line ${index + 1}`);
const certificate = (letter: string): string =>
  `-----BEGIN CERTIFICATE-----\n${letter.repeat(64)}\n${letter.repeat(20)}\n-----END CERTIFICATE-----\n`;

describe('what differs between two long texts', () => {
  it('is words, where each is one line', async () => {
    expect(await renderText(prose, prose.replace('orders', 'invoices and orders'))).toMatchInlineSnapshot(
      `"    ~ description: "... that bring the {+invoices and +}orders into the ...""`,
    );
    expect(
      await renderText(prose, prose.replace('Builds', 'Runs').replace('at night', 'every day')),
    ).toMatchInlineSnapshot(
      `"    ~ description: "[-Builds-]{+Runs+} the pipelines that ... keeps them running [-at night-]{+every day+} and on weekends.""`,
    );
    expect(await renderText(prose, `${prose} Ask us.`)).toMatchInlineSnapshot(
      `"    ~ description: "... and on weekends.{+ Ask us.+}""`,
    );
    expect(await renderText(prose, prose.replace('orders', 'invoices'), true)).toContain(
      '\u001b[31m[-orders-]\u001b[39m\u001b[32m{+invoices+}\u001b[39m',
    );
  });

  it('is lines, where one has several', async () => {
    const lines = numbered(12);
    const changed = lines.with(5, 'another').toSpliced(10, 1);
    expect(await renderText(`${lines.join('\n')}\n`, `${changed.join('\n')}\n`)).toMatchInlineSnapshot(`
      "    ~ description:
              (3 unchanged lines)
              line 4
              line 5
            - line 6
            + another
              line 7
              line 8
              line 9
              line 10
            - line 11
              line 12"
    `);
    expect(await renderText('one\ntwo', 'one\ntwo\n')).toMatchInlineSnapshot(`
      "    ~ description:
              (2 unchanged lines)
              (the newline at the end is new)"
    `);
    expect(await renderText('', 'one\n\ntwo\n')).toContain('+ one');
  });

  it('is certificates, where a chain of them changes', async () => {
    const [a, b, c] = [certificate('A'), certificate('B'), certificate('C')];
    expect(await renderText(a + b, a + c)).toMatchInlineSnapshot(`
      "    ~ description:
              certificate AAAAAAAA...AAAAAAAAAAAA
            - certificate BBBBBBBB...BBBBBBBBBBBB
            + certificate CCCCCCCC...CCCCCCCCCCCC"
    `);
    expect(await renderText(a, b)).toBe(
      '    ~ description: certificate AAAAAAAA...AAAAAAAAAAAA -> certificate BBBBBBBB...BBBBBBBBBBBB',
    );
  });

  it('is both by their ends, where they have little in common or are too long to compare', async () => {
    expect(await renderText(prose, 'x'.repeat(100))).toBe(
      `    ~ description: "${prose.slice(0, 40)}"..."${prose.slice(-20)}" (${prose.length} characters) -> ` +
        `"${'x'.repeat(40)}"..."${'x'.repeat(20)}" (100 characters)`,
    );
    const [old, now] = ['a', 'b'].map((letter) =>
      Array.from({ length: 20_000 }, (_, index) => letter + index).join('\n'),
    );
    expect(await renderText(old ?? '', now ?? '')).toMatch(/^ {4}~ description: "a0\\na1.*characters\) -> "b0/);
  });

  it('ends after many lines', async () => {
    const shown = (await renderText('', `${numbered(200).join('\n')}\n`)).split('\n');
    expect(shown).toHaveLength(62);
    expect(shown.at(-1)).toBe('        ... and 140 more lines');
  });

  it('is found below other attributes, and only there is the library loaded', async () => {
    expect(await render({ a: { b: prose } }, { a: { b: `${prose} Ask.` } })).toMatchInlineSnapshot(`
      "      a:
            ~ b: "... and on weekends.{+ Ask.+}""
    `);
    const short = planDocument({
      resource_changes: [
        resourceChange('acme/team/x', ['update'], { before: { a: 'x', b: prose }, after: { a: 'y', b: prose } }),
        resourceChange('acme/team/y', ['create'], { after: { b: prose } }),
      ],
    });
    expect(await loadTextDiff(short)).toBeUndefined();
  });

  it('cannot steer the terminal', async () => {
    expect(await renderText('one\ntwo', 'one\n\u001b[2J\r\n')).toContain('+ \\u{1B}[2J\\r');
  });
});
