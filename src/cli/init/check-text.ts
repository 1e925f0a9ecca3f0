import { createLocator } from '../../config/locate.js';
import { merge } from '../../config/merge.js';
import { parse } from '../../config/parse.js';
import { applyRules } from '../../config/rules.js';
import { validate } from '../../config/validate.js';
import { sortDiagnostics, type Diagnostic } from '../../core/diagnostics.js';

/** What `orgwright validate` would find in the file, before there is one. */
export function checkText(file: string, text: string): readonly Diagnostic[] {
  const files = [parse(file, text)];
  const merged = merge(files);
  const locator = createLocator(files);
  return sortDiagnostics([
    ...files.flatMap(({ diagnostics }) => diagnostics),
    ...merged.diagnostics,
    ...validate(merged.value, locator).diagnostics,
    ...applyRules({ document: merged.value, locate: locator.key, locateValue: locator.value }),
  ]);
}
