/** What no schema can say: each rule looks at the whole configuration, which may be invalid, and reports what it sees. */
import type { Diagnostic } from '../core/diagnostics.js';
import type { Rule, RuleContext } from './rules/rule.js';

const rules: readonly Rule[] = [];

export function applyRules(context: RuleContext): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(context));
}
