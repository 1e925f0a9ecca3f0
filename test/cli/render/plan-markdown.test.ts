/** The budget of Markdown: what always fits, what gives way, and that it is said. A failing case prints its seed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument } from '../../../src/core/plan-document.js';
import { bytesOf, fitSections } from '../../../src/cli/render/markdown-budget.js';
import {
  defaultMarkdownBudget,
  leastMarkdownBudget,
  renderPlanMarkdown,
} from '../../../src/cli/render/plan-markdown.js';
import { hostileNames, hostilePlan, plans } from '../../golden-plans/plans.js';
import { planDocument, resourceChange } from '../support/plan-document.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 25);

/** Many of everything, with names of any length. */
const bigPlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    repeat: fc.integer({ min: 1, max: 60 }),
    long: fc.integer({ min: 0, max: 400 }),
    letter: fc.constantFrom('a', '`', '漢', '\u202E', '😀', '<', ' '),
    organizations: fc.integer({ min: 1, max: 20 }),
  })
  .map(({ repeat, long, letter, organizations }) => {
    const names = Array.from({ length: repeat }, (_, index) => `${index}${letter.repeat(long)}`);
    const plan = hostilePlan([...names, ...hostileNames]);
    const { length } = plan.guards;
    return {
      ...plan,
      guards: Array.from({ length: organizations }, () => plan.guards).flat(),
      summary: { ...plan.summary, add: length * 1_000_000, unchanged: Number.MAX_SAFE_INTEGER },
    };
  });

const budgets = fc.oneof(fc.integer({ min: leastMarkdownBudget, max: 200_000 }), fc.constant(defaultMarkdownBudget));

describe('Markdown within a budget', () => {
  it('never is above it, always has totals, guards, access and removals, and is always the same', () => {
    fc.assert(
      fc.property(bigPlan, budgets, (plan, budget) => {
        const markdown = renderPlanMarkdown(plan, { budget, key: 'acme' });
        expect(bytesOf(markdown)).toBeLessThanOrEqual(budget);
        expect(renderPlanMarkdown(structuredClone(plan), { budget, key: 'acme' })).toBe(markdown);
        const { add, change, destroy, pending, manual, blocked, unlisted } = plan.summary;
        expect(markdown).toContain(`\n| ${[add, change, destroy, pending, manual, blocked, unlisted].join(' | ')} |\n`);
        expect(markdown).toContain(`\nGuards: ${plan.guards.length} tripped.\n`);
        expect(markdown).toMatch(new RegExp(`^(?:### |\\*\\*)Access \\(${plan.access_changes.length}\\)`, 'm'));
        expect(markdown).toMatch(new RegExp(`^(?:### |\\*\\*)Removed \\(${destroy}\\)`, 'm'));
      }),
      { numRuns },
    );
  });

  it('gives way from details to names to counts, access and removals last, and says what it left out', () => {
    const { large } = plans;
    if (large === undefined) throw new Error('there is no large plan');
    const at = (budget: number): string => renderPlanMarkdown(large, { budget });
    const whole = at(1_000_000);
    expect(whole).not.toContain('Left out for space');
    expect(whole.match(/```diff/g)?.length).toBeGreaterThan(60);
    const names = at(20_000);
    expect(names).toContain('`acme-data/team/team-29`');
    expect(names).toMatch(/Left out for space: .*the details of 30 changes.*Run `orgwright plan` to see all of it\./);
    const counts = at(leastMarkdownBudget);
    expect(counts).toContain('`acme-data/member/leaver0@acme.com`');
    expect(counts).toMatch(/^\*\*Requests \(63\)\*\*$/m);
    expect(counts).toMatch(/Left out for space: .*63 requests/);
  });

  it('says where the whole is in the words it is given', () => {
    const { thousands } = plans;
    if (thousands === undefined) throw new Error('there is no such plan');
    const markdown = renderPlanMarkdown(thousands, { whole: 'The whole plan is in the artifact `plan`.' });
    expect(markdown).toMatch(
      /^> Left out for space: .* 2\d{3} requests\. The whole plan is in the artifact `plan`\.$/m,
    );
    expect(bytesOf(markdown)).toBeLessThanOrEqual(defaultMarkdownBudget);
    expect(bytesOf(markdown)).toBeGreaterThan(0.9 * defaultMarkdownBudget);
  });

  it('puts the signs of a diff first in their lines, but only our own', () => {
    const markdown = renderPlanMarkdown(
      planDocument({
        resource_changes: [
          resourceChange('a/team/x', ['update'], {
            before: { members: ['- forged', 'b'], roles: { deep: { '- role': 'x' } } },
            after: { members: ['- forged', 'c'], roles: { deep: { '- role': 'y' } } },
          }),
        ],
      }),
    );
    expect(markdown).toContain('\n    members:\n  -   b\n  +   c\n      (1 unchanged)\n');
    expect(markdown).toContain('\n      deep:\n  ~     - role: x -> y\n');
  });

  it('shows nothing but the totals of a plan without changes', () => {
    const markdown = renderPlanMarkdown(planDocument());
    expect(markdown).toMatch(/^## No changes\.\n/);
    expect(markdown).not.toMatch(/^###|<details>/m);
    expect(markdown).toContain('Guards: none apply.');
  });
});

describe('the shares of sections', () => {
  const entries = (amount: number, summary: string, detail = '') =>
    Array.from({ length: amount }, () => ({ summary, detail }));

  it('show names of all before details of any, in order', () => {
    const sections = [
      { entries: entries(2, '12345', 'x'.repeat(40)), frame: 10 },
      { entries: entries(2, '12345', 'x'.repeat(10)), frame: 10 },
    ];
    expect(fitSections(sections, 1_000)).toEqual([
      { shown: 2, detailed: true },
      { shown: 2, detailed: true },
    ]);
    expect(fitSections(sections, 80)).toEqual([
      { shown: 2, detailed: false },
      { shown: 2, detailed: true },
    ]);
    expect(fitSections(sections, 45)).toEqual([
      { shown: 2, detailed: false },
      { shown: 2, detailed: false },
    ]);
    expect(fitSections(sections, 15)).toEqual([
      { shown: 1, detailed: false },
      { shown: 0, detailed: false },
    ]);
    expect(fitSections(sections, -5)).toEqual([
      { shown: 0, detailed: false },
      { shown: 0, detailed: false },
    ]);
  });

  it('leave room for the sections after a long one', () => {
    const shares = fitSections(
      [
        { entries: entries(1_000, '1234567890'), frame: 0 },
        { entries: entries(5, '12345'), frame: 0 },
      ],
      200,
    );
    expect(shares).toEqual([
      { shown: 17, detailed: false },
      { shown: 5, detailed: false },
    ]);
  });
});
