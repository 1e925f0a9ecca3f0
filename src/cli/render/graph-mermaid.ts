/**
 * The order of a plan as a Mermaid flowchart. Names stand in quoted labels only, and of their characters only letters,
 * digits and a few more as they are. The others are Mermaid's entity codes (`#35;`): no name can end a label, begin a
 * directive, a `click` or a `style`, or be taken for Markdown, HTML or a link.
 */
import type { PlanDocument } from '../../core/plan-document.js';
import { planGraph } from './graph.js';
import { planHeadline } from './plan-totals.js';

export function renderGraphMermaid(plan: PlanDocument): string {
  const { organizations, edges } = planGraph(plan);
  return [
    'flowchart TD',
    `  %% ${planHeadline(plan)}`,
    ...organizations.flatMap(({ name, nodes }, index) => [
      `  subgraph organization${index + 1}["${escaped(name)}"]`,
      ...nodes.map(({ id, lines }) => `    ${id}["${lines.map(escaped).join('<br/>')}"]`),
      '  end',
    ]),
    ...edges.map(({ from, to }) => `  ${from} --> ${to}`),
    '',
  ].join('\n');
}

/** Mermaid draws no more than these unless its page is told to, which a graph itself cannot do. */
export const mermaidLimits = { characters: 50_000, edges: 500 };

export function exceedsMermaid(text: string): boolean {
  return text.length > mermaidLimits.characters || text.split(' --> ').length - 1 > mermaidLimits.edges;
}

function escaped(text: string): string {
  return text.replace(/[^\p{L}\p{N} /,-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}
