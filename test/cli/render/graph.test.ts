/** Graphs of plans are read here by small grammars of their own, stricter than what draws them. A failing case prints its seed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanDocument, PlanOperation } from '../../../src/core/plan-document.js';
import { renderGraphDot } from '../../../src/cli/render/graph-dot.js';
import { exceedsMermaid, renderGraphMermaid } from '../../../src/cli/render/graph-mermaid.js';
import { hostileNames, hostilePlan } from '../../golden-plans/plans.js';
import { planDocument, resourceChange } from '../support/plan-document.js';
import { hostileTexts } from './support/hostile.js';

const numRuns = Number(process.env['PROPERTY_RUNS'] ?? 40);

interface Read {
  /** By node: the lines of its label. */
  readonly nodes: ReadonlyMap<string, readonly string[]>;
  readonly organizations: readonly string[];
  readonly edges: readonly string[];
  readonly comments: readonly string[];
}

interface Grammar {
  readonly first: RegExp;
  readonly last?: RegExp;
  readonly comment: RegExp;
  readonly fixed: RegExp;
  readonly organization: RegExp;
  readonly node: RegExp;
  readonly edge: RegExp;
  readonly lines: (label: string) => readonly string[];
}

/** Throws where a line is none that a graph of a plan may have. */
function read(text: string, grammar: Grammar): Read {
  expect(text.endsWith('\n')).toBe(true);
  const lines = text.slice(0, -1).split('\n');
  expect(lines.shift()).toMatch(grammar.first);
  if (grammar.last !== undefined) expect(lines.pop()).toMatch(grammar.last);
  const nodes = new Map<string, readonly string[]>();
  const [organizations, edges, comments]: [string[], string[], string[]] = [[], [], []];
  for (const line of lines) {
    const [node, organization, edge, comment] = [grammar.node, grammar.organization, grammar.edge, grammar.comment].map(
      (rule) => rule.exec(line),
    );
    if (node) nodes.set(node[1] ?? '', grammar.lines(node[2] ?? ''));
    else if (organization) organizations.push(...grammar.lines(organization[1] ?? ''));
    else if (edge) edges.push(`${edge[1] ?? ''} ${edge[2] ?? ''}`);
    else if (comment) comments.push(comment[1] ?? '');
    else if (!grammar.fixed.test(line)) throw new Error(`Not a line of a graph: ${JSON.stringify(line)}`);
  }
  return { nodes, organizations, edges, comments };
}

