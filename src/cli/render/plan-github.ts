/** The plan for a job of GitHub Actions: annotations at the lines of the YAML, and outputs for the steps that follow. */
import type { PlanDocument, ResourceChange } from '../../core/plan-document.js';
import type { SourceRef } from '../../errors.js';
import { toText } from './line.js';
import { renderAttributeDiff } from './attribute-diff.js';
import { changesWith, signOf, type ChangeSign } from './change-sign.js';
import { accessEntries } from './access-changes.js';
import { accessSummary } from './access-summary.js';
import { clip } from './clip.js';
import { diagnosticAnnotation } from './diagnostics-github.js';
import { acknowledgementFlag } from './guard-words.js';
import { isNotable } from './plan-outline.js';
import { plainText } from './phrase.js';
import { planHeadline } from './plan-totals.js';
import { printable } from './printable.js';
import { privilegeGains } from './privilege-gains.js';
import { workflowCommand, type Annotation } from './workflow-command.js';

export interface GithubOptions {
  /** The file as the repository knows it; plans name files from where they were made. */
  readonly fileInRepository?: (file: string) => string;
}

/** GitHub shows no more of a level in a step, and drops the rest without a word. */
const shownOfLevel = 10;
const longestMessage = 1_000;

export function renderPlanGithub(
  plan: PlanDocument,
  { fileInRepository = (file) => file }: GithubOptions = {},
): string {
  const groups = planAnnotations(plan);
  const annotations = (['error', 'warning', 'notice'] as const).flatMap((level) =>
    limited(
      groups.map((group) => group.filter((annotation) => annotation.level === level)),
      level,
    ),
  );
  const commands = annotations.map((annotation) =>
    workflowCommand({
      ...annotation,
      title: inert(annotation.title),
      message: inert(annotation.message),
      ...(annotation.file !== undefined && { file: fileInRepository(annotation.file) }),
    }),
  );
  return `${commands.join('')}${planHeadline(plan)}\n`;
}

/** Not even where it would mean nothing does a name give what looks like a command. */
function inert(text: string): string {
  return clip(text, longestMessage).replaceAll('::', ':\\u{3A}');
}

/** Where there are too many, each group has its turn: many removals must not hide who becomes an owner. */
function limited(groups: readonly (readonly Annotation[])[], level: Annotation['level']): readonly Annotation[] {
  const all = groups.flat();
  if (all.length <= shownOfLevel) return all;
  const taken = groups.map(() => 0);
  for (let left = shownOfLevel - 1; left > 0;) {
    for (const [index, group] of groups.entries()) {
      if (left > 0 && (taken[index] ?? 0) < group.length) {
        taken[index] = (taken[index] ?? 0) + 1;
        left -= 1;
      }
    }
  }
  const shown = groups.flatMap((group, index) => group.slice(0, taken[index]));
  const title = `${all.length - shown.length} more`;
  return [...shown, { level, title, message: 'GitHub shows ten of a kind; the others are in the summary of the job.' }];
}

/** In groups: guards and access first, then what is removed, then who gains privileges, then the rest. */
function planAnnotations(plan: PlanDocument): Annotation[][] {
  const at = new Map(plan.resource_changes.map(({ address, source }) => [address, source]));
  const changes = (signs: readonly ChangeSign[], level: Annotation['level']): Annotation[] =>
    changesWith(plan.resource_changes, signs).map((change) => changeAnnotation(change, level));
  return [
    plan.diagnostics.filter(({ code }) => code === 'weaker-guard').map(diagnosticAnnotation),
    plan.diagnostics.filter(({ code }) => code !== 'weaker-guard').map(diagnosticAnnotation),
    plan.guards.filter(isNotable).map((guard): Annotation => {
      const { id, organization, status, detail } = guard;
      const flag = acknowledgementFlag(guard);
      return {
        level: status === 'tripped' ? 'error' : 'warning',
        title: `guard ${id} of ${organization} ${status}`,
        message: `${detail === '' ? status : detail}${flag === undefined ? '' : `\nIf just this is meant: ${flag}`}`,
      };
    }),
    accessAnnotations(plan),
    accessEntries(plan).map(({ change, title, notes }): Annotation => ({
      level: 'warning',
      title: `${change.organization}: access`,
      message: [title, ...notes].map(plainText).join(', '),
      ...place(change.because.map((address) => at.get(address)).find((source) => source !== undefined) ?? null),
    })),
    changes(['-', '-/+'], 'warning'),
    privilegeGains(plan.resource_changes).map(({ address, source, roles, people }): Annotation => {
      const held = roles.map(({ role, scope }) => (scope === '' ? role : `${role} (${scope})`)).join(', ');
      return {
        level: 'warning',
        title: `${address} privileges gained`,
        message:
          people.length === 0
            ? `gains ${held}`
            : `${people.join(', ')} ${people.length === 1 ? 'joins' : 'join'} what has ${held}`,
        ...place(source),
      };
    }),
    plan.manual_steps.map(({ address, title, instructions }): Annotation => ({
      level: 'warning',
      title: `${address} by hand`,
      message: [title, ...instructions.map((instruction, index) => `${index + 1}. ${instruction}`)].join('\n'),
      ...place(at.get(address) ?? null),
    })),
    changes(['~', '+'], 'notice'),
  ];
}

function accessAnnotations(plan: PlanDocument): Annotation[] {
  const summary = accessSummary(plan);
  if (summary === undefined) return [];
  const level = plan.access_changes.length > 0 ? 'warning' : 'notice';
  return [{ level, title: 'who gains and loses access', message: plainText(summary) }];
}

const words: Readonly<Record<ChangeSign, string>> = {
  '-': 'is removed',
  '-/+': 'is replaced',
  '~': 'changes',
  '+': 'is added',
};

function changeAnnotation(resource: ResourceChange, level: Annotation['level']): Annotation {
  const { address, reason, source, change } = resource;
  const lines = toText(renderAttributeDiff(change, 0), false).trimEnd();
  return {
    level,
    title: `${address} ${words[signOf(resource)]}`,
    message: [reason, lines].filter((text) => text !== '').join('\n') || address,
    ...place(source),
  };
}

function place(source: SourceRef | null): Partial<SourceRef> {
  return source ?? {};
}

/** `name=value` lines for `$GITHUB_OUTPUT`; no value can have a line break. */
export function renderPlanOutputs(plan: PlanDocument): string {
  const { summary, guards } = plan;
  const outputs = {
    has_changes: plan.operations.length > 0,
    applyable: plan.applyable,
    complete: plan.complete,
    errored: plan.errored,
    ...summary,
    writes: plan.api_budget.writes,
    access: plainText(accessSummary(plan) ?? []),
    access_changes: plan.access_changes.length,
    privilege_gains: privilegeGains(plan.resource_changes).length,
    guards_tripped: guards.filter(({ status }) => status === 'tripped').length,
    plan_digest: plan.plan_digest,
    config_digest: plan.config_digest,
  };
  return Object.entries(outputs)
    .map(([name, value]) => `${name}=${printable(String(value))}\n`)
    .join('');
}
