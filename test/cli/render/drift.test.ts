import { describe, expect, it } from 'vitest';
import type { DriftReport } from '../../../src/cli/render/drift-counts.js';
import { renderDriftJson } from '../../../src/cli/render/drift-json.js';
import { renderDriftMarkdown } from '../../../src/cli/render/drift-markdown.js';
import { renderDriftText } from '../../../src/cli/render/drift-text.js';
import { toText } from '../../../src/cli/render/line.js';
import type { DriftItem, DriftSummary } from '../../../src/core/drift.js';

const noCounts: DriftSummary = {
  missing: 0,
  extra: 0,
  changed: 0,
  blocked: 0,
  privileged: 0,
  pending: 0,
  kept: 0,
  manual: 0,
};

function reportOf(items: readonly DriftItem[] = [], part: Partial<DriftReport> = {}): DriftReport {
  const countOf = (direction: string): number => items.filter((item) => item.direction === direction).length;
  const summary = {
    ...noCounts,
    missing: countOf('missing'),
    extra: countOf('extra'),
    changed: countOf('changed'),
    ...part.summary,
  };
  return { items, keptPrivileged: [], complete: true, errored: false, diagnostics: [], ...part, summary };
}

const text = (report: DriftReport, color = false): string => toText(renderDriftText(report), color);

const several = reportOf(
  [
    { address: 'a/member/bob@acme.com', direction: 'missing', owner: 'yaml', detail: '', after: { role: 'MEMBER' } },
    {
      address: 'a/member/zed@acme.com',
      direction: 'extra',
      owner: 'jit',
      policy: 'remove',
      privileged: ['ORG_OWNER', 'GROUP_OWNER'],
    },
    {
      address: 'a/team/ops',
      direction: 'changed',
      owner: 'yaml',
      detail: 'differs',
      before: { jit: { role: 'OWNER' }, title: 'x', list: [] },
      after: { jit: { role: 'MEMBER' }, title: 'y', url: 'https://x.example/' },
    },
    { address: 'a/team/ops', direction: 'extra', owner: 'scim', member: 'max@acme.com', policy: 'report' },
    { address: 'b/team/dba', direction: 'missing', owner: 'scim', detail: 'not in the team: bob', blocked: true },
    { address: 'odd', direction: 'changed', owner: 'yaml', before: { certificate: { $secret: 'x' } }, after: {} },
  ],
  {
    keptPrivileged: [
      {
        address: 'b/member/ida@acme.com',
        origin: 'manual',
        policy: 'keep',
        roles: ['ORG_OWNER'],
        privileged: ['ORG_OWNER'],
      },
    ],
    summary: { ...noCounts, missing: 2, extra: 2, changed: 2, blocked: 1, pending: 3, kept: 4, manual: 1 },
  },
);

describe('drift as text', () => {
  it('is by organization, extras first, with whose they are', () => {
    expect(text(several)).toBe(`\
a:
  extra    a/member/zed@acme.com with ORG_OWNER, GROUP_OWNER (owner jit, not removed: provisioned, or not read completely)
  extra    a/team/ops: max@acme.com (owner scim)
  changed  a/team/ops (differs)
           jit/role: live OWNER, wanted MEMBER
           title: live x, wanted y
           url: live (none), wanted https://x.example/
  missing  a/member/bob@acme.com
           role: MEMBER

b:
  missing  b/team/dba (only scim can change it, not in the team: bob)

odd:
  changed  odd
           certificate: live (secret), wanted (none)

Kept by policy, with a privileged role:
  b/member/ida@acme.com with ORG_OWNER (owner manual, kept by policy)

Besides: 1 of these only another system can change, 3 pending, 4 kept by policy, 1 manual step that no API can verify.
Drift: 2 missing, 2 extra, 2 changed.
`);
  });

  it('begins with "No drift." only where everything was compared', () => {
    expect(text(reportOf())).toBe('No drift.\n');
    expect(text(reportOf([], { summary: { ...noCounts, pending: 1, manual: 2 } }))).toBe(
      'No drift.\nBesides: 1 pending, 2 manual steps that no API can verify.\n',
    );
    expect(text(reportOf([], { complete: false }))).toBe(
      'This report is incomplete: not everything could be read.\n\nDrift: 0 missing, 0 extra, 0 changed.\n',
    );
    expect(text(reportOf([], { errored: true, complete: false }))).toBe(
      'This report has errors: what they are about is not compared.\n\nDrift: 0 missing, 0 extra, 0 changed.\n',
    );
  });

  it('names the people of a team, up to a number', () => {
    const members = (amount: number): string[] =>
      Array.from({ length: amount }, (_, index) => `p${String(index).padStart(2, '0')}@acme.com`);
    const team = (amount: number): string =>
      text(
        reportOf([{ address: 'a/team/x', direction: 'missing', owner: 'yaml', after: { members: members(amount) } }]),
      );
    expect(team(51)).toContain('p49@acme.com, p50@acme.com\n');
    expect(team(60)).toContain('p49@acme.com, and 10 more\n');
  });

  it('shows names from live systems as data, coloured or not', () => {
    const hostile = reportOf([
      { address: 'a/team/\u001b[2J\u202Eevil\u200B\nDrift: 0', direction: 'extra', owner: 'manual' },
      { address: '::error::x/team/y', direction: 'extra', owner: 'manual', before: { '\u001b]0;x': '\u0007' } },
    ]);
    for (const color of [true, false]) {
      const shown = text(hostile, color);
      expect(shown).toContain('a/team/\\u{1B}[2J\\u{202E}evil\\u{200B}\\nDrift: 0');
      expect(shown.replace(/\u001b\[\d+m/g, '')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e\u200b]/u);
      expect(shown).not.toMatch(/^\s*::/m);
    }
  });
});

