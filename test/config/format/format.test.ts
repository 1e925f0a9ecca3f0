import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { format } from '../../../src/config/format/format.js';
import { parse } from '../../../src/config/parse.js';

const formatted = (text: string): string => {
  const { text: result, diagnostics } = format('org.yaml', text);
  expect(diagnostics).toEqual([]);
  return result;
};

describe('format', () => {
  it('indents by two, lists too, and keeps quotes, order, anchors and comments', () => {
    const text = [
      '',
      '# first',
      'orgwright:   1   # marker',
      '',
      '',
      'lists:',
      '    b:   &b   [ "a@x.io",b@x.io ]  # two',
      "    a: ['a@x.io' , c@x.io,]",
      '    # ends lists',
      '# before organizations',
      'organizations:',
      '        acme:',
      '                teams:',
      '                        eng :',
      '                                members:',
      '                                - list:   b',
      '                                -   a@x.io',
      '                                # ends members',
      '                        ops: {members: *b}',
      '',
    ].join('\n');
    expect(formatted(text)).toBe(
      [
        '# first',
        'orgwright: 1   # marker',
        '',
        'lists:',
        '  b: &b ["a@x.io", b@x.io]  # two',
        "  a: ['a@x.io', c@x.io,]",
        '  # ends lists',
        '# before organizations',
        'organizations:',
        '  acme:',
        '    teams:',
        '      eng:',
        '        members:',
        '          - list: b',
        '          - a@x.io',
        '          # ends members',
        '      ops: { members: *b }',
        '',
      ].join('\n'),
    );
  });

  it('moves texts of several lines with their keys', () => {
    const text =
      'orgwright: 1\nlists:\n    a: |\n          one\n            two\n\n          three\n\n\n    b: "x\n       y\n\n       z"\n    c: >-\n      e\n    d: [\n          a,\n      ]\n';
    expect(formatted(text)).toBe(
      'orgwright: 1\nlists:\n  a: |\n    one\n      two\n\n    three\n\n  b: "x\n    y\n\n    z"\n  c: >-\n    e\n  d: [\n      a,\n    ]\n',
    );
  });

  it('keeps the line breaks of Windows', () => {
    expect(formatted('orgwright: 1\r\nlists:\r\n    a: |\r\n        x\r\n    b: [c]')).toBe(
      'orgwright: 1\r\nlists:\r\n  a: |\r\n    x\r\n  b: [c]\r\n',
    );
  });

  it('leaves what has wrong syntax, and says what is wrong', () => {
    const text = 'orgwright: 1\nlists: [a\n  b:   c\n';
    const { text: same, diagnostics } = format('org.yaml', text);
    expect(same).toBe(text);
    expect(diagnostics[0]).toMatchObject({ severity: 'error', code: 'yaml-syntax', source: { file: 'org.yaml' } });
  });

  it('leaves what it would have to guess about, with a warning', () => {
    for (const block of ['|2\n     x\n', '|+\n    x\n\n']) {
      const text = `orgwright:   1\nlists:\n  a: ${block}`;
      const { text: same, diagnostics } = format('org.yaml', text);
      expect(same).toBe(text);
      expect(diagnostics).toMatchObject([{ severity: 'warning', code: 'not-formatted' }]);
    }
  });

  it('changes no value, loses no comment, and has nothing left to do, for any configuration in any style', () => {
    fc.assert(
      fc.property(yamlText, (text) => {
        const before = parse('org.yaml', text);
        expect(before.isBroken, text).toBe(false);
        const result = formatted(text);
        const after = parse('org.yaml', result);
        expect(after.value).toEqual(before.value);
        expect(after.diagnostics.length).toBe(before.diagnostics.length);
        expect(commentsWithNeighbours(result)).toEqual(commentsWithNeighbours(text));
        expect(anchors(result)).toEqual(anchors(text));
        expect(formatted(result)).toBe(result);
        for (const line of result.split(/\r?\n/)) expect(line).not.toMatch(/\t/);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    );
  });
});

/** Each comment's text with the key that it stands after: by the lines, since that is what a reader goes by. */
function commentsWithNeighbours(text: string): readonly (readonly [string, string])[] {
  let key = '';
  return text.split(/\r?\n/).flatMap((line): (readonly [string, string])[] => {
    const found = /^[\s-]*("k\d+"|'k\d+'|k\d+)\s*:/.exec(line);
    if (found?.[1] !== undefined) key = found[1];
    const comment = /#c\d+.*$/.exec(line);
    return comment === null ? [] : [[comment[0].trim(), key]];
  });
}

function anchors(text: string): readonly string[] {
  const found: string[] = [];
  visit(parseDocument(text), {
    Node: (_, node) => {
      if ((isMap(node) || isScalar(node)) && node.anchor !== undefined) found.push(node.anchor);
    },
    Alias: (_, node) => void found.push(`*${node.source}`),
  });
  return found;
}

type Shape = string | readonly Shape[] | ReadonlyMap<string, Shape>;

interface Style {
  readonly step: number;
  readonly tight: boolean;
  readonly zeroLists: boolean;
  readonly lineBreak: string;
}

const word = fc.constantFrom('a@x.io', 'ORG_OWNER', 'two words', '"quoted # no"', "'it''s'", 'x:y', '12', 'true', '-5');
const shape: fc.Arbitrary<Shape> = fc.letrec<{ node: Shape; map: Shape; list: Shape }>((tie) => ({
  node: fc.oneof({ maxDepth: 4, withCrossShrink: true }, word, tie('list'), tie('map')),
  list: fc.array(tie('node'), { minLength: 1, maxLength: 3 }),
  map: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((items) => new Map(items.map((v, i) => [`k${i}`, v]))),
})).map;

/** Choices for what is written on the way; after them the plainest. */
const yamlText = fc
  .record({
    root: shape,
    choices: fc.array(fc.nat(19), { maxLength: 200 }),
    style: fc.record({
      step: fc.constantFrom(1, 2, 3, 4, 8),
      tight: fc.boolean(),
      zeroLists: fc.boolean(),
      lineBreak: fc.constantFrom('\n', '\r\n'),
    }),
  })
  .map(({ root, choices, style }) => new Writer(choices, style).text(root));

class Writer {
  private readonly choices: number[];
  private readonly style: Style;
  private readonly lines: string[] = [];
  private comments = 0;
  private anchored = 0;
  /** Of words only, so that an alias is never inside of what it refers to. */
  private readonly named: string[] = [];

  constructor(choices: readonly number[], style: Style) {
    this.choices = [...choices];
    this.style = style;
  }

  text(root: Shape): string {
    this.lines.push('orgwright: 1');
    this.block('', 'lists:', root, 0, 0);
    if (this.choose() === 1) this.lines.push(`${this.comment()}`);
    return this.lines.join(this.style.lineBreak) + (this.choose() === 1 ? '' : this.style.lineBreak);
  }

  private choose(): number {
    return this.choices.shift() ?? 19;
  }

  private comment(): string {
    this.comments += 1;
    return `#c${this.comments} words: [ {`;
  }

  private tail(): string {
    return this.choose() === 0 ? `   ${this.comment()}` : this.choose() === 0 ? '  ' : '';
  }

  private between(indent: number): void {
    const choice = this.choose();
    if (choice < 2) this.lines.push('');
    if (choice === 1) this.lines.push('   ', '');
    if (choice === 2 || choice === 3) this.lines.push(`${' '.repeat(indent)}${this.comment()}`);
    if (choice === 4) this.lines.push(`${' '.repeat(this.choose() % 7)}${this.comment()}`);
  }

  /** `lead` is what the line has before the value, such as `key:`. */
  private block(margin: string, lead: string, value: Shape, parent: number, depth: number): void {
    const { step, zeroLists } = this.style;
    const gap = ' '.repeat(1 + (this.choose() % 3 === 0 ? 2 : 0));
    if (typeof value === 'string') {
      this.word(margin + lead + gap, value, parent + step);
    } else if (depth > 0 && this.choose() < 6) {
      this.lines.push(`${margin}${lead}${gap}${this.flow(value, parent + step)}${this.tail()}`);
    } else if (value instanceof Map) {
      this.lines.push(`${margin}${lead}${this.tail()}`);
      for (const [key, item] of value as ReadonlyMap<string, Shape>) {
        this.between(parent + step);
        this.block(' '.repeat(parent + step), `${this.key(key)}:`, item, parent + step, depth + 1);
      }
    } else {
      const indent = lead.endsWith(':') && zeroLists ? parent : parent + step;
      this.lines.push(`${margin}${lead}${this.tail()}`);
      for (const item of value as readonly Shape[]) {
        this.between(indent);
        this.block(' '.repeat(indent), '-', item, indent, depth + 1);
      }
    }
  }

  private key(key: string): string {
    const choice = this.choose();
    return choice === 0 ? `"${key}"` : choice === 1 ? `'${key}'` : choice === 2 ? `${key} ` : key;
  }

  private word(lead: string, value: string, indent: number): void {
    const choice = this.choose();
    const margin = ' '.repeat(indent);
    if (choice === 0)
      this.lines.push(`${lead}|${this.tail()}`, `${margin}one # no`, `${margin}  two`, '', `${margin}three`);
    else if (choice === 1) this.lines.push(`${lead}>-`, `${margin}one`, `${margin}two`, '');
    else if (choice === 2)
      this.lines.push(`${lead}"first \\`, `${margin}   second`, '', `${margin}third"${this.tail()}`);
    else if (choice === 3) this.lines.push(`${lead}plain text`, `${margin}  goes on${this.tail()}`);
    else this.lines.push(`${lead}${this.inline(value)}${this.tail()}`);
  }

  private inline(value: string): string {
    const choice = this.choose();
    const last = this.named.at(-1);
    if (choice === 0 && last !== undefined) return `*${last} `;
    if (choice !== 1) return value;
    this.anchored += 1;
    this.named.push(`a${this.anchored}`);
    return `&a${this.anchored}  ${value}`;
  }

  private flow(value: Shape, indent: number): string {
    if (typeof value === 'string') return this.inline(value);
    const [open, close] = value instanceof Map ? ['{', '}'] : ['[', ']'];
    const parts =
      value instanceof Map
        ? [...(value as ReadonlyMap<string, Shape>)].map(([key, item]) => `${key}: ${this.flow(item, indent)}`)
        : (value as readonly Shape[]).map((item) => this.flow(item, indent));
    const { lineBreak, tight } = this.style;
    if (this.choose() < 4) {
      const margin = `${lineBreak}${' '.repeat(indent + (this.choose() % 5))}`;
      const end = this.choose() < 10 ? ',' : '';
      const note = this.choose() < 5 ? ` ${this.comment()}` : '';
      return `${open}${note}${margin}${parts.join(`,${margin}`)}${end}${margin}${close}`;
    }
    return tight ? `${open}${parts.join(',')}${close}` : `${open} ${parts.join(' , ')} ${close}`;
  }
}
