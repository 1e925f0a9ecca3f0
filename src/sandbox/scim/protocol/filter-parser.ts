import { valueOf, type Attribute } from './attribute.js';
import { resolveWithin, printPath, type AttributePath } from './attribute-path.js';
import { comparable } from './comparable.js';
import { expectedFor, literalOf, operators, operatorsOf } from './filter-literal.js';
import { tokensOf, UnreadableText, type Token } from './filter-tokens.js';
import { type Filter, type Operator } from './filter.js';
import { badRequest, type ScimError } from './scim-error.js';

/** A filter of this length says some three hundred comparisons; a nesting of this depth nobody has written. */
const maxLength = 16_384;
const maxDepth = 50;

/** `emails[type eq "work"].value`: an attribute, perhaps only some of its elements, perhaps only a part of it. */
export interface ValuePath {
  readonly path: AttributePath;
  readonly filter: Filter | undefined;
}

type Resolve = (name: string) => AttributePath | undefined;

/** Recursive descent over one text: not binds tighter than and, and tighter than or. Depth and length are bounded. */
export class FilterParser {
  readonly #tokens: readonly Token[];
  readonly #lenient: boolean;
  readonly #outside: 'invalidFilter' | 'invalidPath';
  #resolve: Resolve;
  #owner: Attribute | undefined;
  #at = 0;
  #depth = 0;

  constructor(text: string, resolve: Resolve, lenient: boolean, outside: 'invalidFilter' | 'invalidPath') {
    this.#resolve = resolve;
    this.#lenient = lenient;
    this.#outside = outside;
    if (text.length > maxLength) throw this.#problem(maxLength, `it is longer than ${maxLength} characters`);
    try {
      this.#tokens = tokensOf(text);
    } catch (error) {
      throw error instanceof UnreadableText ? this.#problem(error.position, error.message) : error;
    }
  }

  /** The whole text as a filter. */
  filter(): Filter {
    const filter = this.#or();
    this.#expect('end', 'and, or, or the end');
    return filter;
  }

  /** The whole text as the path of a PATCH operation. */
  valuePath(): ValuePath {
    const path = this.#attributePath();
    if (this.#peek().kind !== '[') {
      this.#expect('end', 'the end of the path');
      return { path, filter: undefined };
    }
    const filter = this.#bracketed(path);
    const sub = this.#subAttribute(path);
    this.#expect('end', 'the end of the path');
    return { path: { ...path, sub }, filter };
  }

