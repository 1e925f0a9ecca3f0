/** What a workflow gave the action: `action.yml` hands each input over as INPUT_NAME, never inside a script. */
import { ConfigError } from '../../errors.js';

export const modes = ['plan', 'apply', 'drift', 'validate', 'snapshot'] as const;
export type Mode = (typeof modes)[number];

export interface ActionInputs {
  readonly mode: Mode;
  readonly paths: readonly string[];
  readonly organizations: readonly string[];
  readonly workingDirectory: string;
  /** More flags for the command of this mode. */
  readonly flags: readonly string[];
  readonly comment: boolean;
  readonly commentKey: string;
  readonly issue: boolean;
  readonly issueTitle: string;
  readonly issueLabels: readonly string[];
  /** Whose comments and issues are the action's own: who the token writes as. */
  readonly author: string;
  /** Empty where the workflow gave none. */
  readonly token: string;
  readonly expectPlan: string | undefined;
  readonly snapshot: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

export function readInputs(env: Variables): ActionInputs {
  const text = (name: string, byDefault: string): string => given(env, name) ?? byDefault;
  const mode = text('mode', 'plan');
  const known = modes.find((each) => each === mode);
  if (known === undefined) throw wrong('mode', `is one of ${modes.join(', ')}, not "${mode}"`);
  const title = text('issue-title', 'Drift: what is live differs from the configuration');
  if (title.length > longestTitle || /[\r\n]/.test(title)) {
    throw wrong('issue-title', `is one line of at most ${longestTitle} characters`);
  }
  return {
    mode: known,
    paths: list(text('paths', '.')),
    organizations: list(text('organizations', '')),
    workingDirectory: text('working-directory', '.'),
    flags: list(text('flags', '')).map(flag),
    comment: truth('comment', text('comment', 'true')),
    commentKey: text('comment-key', 'default'),
    issue: truth('issue', text('issue', 'true')),
    issueTitle: title,
    issueLabels: list(text('issue-labels', '')),
    author: text('author', 'github-actions[bot]'),
    token: text('github-token', ''),
    expectPlan: given(env, 'expect-plan'),
    snapshot: given(env, 'snapshot'),
  };
}

/** GitHub refuses longer ones. */
const longestTitle = 256;

/** The variable behind an input, as GitHub names it but for dashes, which no shell can set. */
export function inputVariable(name: string): string {
  return `INPUT_${name.toUpperCase().replaceAll('-', '_')}`;
}

function given(env: Variables, name: string): string | undefined {
  const value = env[inputVariable(name)]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

/** One a line: names and paths may have spaces and commas. */
function list(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function flag(line: string): string {
  if (/^--?[a-z]/i.test(line)) return line;
  throw wrong('flags', `has one flag a line, such as -target=ADDRESS, not "${line}"`);
}

function truth(name: string, text: string): boolean {
  if (text === 'true') return true;
  if (text === 'false') return false;
  throw wrong(name, `is true or false, not "${text}"`);
}

function wrong(name: string, what: string): ConfigError {
  return new ConfigError(`The input ${name} ${what}.`, { hint: `Change \`${name}\` below \`with\` in the workflow.` });
}
