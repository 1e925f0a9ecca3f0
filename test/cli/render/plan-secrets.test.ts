/** The planner puts no secret into a plan; should one get there, what is marked as sensitive is still not shown. */
import { expect, it } from 'vitest';
import type { PlanDocument } from '../../../src/core/plan-document.js';
import { toText } from '../../../src/cli/render/line.js';
import { renderPlanGithub } from '../../../src/cli/render/plan-github.js';
import { renderPlanHtml } from '../../../src/cli/render/plan-html.js';
import { renderPlanMarkdown } from '../../../src/cli/render/plan-markdown.js';
import { renderPlanText } from '../../../src/cli/render/plan-text.js';
import { planDocument, resourceChange } from '../support/plan-document.js';

const plan = planDocument({
  resource_changes: [
    resourceChange('acme-data/sso/acme.com', ['update'], {
      before: { nested: { key: 'hunter2', open: 1 } },
      after: { nested: { key: 'hunter3', open: 2 }, token: { $secret: { env: 'TOKEN' } } },
      before_sensitive: { nested: { key: true } },
      after_sensitive: { nested: { key: true } },
    }),
  ],
});

it.each<[string, (plan: PlanDocument) => string]>([
  ['text', (document) => toText(renderPlanText(document), false)],
  ['Markdown', (document) => renderPlanMarkdown(document)],
  ['HTML', (document) => renderPlanHtml(document)],
  ['GitHub', (document) => renderPlanGithub(document)],
])('a secret is shown as such in %s', (_, render) => {
  const output = render(plan);
  expect(output).toContain('key: (secret)');
  expect(output).toContain('token: (secret)');
  expect(output).not.toContain('hunter');
});