  #or(): Filter {
    return this.#chain('or', () => this.#chain('and', () => this.#term()));
  }

  #chain(kind: 'and' | 'or', next: () => Filter): Filter {
    const of = [next()];
    while (this.#takeWord(kind)) of.push(next());
    const [first] = of;
    return first !== undefined && of.length === 1 ? first : { kind, of };
  }

  #term(): Filter {
    if (this.#peek().kind === '(') return this.#parenthesised();
    if (this.#peek(1).kind === '(' && this.#takeWord('not')) return { kind: 'not', of: this.#parenthesised() };
    return this.#expression();
  }

  #parenthesised(): Filter {
    return this.#nested('(', ')', () => this.#or());
  }

  #expression(): Filter {
    const { start } = this.#peek();
    const path = this.#attributePath();
    if (path.attribute.returned === 'never') throw this.#problem(start, `${path.attribute.name} cannot be asked for`);
    if (this.#peek().kind !== '[') return this.#comparison(path);
    const filter = this.#bracketed(path);
    const sub = this.#subAttribute(path);
    if (sub === undefined) return { kind: 'some', path, of: filter };
    const inElement = { extension: undefined, base: undefined, attribute: sub, sub: undefined };
    return { kind: 'some', path, of: { kind: 'and', of: [filter, this.#comparison(inElement)] } };
  }

  #attributePath(): AttributePath {
    const token = this.#expect('word', 'the name of an attribute');
    const path = this.#resolve(token.text);
    if (path === undefined) throw this.#problem(token.start, `there is no attribute ${shown(token.text)} here`);
    return path;
  }

  /** Between the brackets names are those of the sub-attributes. */
  #bracketed(path: AttributePath): Filter {
    const { start } = this.#peek();
    if (path.sub !== undefined || path.attribute.type !== 'complex' || this.#owner !== undefined) {
      throw this.#problem(start, `${printPath(path)} has no parts to choose by`);
    }
    const outer = this.#resolve;
    this.#owner = path.attribute;
    this.#resolve = (name) => resolveWithin(name, path.attribute);
    const filter = this.#nested('[', ']', () => this.#or());
    this.#owner = undefined;
    this.#resolve = outer;
    return filter;
  }

  /** The `.value` that directly follows a bracket. */
  #subAttribute({ attribute }: AttributePath): Attribute | undefined {
    const token = this.#peek();
    if (token.kind !== 'word' || !token.text.startsWith('.') || token.start !== this.#previous().end) return undefined;
    this.#at += 1;
    const sub = resolveWithin(token.text.slice(1), attribute)?.attribute;
    if (sub === undefined) throw this.#problem(token.start, `${attribute.name} has no part ${shown(token.text)}`);
    return sub;
  }

  #comparison(path: AttributePath): Filter {
    const token = this.#expect('word', 'an operator');
    const said = token.text.toLowerCase();
    if (said === 'pr') return { kind: 'present', path };
    const operator = operators.find((each) => each === said);
    if (operator === undefined) throw this.#problem(token.start, `${shown(token.text)} is no operator`);
    const literal = this.#take();
    if (literal.kind !== 'string' && literal.kind !== 'word') {
      throw this.#problem(literal.start, `a value is missing after ${operator}`);
    }
    return literal.kind === 'word' && literal.text === 'null'
      ? this.#unassigned(path, operator, literal)
      : this.#compare(path, operator, token, literal);
  }

  /** Null, an empty list and absence are the same (RFC 7643 section 2.5), so `eq null` is `not pr`. */
  #unassigned(path: AttributePath, operator: Operator, { start }: Token): Filter {
    const present: Filter = { kind: 'present', path };
    if (operator === 'ne') return present;
    if (operator === 'eq') return { kind: 'not', of: present };
    throw this.#problem(start, `${operator} cannot compare with null`);
  }

  #compare(given: AttributePath, operator: Operator, at: Token, literal: Token): Filter {
    const path = given.sub === undefined ? { ...given, ...asValue(given.attribute) } : given;
    const attribute = path.sub ?? path.attribute;
    if (attribute.type === 'complex') {
      throw this.#problem(at.start, `${printPath(path)} has parts and cannot be compared as a whole; name one of them`);
    }
    if (!operatorsOf[attribute.type].includes(operator)) {
      throw this.#problem(at.start, `${operator} cannot compare ${printPath(path)}, which is a ${attribute.type}`);
    }
    const value = literalOf(literal, attribute, this.#lenient);
    const operand = value === undefined ? undefined : comparable(value, attribute);
    if (value === undefined || operand === undefined) {
      throw this.#problem(literal.start, `${printPath(path)} is compared with ${expectedFor(attribute)}`);
    }
    return { kind: 'compare', path, operator, value, operand };
  }

  #nested(open: '(' | '[', close: ')' | ']', inner: () => Filter): Filter {
    const { start } = this.#expect(open, open);
    this.#depth += 1;
    if (this.#depth > maxDepth) throw this.#problem(start, `it is nested deeper than ${maxDepth} levels`);
    const filter = inner();
    this.#expect(close, `and, or, or ${close}`);
    this.#depth -= 1;
    return filter;
  }

  #peek(ahead = 0): Token {
    return this.#tokens[this.#at + ahead] ?? this.#end();
  }

  #previous(): Token {
    return this.#tokens[this.#at - 1] ?? this.#end();
  }

  #end(): Token {
    return this.#tokens[this.#tokens.length - 1] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }

  #take(): Token {
    const token = this.#peek();
    this.#at += 1;
    return token;
  }

  #takeWord(word: string): boolean {
    const { kind, text } = this.#peek();
    const taken = kind === 'word' && text.toLowerCase() === word;
    if (taken) this.#at += 1;
    return taken;
  }

  #expect(kind: Token['kind'], what: string): Token {
    const token = this.#take();
    if (token.kind === kind) return token;
    const found = token.kind === 'end' ? 'it ends' : `${shown(token.text)} stands`;
    throw this.#problem(token.start, `${found} where ${what} is expected`);
  }

  #problem(position: number, reason: string): ScimError {
    const scimType = this.#owner === undefined ? this.#outside : 'invalidFilter';
    const what = this.#outside === 'invalidPath' ? 'path' : 'filter';
    return badRequest(scimType, `The ${what} is not valid at position ${position + 1}: ${reason}.`);
  }
}

const asValue = (attribute: Attribute) => ({ sub: valueOf(attribute) });
const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