const ownWords = String.raw`([A-Za-z0-9 ,.:]+)`;
const mermaidLabel = String.raw`"((?:[\p{L}\p{N} /,-]|#\d+;|<br/>)+)"`;
const mermaid: Grammar = {
  first: /^flowchart TD$/,
  comment: new RegExp(`^  %% ${ownWords}$`),
  fixed: /^ {2}end$/,
  organization: new RegExp(String.raw`^  subgraph organization\d+\[${mermaidLabel}\]$`, 'u'),
  node: new RegExp(String.raw`^    (op\d+)\[${mermaidLabel}\]$`, 'u'),
  edge: /^ {2}(op\d+) --> (op\d+)$/,
  lines: (label) =>
    label
      .split('<br/>')
      .map((line) => line.replace(/#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))),
};

const dotLabel = String.raw`"((?:[^"\\&\p{Cc}]|\\"|\\\\|\\l|&amp;)+)"`;
const dot: Grammar = {
  first: /^digraph plan \{$/,
  last: /^\}$/,
  comment: new RegExp(`^  // ${ownWords}$`),
  fixed: /^ {2}(?:node \[shape=box\];|subgraph cluster_organization\d+ \{|\})$/,
  organization: new RegExp(`^    label=${dotLabel};$`, 'u'),
  node: new RegExp(String.raw`^    (op\d+) \[label=${dotLabel}\];$`, 'u'),
  edge: /^ {2}(op\d+) -> (op\d+);$/,
  lines: (label) =>
    label
      .replace(/\\(["\\l])/g, (_, character: string) => (character === 'l' ? '\n' : character))
      .replaceAll('&amp;', '&')
      .replace(/\n$/, '')
      .split('\n'),
};

const formats: readonly (readonly [string, (plan: PlanDocument) => string, Grammar])[] = [
  ['Mermaid', renderGraphMermaid, mermaid],
  ['DOT', renderGraphDot, dot],
];

function operation(id: string, part: Partial<PlanOperation> = {}): PlanOperation {
  const defaults = { organization: 'acme-data', method: 'POST', path: '/v1/x', body: null, addresses: [], needs: [] };
  return { id, ...defaults, ...part };
}

describe.each(formats)('a graph in %s', (_, render, grammar) => {
  it('has every request with what it is for, by organization, and what it needs', () => {
    const plan = planDocument({
      summary: { ...planDocument().summary, add: 1, change: 1 },
      resource_changes: [
        resourceChange('acme-data/team/eng', ['create'], {}),
        resourceChange('acme-labs/member/bob@acme.com', ['delete', 'create'], {}),
      ],
      operations: [
        operation('1', { path: '/v1/teams', addresses: ['acme-data/team/eng'] }),
        operation('2', { path: '/v1/teams/{$ref:acme-data/team/eng}/members', addresses: ['acme-data/team/other'] }),
        operation('3', {
          organization: 'acme-labs',
          method: 'DELETE',
          path: '/v1/users/u1',
          addresses: ['acme-labs/member/bob@acme.com'],
          // Once is enough, and what no request has is no condition.
          needs: ['1', '2', '1', '99'],
        }),
      ],
    });
    expect(read(render(plan), grammar)).toEqual({
      comments: ['Plan: 1 to add, 1 to change, 0 to destroy.'],
      organizations: ['acme-data', 'acme-labs'],
      nodes: new Map([
        ['op1', ['Request 1', 'POST /v1/teams', 'create acme-data/team/eng']],
        ['op2', ['Request 2', 'POST /v1/teams/{id of acme-data/team/eng}/members', 'for acme-data/team/other']],
        ['op3', ['Request 3', 'DELETE /v1/users/u1', 'replace acme-labs/member/bob@acme.com']],
      ]),
      edges: ['op1 op3', 'op2 op3'],
    });
  });

  it('is a graph without anything where there are no changes, and says so', () => {
    const nothing = { nodes: new Map(), organizations: [], edges: [], comments: ['No changes.'] };
    expect(read(render(planDocument()), grammar)).toEqual(nothing);
    const broken = read(render(planDocument({ errored: true })), grammar);
    expect(broken.comments).toEqual(['This plan has errors, nothing of it can be applied']);
  });

  it('counts the addresses that would not fit', () => {
    const addresses = Array.from({ length: 5000 }, (_unused, index) => `acme-data/member/p${index}@acme.com`);
    const { nodes } = read(render(planDocument({ operations: [operation('1', { addresses })] })), grammar);
    expect(nodes.get('op1')).toHaveLength(9);
    expect(nodes.get('op1')?.at(-1)).toBe('and 4994 more');
  });

  it('grows with the plan and not faster', () => {
    const operations = Array.from({ length: 3000 }, (_unused, index) =>
      operation(String(index + 1), { needs: index === 0 ? [] : [String(index)] }),
    );
    const { nodes, edges } = read(render(planDocument({ operations })), grammar);
    expect([nodes.size, edges.length]).toEqual([3000, 2999]);
  });

  it('shows names as text, and nothing that a name holds is part of the graph', () => {
    const hold = (names: readonly string[]): void => {
      const hostile = hostilePlan(names);
      const operations = hostile.operations.map((each, index) => ({
        ...each,
        id: names[index] ?? '',
        organization: names[index % 3] ?? '',
        method: names[0] ?? '',
        needs: [...names],
      }));
      const text = render({ ...hostile, operations });
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u);
      expect(text).not.toMatch(/^\s*::|##\[|##vso\[/m);
      const { nodes, edges } = read(text, grammar);
      expect(nodes.size).toBe(names.length);
      expect(new Set(edges).size).toBe(edges.length);
      for (const [first, , third] of nodes.values()) {
        expect(first).toMatch(/^Request /);
        expect(third).toMatch(/^(?:create|update|replace|delete|for) /);
      }
    };
    hold(hostileNames);
    hold(graphNames);
    fc.assert(fc.property(hostileTexts, hold), { numRuns });
  });

  it('keeps a name that is spelled like a graph readable', () => {
    for (const name of graphNames) {
      const plan = planDocument({ operations: [operation('1', { addresses: [`acme-data/team/${name}`] })] });
      expect(read(render(plan), grammar).nodes.get('op1')?.[2]).toBe(
        `for acme-data/team/${name}`.replaceAll('\n', '\\n').replaceAll('\u202e', '\\u{202E}'),
      );
    }
  });
});

/** What would be syntax in one of the two. */
const graphNames: readonly string[] = [
  `"]`,
  `a"]; click op1 "https://evil.example" _blank; op9["b`,
  `%%{init: {"securityLevel": "loose"}}%%`,
  `click op1 href "javascript:alert(1)"`,
  `x\nclick op1 call alert()\nend`,
  'end',
  '`**bold** [link](https://evil.example)`',
  '- 1. list <br/> www.evil.example',
  'style:#fff; classDef a:#35;',
  '#quot; #35; &quot; &lt;b&gt;',
  'fa:fa-car <a href="x">y</a>',
  `", URL="javascript:alert(1)", label="`,
  `\\", shape=none, \\N \\G \\l`,
  'trailing \\',
  '<b>html label</b>',
  '*/ // /* comment',
  'a\u202eb',
];

describe('the limits of Mermaid', () => {
  it('are told from the text', () => {
    const chain = (length: number): string =>
      renderGraphMermaid(
        planDocument({
          operations: Array.from({ length }, (_unused, index) =>
            operation(String(index + 1), { path: '/', needs: [String(index)] }),
          ),
        }),
      );
    expect(exceedsMermaid(chain(501))).toBe(false);
    expect(exceedsMermaid(chain(502))).toBe(true);
    expect(exceedsMermaid('x'.repeat(50_001))).toBe(true);
  });
});
