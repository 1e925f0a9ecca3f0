import { describe, expect, it } from 'vitest';
import { hasErrors, isError, sortDiagnostics, type Diagnostic } from '../../../src/core/diagnostics.js';

const error: Diagnostic = { severity: 'error', code: 'b', summary: 'wrong' };
const warning: Diagnostic = { severity: 'warning', code: 'b', summary: 'odd' };
const at = (file: string, line: number, column: number, rest: Partial<Diagnostic> = {}): Diagnostic => ({
  ...error,
  source: { file, line, column },
  ...rest,
});

it('tells errors from warnings', () => {
  expect([error, warning].map(isError)).toEqual([true, false]);
  expect(hasErrors([warning])).toBe(false);
  expect(hasErrors([warning, error])).toBe(true);
});

describe('sortDiagnostics', () => {
  const sorted: readonly Diagnostic[] = [
    { ...error, code: 'a' },
    { ...error, summary: 'very wrong' },
    error,
    { ...error, address: 'acme/team/x' },
    at('a.yaml', 1, 1),
    at('a.yaml', 1, 2),
    at('a.yaml', 2, 1),
    at('b.yaml', 1, 1),
  ];

  it('sorts by place, address, code and text, whatever the order given', () => {
    expect(sortDiagnostics([...sorted].reverse())).toEqual(sorted);
    expect(sortDiagnostics(sorted)).toEqual(sorted);
  });

  it('drops exact repeats only', () => {
    expect(sortDiagnostics([error, warning, error, at('a.yaml', 1, 1), at('a.yaml', 1, 1)])).toHaveLength(3);
  });
});
