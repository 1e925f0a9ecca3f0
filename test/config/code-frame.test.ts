import { describe, expect, it } from 'vitest';
import { codeFrame } from '../../src/config/code-frame.js';

const at = (line: number, column: number) => ({ file: 'a.yaml', line, column });

describe('codeFrame', () => {
  it('shows the lines around the place with a caret', () => {
    expect(codeFrame('one\ntwo\nthree\nfour\nfive\n', at(4, 3))).toBe(
      ['  2 | two', '  3 | three', '> 4 | four', '    |   ^', '  5 | five'].join('\n'),
    );
  });

  it('makes control, bidirectional and zero-width characters visible, and keeps the caret right', () => {
    const frame = codeFrame('a\u001b[31m\u202e\tb: 1\r\n', at(1, 8));
    expect(frame).toBe(['> 1 | a\\u{1b}[31m\\u{202e}→b: 1', `    | ${' '.repeat(19)}^`].join('\n'));
  });

  it('cuts long lines around the place', () => {
    const frame = codeFrame(`${'x'.repeat(500)}HERE${'y'.repeat(500)}`, at(1, 501));
    const [line = '', caret = ''] = frame.split('\n');
    expect(line.length).toBeLessThan(130);
    expect(line.slice(caret.indexOf('^'))).toMatch(/^HERE/);
  });

  it('is empty for a line that is not there', () => {
    expect(codeFrame('a\n', at(7, 1))).toBe('');
  });
});
