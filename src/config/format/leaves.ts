/** YAML text as its smallest parts in order, each with the column it has and the indentation it should have. */
import { Parser, type CST } from 'yaml';
import { Unformattable } from './unformattable.js';

export interface Leaf {
  readonly kind: 'word' | 'block' | 'comment' | 'newline' | 'open' | 'close' | 'comma' | 'colon';
  readonly text: string;
  /** Column in the source, from 0. */
  readonly column: number;
  /** Where it belongs if it begins a line. */
  readonly indent: number;
  /** It is the first of an entry of a block map or list. */
  readonly beginsEntry: boolean;
  /** What may not be followed directly by a colon: `*alias :`. */
  readonly isBare: boolean;
  /** The white space before it. */
  readonly gap: string;
}

const silent: ReadonlySet<CST.SourceToken['type']> = new Set(['byte-order-mark', 'doc-mode', 'flow-error-end']);

export function leavesOf(text: string): readonly Leaf[] {
  const walk = new Walk(text);
  for (const token of new Parser().parse(text)) walk.node(token, 0);
  return walk.leaves;
}

class Walk {
  readonly leaves: Leaf[] = [];
  private readonly text: string;
  private lineStart = 0;
  private gap = '';
  private awaitsEntry = false;

  constructor(text: string) {
    this.text = text;
  }

  /** `indent` is where the node belongs if it begins a line. */
  node(token: CST.Token, indent: number): void {
    switch (token.type) {
      case 'document':
        this.all(token.start, 0);
        if (token.value !== undefined) this.node(token.value, 0);
        this.all(token.end, 0);
        break;
      case 'block-map':
        for (const item of token.items) {
          this.awaitsEntry = true;
          this.entry(item, indent);
        }
        break;
      case 'block-seq':
        for (const { start, value } of token.items) {
          this.awaitsEntry = true;
          for (const part of start) this.node(part, part.type === 'seq-item-ind' ? indent : indent + 2);
          if (value !== undefined) this.node(value, indent + 2);
          this.awaitsEntry = false;
        }
        break;
      case 'flow-collection':
        this.leaf(token.start, 'open', indent);
        for (const { start, key, sep, value } of token.items) {
          this.all(start, indent + 2);
          if (key !== undefined && key !== null) this.node(key, indent + 2);
          this.all(sep, indent + 2);
          if (value !== undefined) this.node(value, indent + 2);
        }
        this.all(token.end, indent);
        break;
      case 'block-scalar':
        this.all(token.props, indent);
        this.block(token, indent);
        break;
      case 'alias':
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        this.leaf(token, 'word', indent, token.type === 'alias');
        this.all(token.end, indent);
        break;
      case 'error':
        throw new Unformattable('its syntax is wrong');
      case 'directive':
        throw new Unformattable('it has a `%` directive');
      case 'doc-end':
        throw new Unformattable('it has a `...` line');
      default:
        this.part(token, indent);
    }
  }

  private all(tokens: readonly CST.Token[] | undefined, indent: number): void {
    for (const token of tokens ?? []) this.node(token, indent);
  }

  private entry({ start, key, sep, value }: CST.BlockMap['items'][number], indent: number): void {
    const isExplicit = start.some(({ type }) => type === 'explicit-key-ind');
    this.all(start, indent);
    if (key !== undefined && key !== null) this.node(key, isExplicit ? indent + 2 : indent);
    for (const part of sep ?? []) this.node(part, part.type === 'map-value-ind' ? indent : indent + 2);
    if (value !== undefined) this.node(value, indent + 2);
    this.awaitsEntry = false;
  }

  private part(token: CST.SourceToken, indent: number): void {
    switch (token.type) {
      case 'space':
        this.gap = token.source;
        break;
      case 'newline':
        this.leaf(token, 'newline', indent);
        this.lineStart = token.offset + token.source.length;
        break;
      case 'comment':
        this.leaf(token, 'comment', indent);
        break;
      case 'comma':
        this.leaf(token, 'comma', indent);
        break;
      case 'map-value-ind':
        this.leaf(token, 'colon', indent);
        break;
      case 'flow-map-end':
      case 'flow-seq-end':
        this.leaf(token, 'close', indent);
        break;
      case 'block-scalar-header':
        if (/\d/.test(token.source)) throw new Unformattable('a block text states its own indentation');
        if (token.source.includes('+')) throw new Unformattable('a block text keeps the empty lines at its end');
        this.leaf(token, 'word', indent);
        break;
      default:
        if (token.source === '' || silent.has(token.type)) break;
        this.leaf(token, 'word', indent, token.type === 'anchor' || token.type === 'tag');
    }
  }

  private leaf(
    { offset, source }: { readonly offset: number; readonly source: string },
    kind: Leaf['kind'],
    indent: number,
    isBare = false,
  ): void {
    const isContent = kind !== 'comment' && kind !== 'newline';
    this.leaves.push({
      kind,
      text: source,
      column: offset - this.lineStart,
      indent,
      beginsEntry: isContent && this.awaitsEntry,
      isBare,
      gap: this.gap,
    });
    this.gap = '';
    if (isContent) this.awaitsEntry = false;
    const lastBreak = source.lastIndexOf('\n');
    if (lastBreak !== -1) this.lineStart = offset + lastBreak + 1;
  }

  private block({ offset, source }: CST.BlockScalar, indent: number): void {
    // The parser gives the offset of the header; the text begins on the line after it.
    const at = Math.max(offset, this.lineStart);
    const [ending = ''] = /(?:\r?\n[ \t]*)*$/.exec(source) ?? [];
    const body = source.slice(0, source.length - ending.length);
    if (body.trim() !== '') this.leaf({ offset: at, source: body }, 'block', indent);
    this.lineStart = this.text.lastIndexOf('\n', at + source.length - 1) + 1;
    if (ending.split('\n').length > 2) this.leaves.push({ ...blankLine, indent });
  }
}

/** What ends a block text is no part of it, but may separate it from what follows. */
const blankLine: Leaf = {
  kind: 'newline',
  text: '\n',
  column: 0,
  indent: 0,
  beginsEntry: false,
  isBare: false,
  gap: '',
};
