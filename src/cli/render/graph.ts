/**
 * What is drawn of a plan: its operations by organization, and which must have succeeded before which. The formats only
 * spell it. All texts are data still.
 */
import type { PlanDocument, PlanOperation } from '../../core/plan-document.js';
import { signOf, type ChangeSign } from './change-sign.js';
import { clip } from './clip.js';
import { printable } from './printable.js';
import { withoutRunnerCommands } from './runner-commands.js';
import { formatPath } from './value.js';

export interface Graph {
  readonly organizations: readonly GraphOrganization[];
  readonly edges: readonly GraphEdge[];
}

interface GraphOrganization {
  readonly name: string;
  readonly nodes: readonly GraphNode[];
}

interface GraphNode {
  /** A place in the plan: names and ids from outside are labels only. */
  readonly id: string;
  readonly lines: readonly string[];
}

interface GraphEdge {
  readonly from: string;
  readonly to: string;
}

/** One request may serve thousands of people. */
const shownAddresses = 6;
const longestName = 160;

export function planGraph({ operations, resource_changes }: PlanDocument): Graph {
  const actions = new Map(resource_changes.map((change) => [change.address, actionWords[signOf(change)]]));
  const ids = new Map(operations.map(({ id }, index) => [id, `op${index + 1}`]));
  const organizations = new Map<string, GraphNode[]>();
  for (const [index, operation] of operations.entries()) {
    const node = { id: `op${index + 1}`, lines: linesOf(operation, actions) };
    const nodes = organizations.get(operation.organization);
    if (nodes === undefined) organizations.set(operation.organization, [node]);
    else nodes.push(node);
  }
  return {
    organizations: [...organizations].map(([name, nodes]) => ({ name: shown(visible(name)), nodes })),
    edges: operations.flatMap(({ needs }, index) =>
      [...new Set(needs)].flatMap((need) => {
        const from = ids.get(need);
        return from === undefined ? [] : [{ from, to: `op${index + 1}` }];
      }),
    ),
  };
}

const actionWords: Readonly<Record<ChangeSign, string>> = {
  '+': 'create',
  '~': 'update',
  '-': 'delete',
  '-/+': 'replace',
};

/** Each begins with a word of ours, so that no name is taken for the beginning of something. */
function linesOf(
  { id, method, path, addresses }: PlanOperation,
  actions: ReadonlyMap<string, string>,
): readonly string[] {
  const rest = addresses.length - shownAddresses;
  return [
    shown(`Request ${id}`),
    shown(`${method} ${formatPath(path)}`),
    ...addresses.slice(0, shownAddresses).map((address) => shown(`${actions.get(address) ?? 'for'} ${address}`)),
    ...(rest > 0 ? [`and ${rest} more`] : []),
  ];
}

/** A label cannot be empty. */
function visible(name: string): string {
  return name.trim() === '' ? `"${name}"` : name;
}

function shown(text: string): string {
  return withoutRunnerCommands(clip(printable(text), longestName));
}
