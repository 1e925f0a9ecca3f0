/**
 * The order of a plan in DOT, for Graphviz. Names stand in quoted strings only, which a backslash or a quote of theirs
 * cannot end, and in which no escape or entity of theirs means anything.
 */
import type { PlanDocument } from '../../core/plan-document.js';
import { planGraph } from './graph.js';
import { planHeadline } from './plan-totals.js';

export function renderGraphDot(plan: PlanDocument): string {
  const { organizations, edges } = planGraph(plan);
  return [
    'digraph plan {',
    `  // ${planHeadline(plan)}`,
    '  node [shape=box];',
    ...organizations.flatMap(({ name, nodes }, index) => [
      `  subgraph cluster_organization${index + 1} {`,
      `    label="${escaped(name)}";`,
      // `\l` ends a line that stands to the left.
      ...nodes.map(({ id, lines }) => `    ${id} [label="${lines.map((line) => `${escaped(line)}\\l`).join('')}"];`),
      '  }',
    ]),
    ...edges.map(({ from, to }) => `  ${from} -> ${to};`),
    '}',
    '',
  ].join('\n');
}

/** Graphviz reads `\N` and the like in labels, and HTML's entities. */
function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&').replaceAll('&', '&amp;');
}
