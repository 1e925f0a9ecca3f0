/** Names are data: whatever the vendor's objects are called, they are planned, addressed, shown and written right. */
import { describe, expect } from 'vitest';
import { toText } from '../../../src/cli/render/line.js';
import { renderPlanText } from '../../../src/cli/render/plan-text.js';
import { expectDone, expectNothingToDo, type Contract } from '../harness.js';

export const hostileNames: Readonly<Record<string, string>> = {
  'escape codes': '\u001b[31mred\u001b[0m\u001b]0;title\u0007\r\n',
  'a reversed direction': '\u202enimda\u2066\u200b',
  Markdown: '</details>| [x](javascript:alert) `**`<!-- @everyone',
  ['__proto__']: '__proto__',
  constructor: 'constructor',
  toString: 'toString',
  'slashes and dots': '../../team//a/b/',
  'URL characters': 'a?b=c&d#e%2F%zz+ ;',
  'a marker': '{$ref:acme/team/x}',
  braces: 'a}b{c}',
  'a marker of a secret': '{"$secret":{"env":"HOME"}}',
  'spaces around': '  spaced  ',
  'half a character': 'a\ud800b',
  'many characters': 'long '.repeat(2000),
};

export function names<Base>({ subject, test, within }: Contract<Base>): void {
  for (const [what, { add, then, holds }] of Object.entries(subject.liveNames)) {
    describe(`takes any name of ${what}`, () => {
      for (const [title, name] of Object.entries(hostileNames)) {
        test(`${what}: ${title}`, async () => {
          const untouched = await within([], ({ objects }) => objects());
          await within([(base) => add(base, name)], async ({ apply, plan, objects }) => {
            const { plan: applied, report } = await apply();
            expectDone(report);
            expect(toText(renderPlanText(applied.document), false)).not.toMatch(/[^\P{C}\n]|[\u2028\u2029]/u);
            expect(JSON.parse(JSON.stringify(applied.document))).toEqual(applied.document);
            expectNothingToDo(await plan());
            if (then === 'removed') expect(await objects()).toEqual(untouched);
            else expect((await objects()).filter((object) => holds?.(object, name))).toHaveLength(1);
          });
        });
      }
    });
  }
}