describe('drift as Markdown', () => {
  it('begins with who holds a privileged role, then goes by direction', () => {
    expect(renderDriftMarkdown(several)).toBe(`\
## Drift: 2 missing, 2 extra, 2 changed

Besides: 1 of these only another system can change, 3 pending, 4 kept by policy, 1 manual step that no API can verify.

### Privileged roles that nobody asked for (1)

- extra: \`a/member/zed@acme.com\` with **\`ORG_OWNER\`, \`GROUP_OWNER\`** (owner \`jit\`, not removed: provisioned, or not read completely)

### Extra: live, but not in the configuration (1)

- \`a/team/ops\`: \`max@acme.com\` (owner \`scim\`)

### Changed: not as configured (2)

- \`a/team/ops\` (\`differs\`)
  - \`jit/role\`: live \`OWNER\`, wanted \`MEMBER\`
  - \`title\`: live \`x\`, wanted \`y\`
  - \`url\`: live \`(none)\`, wanted \`https://x.example/\`
- \`odd\`
  - \`certificate\`: live \`(secret)\`, wanted \`(none)\`

### Missing: configured, but not live (2)

- \`a/member/bob@acme.com\`
  - \`role\`: \`MEMBER\`
- \`b/team/dba\` (only \`scim\` can change it, \`not in the team: bob\`)

### Kept by policy, with a privileged role (1)

- \`b/member/ida@acme.com\` with **\`ORG_OWNER\`** (owner \`manual\`, kept by policy)
`);
  });

  it('says no drift, and what is not known', () => {
    expect(renderDriftMarkdown(reportOf())).toBe('## No drift\n');
    expect(renderDriftMarkdown(reportOf([], { complete: false }))).toBe(
      '## Drift: 0 missing, 0 extra, 0 changed\n\nThis report is incomplete: not everything could be read.\n',
    );
  });

  it.each([
    '@octocat and @acme/admins',
    '<img src=x onerror=alert(1)>',
    '[click](https://evil.example)',
    '`` ` @octocat ```',
    '`@octocat',
    '| a | b |',
    '**bold** _x_ #1 GH-1 https://evil.example www.evil.example',
    '-->\n## No drift\n- ::error::x',
    '&#64;octocat',
    '\\`@octocat',
    '</code></details>',
  ])('shows %j in code and nowhere else', (name) => {
    const markdown = renderDriftMarkdown(
      reportOf([
        {
          address: `a/team/${name}`,
          direction: 'extra',
          owner: name,
          member: name,
          detail: name,
          before: { [name]: name },
        },
        { address: `a/team/${name}`, direction: 'extra', owner: 'jit', privileged: [name] },
      ]),
    );
    const outside = withoutCode(markdown);
    expect(outside).not.toMatch(/octocat|admins|evil|onerror|bold|<|\||@|&/);
    expect(outside.match(/^## /gm)).toHaveLength(1);
    expect(markdown.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  it('stays within its budget: privileged ones are named first, and what is left out is said', () => {
    const items = Array.from({ length: 3_000 }, (_, index): DriftItem => ({
      address: `a/member/person${index}@acme.com`,
      direction: 'extra',
      owner: 'manual',
      before: { role: 'ORG_MEMBER' },
      ...(index % 300 === 299 && { privileged: ['ORG_OWNER'] }),
    }));
    const markdown = renderDriftMarkdown(reportOf(items));
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(60_000);
    expect(markdown.match(/with \*\*`ORG_OWNER`\*\*/g)).toHaveLength(10);
    expect(markdown).toMatch(/\n- \.\.\. and \d+ more\n/);
    expect(markdown).toMatch(/\n> Shortened for space\. Run `orgwright drift` to see all of it\.\n$/);
    const least = renderDriftMarkdown(reportOf(items), 2_000);
    expect(Buffer.byteLength(least)).toBeLessThanOrEqual(2_000);
    expect(least.match(/with \*\*`ORG_OWNER`\*\*/g)).toHaveLength(10);
  });
});

describe('drift as JSON', () => {
  it('keeps every value and shows no terminal what it might obey', () => {
    const name = '\u001b[2J\u009b\u202E\u200B\u2028##[error]';
    const json = renderDriftJson(reportOf([{ address: name, direction: 'extra', owner: 'manual' }]));
    expect((JSON.parse(json) as { drift: DriftItem[] }).drift[0]?.address).toBe(name);
    expect(json).not.toMatch(/[\u001b\u009b\u202e\u200b\u2028]|##\[/u);
  });
});

/** CommonMark's rule for code spans: a run of backticks is closed by the next run of the same length. */
function withoutCode(markdown: string): string {
  return markdown
    .split('\n')
    .map((line) => {
      let rest = line;
      let outside = '';
      for (let open = /`+/.exec(rest); open !== null; open = /`+/.exec(rest)) {
        outside += rest.slice(0, open.index);
        const after = rest.slice(open.index + open[0].length);
        const close = [...after.matchAll(/`+/g)].find(([run]) => run.length === open?.[0].length);
        if (close === undefined) return outside + after;
        rest = after.slice(close.index + close[0].length);
      }
      return outside + rest;
    })
    .join('\n');
}
