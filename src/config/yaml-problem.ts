/** What the YAML parser says, in our words. Its own messages quote the text, which may hold a secret. */
import type { ErrorCode } from 'yaml';

export interface YamlProblem {
  readonly code: string;
  readonly summary: string;
  readonly hint: string;
}

const problems: Partial<Record<ErrorCode, YamlProblem>> = {
  TAB_AS_INDENT: {
    code: 'yaml-tab',
    summary: 'A tab is used as indentation, which YAML does not allow.',
    hint: 'Indent with spaces.',
  },
  MULTIPLE_DOCS: {
    code: 'yaml-documents',
    summary: 'The file holds more than one YAML document.',
    hint: 'Remove the `---` line, or put the second document into a file of its own.',
  },
  TAG_RESOLVE_FAILED: {
    code: 'yaml-tag',
    summary: 'The YAML tag here is not known.',
    hint: 'Remove the tag (`!...`); a secret is written as `{ env: NAME }`.',
  },
  BAD_INDENT: {
    code: 'yaml-syntax',
    summary: 'The indentation does not fit the lines above.',
    hint: 'Align it with its siblings.',
  },
  BAD_ALIAS: {
    code: 'yaml-alias',
    summary: 'The alias refers to no anchor above it.',
    hint: 'Define the anchor (`&name`) first.',
  },
  ALIAS_PROPS: {
    code: 'yaml-alias',
    summary: 'An alias cannot have an anchor or a tag of its own.',
    hint: 'Remove the `&name` or the tag.',
  },
  BAD_DIRECTIVE: {
    code: 'yaml-directive',
    summary: 'This YAML directive is not supported.',
    hint: 'Remove the `%` line.',
  },
  BAD_DQ_ESCAPE: {
    code: 'yaml-syntax',
    summary: 'The backslash sequence in this double-quoted text is not valid.',
    hint: 'Use single quotes, or write `\\\\` for a backslash.',
  },
  BAD_SCALAR_START: {
    code: 'yaml-syntax',
    summary: 'A plain text cannot begin with this character.',
    hint: 'Put the text in quotes.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    code: 'yaml-syntax',
    summary: 'Two mappings stand on one line.',
    hint: 'Quote a text that holds `: `, or break the line.',
  },
  BLOCK_IN_FLOW: {
    code: 'yaml-syntax',
    summary: 'An indented block cannot stand inside `{}` or `[]`.',
    hint: 'Write it inside the brackets in the same style.',
  },
  KEY_OVER_1024_CHARS: {
    code: 'unsafe-name',
    summary: 'The key is longer than 1,024 characters.',
    hint: 'Shorten it.',
  },
  MISSING_CHAR: {
    code: 'yaml-syntax',
    summary: 'A closing quote, bracket, comma or colon is missing.',
    hint: 'Close what is opened here or before it.',
  },
  MULTILINE_IMPLICIT_KEY: {
    code: 'yaml-syntax',
    summary: 'A key must stand on one line and be followed by `:`.',
    hint: 'Is a `:` missing, or the indentation wrong?',
  },
  RESOURCE_EXHAUSTION: { code: 'yaml-too-deep', summary: 'The file is nested too deeply.', hint: 'Flatten it.' },
  UNEXPECTED_TOKEN: {
    code: 'yaml-syntax',
    summary: 'This does not belong here.',
    hint: 'Look for a missing quote, comma or bracket before it.',
  },
};

export function yamlProblem(code: ErrorCode): YamlProblem {
  return (
    problems[code] ?? {
      code: 'yaml-syntax',
      summary: 'This is not valid YAML.',
      hint: 'Compare it with the lines around it.',
    }
  );
}
