/**
 * One file's text to a plain value, with its keys in order, and the places of everything in it. What YAML allows and
 * we do not is refused here. The syntax tree is dropped at once: it is many times the size of the value.
 */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type Pair, type Scalar } from 'yaml';
import { compareText, type Json, type JsonObject } from '../core/json.js';
import type { Diagnostic } from '../core/diagnostics.js';
import { keyStyle } from './key-style.js';
import { mayNameWhatIsLive } from './live-names.js';
import type { Span } from './mask.js';
import { nullHint } from './null-hint.js';
import { isSyntaxBroken, keyProblem, problemAt, syntaxProblems } from './parse-problems.js';
import { createPlaces, type Places } from './places.js';
import { isSecretPlace } from './secret-place.js';
import { createSourceText, type SourceText } from './source-text.js';
import { codePointOf, longestName, showSafely, unsafeCharacter } from './unsafe-text.js';
import { yamlProblem } from './yaml-problem.js';

export interface ParsedFile {
  readonly source: SourceText;
  /** Undefined where the file has no mapping at its top. */
  readonly value: JsonObject | undefined;
  readonly places: Places;
  /** Inline secrets, to be covered wherever the text is shown. */
  readonly secrets: readonly Span[];
  readonly diagnostics: readonly Diagnostic[];
  /** The syntax is wrong, so the value is a guess: what else seems wrong with it is not worth reporting. */
  readonly isBroken: boolean;
}

/** What aliases may add in all: enough for honest reuse, far too little for a "billion laughs". */
const mostAliasedNodes = 50_000;
const deepest = 32;

export function parse(file: string, text: string): ParsedFile {
  const source = createSourceText(file, text);
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' });
  } catch {
    // The parser recurses: a file that is one long row of brackets overflows its stack.
    const diagnostic = problemAt(
      source,
      0,
      'yaml-too-deep',
      'The file is nested too deeply to be read.',
      'Flatten it.',
    );
    return {
      source,
      value: undefined,
      places: createPlaces({}, new Map()),
      secrets: [],
      diagnostics: [diagnostic],
      isBroken: true,
    };
  }
  return new Reader(source).read(document);
}

type Path = (string | number)[];

/** One pass over the syntax tree. A class, for the half-dozen things that the pass gathers. */
class Reader {
  private readonly source: SourceText;
  private readonly offsets = new Map<object, number[]>();
  private readonly anchors = new Map<string, Node>();
  /** Anchored nodes that are being read: an alias to one of them has no end. */
  private readonly open = new Set<Node>();
  private readonly path: Path = [];
  private readonly secrets: Span[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  private aliasDepth = 0;
  private aliasedNodes = 0;
  private limitReported = false;

  constructor(source: SourceText) {
    this.source = source;
  }

  read(document: Document.Parsed): ParsedFile {
    for (const { code, pos } of [...document.errors, ...document.warnings]) {
      const { summary, hint, code: name } = yamlProblem(code);
      this.report(pos[0], name, summary, hint);
    }
    if (document.directives.yaml.explicit === true && document.directives.yaml.version !== '1.2') {
      this.report(0, 'yaml-directive', 'Only YAML 1.2 is read.', 'Remove the `%YAML` line.');
    }
    const root = document.contents;
    const value = root === null ? undefined : this.node(root);
    const isRoot = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isRoot && document.errors.length === 0) {
      this.report(0, 'not-a-mapping', 'The file is not a mapping of keys to values.', 'Begin it with `orgwright: 1`.');
    }
    const isBroken = isSyntaxBroken(this.diagnostics);
    return {
      source: this.source,
      value: isRoot ? (value as JsonObject) : undefined,
      places: createPlaces(value ?? {}, this.offsets),
      secrets: this.secrets,
      diagnostics: isBroken ? syntaxProblems(this.diagnostics) : this.diagnostics,
      isBroken,
    };
  }

  private node(node: Node): Json {
    if (this.aliasDepth > 0) this.aliasedNodes += 1;
    if (isAlias(node)) return this.alias(node.source, startOf(node));
    if (this.path.length > deepest) {
      this.report(startOf(node), 'yaml-too-deep', 'This is nested too deeply.', 'Flatten it.');
      return {};
    }
    if (isScalar(node)) return this.scalar(node);
    if (node.anchor !== undefined) {
      this.anchors.set(node.anchor, node);
      this.open.add(node);
    }
    const value = isMap(node)
      ? this.map(node.items as Pair<Node, Node | null>[], node)
      : isSeq(node)
        ? this.list(node.items as (Node | null)[], node)
        : {};
    this.open.delete(node);
    return value;
  }

  /** An aliased node is read again, so that its parts have paths and checks of their own. */
  private alias(name: string, offset: number): Json {
    const target = this.anchors.get(name);
    // An unknown anchor is among the parser's own errors already.
    if (target === undefined) return {};
    if (this.open.has(target)) {
      this.report(
        offset,
        'yaml-alias',
        `The alias \`*${showSafely(name)}\` stands inside what it refers to.`,
        'Write the value out.',
      );
      return {};
    }
    if (this.aliasedNodes > mostAliasedNodes) {
      // Once is enough: a bomb has thousands of places that go too far.
      if (this.limitReported) return {};
      this.limitReported = true;
      this.report(
        offset,
        'yaml-alias-limit',
        `Aliases add more than ${mostAliasedNodes.toLocaleString('en')} values to this file.`,
        'Use `lists` and `memberLists` to name people once.',
      );
      return {};
    }
    this.aliasDepth += 1;
    const value = this.node(target);
    this.aliasDepth -= 1;
    return value;
  }

  private scalar(node: Scalar): Json {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    const { value } = node;
    const offset = startOf(node);
    if (value === null || value === undefined) {
      this.reportNull(offset);
      return null;
    }
    if (this.isSecret(typeof value === 'string' ? value : undefined))
      this.secrets.push([offset, node.range?.[1] ?? offset]);
    if (typeof value === 'string') {
      this.checkText(value, offset);
      return value;
    }
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    this.report(offset, 'yaml-value', 'This kind of value is not supported.', 'Put it in quotes.');
    return {};
  }

  private map(items: readonly Pair<Node, Node | null>[], node: Node): Json {
    const style = keyStyle(this.path);
    const entries = new Map<string, { readonly value: Json; readonly key: number; readonly at: number }>();
    for (const pair of items) {
      const keyOffset = pair.key === null ? startOf(node) : startOf(pair.key);
      const written = this.key(pair.key, keyOffset);
      if (written === undefined) continue;
      const key = style === 'name' ? written : written.toLowerCase();
      const first = entries.get(key);
      if (first !== undefined) {
        this.reportDuplicate(
          written,
          style === 'name' ? '' : `: the case of ${style} does not matter`,
          keyOffset,
          first.key,
        );
        continue;
      }
      this.path.push(key);
      const at = pair.value === null ? keyOffset : startOf(pair.value);
      if (pair.value === null) this.reportNull(at);
      entries.set(key, { value: pair.value === null ? null : this.node(pair.value), key: keyOffset, at });
      this.path.pop();
    }
    const value: Record<string, Json> = {};
    for (const key of [...entries.keys()].sort(compareText)) value[key] = entries.get(key)?.value ?? null;
    // In the order of Object.keys, which puts keys that look like array indexes first.
    this.offsets.set(
      value,
      Object.keys(value).flatMap((key) => [entries.get(key)?.key ?? 0, entries.get(key)?.at ?? 0]),
    );
    return value;
  }

  private list(items: readonly (Node | null)[], node: Node): Json {
    const row: number[] = [];
    const value = items.map((item, index) => {
      const at = item === null ? startOf(node) : startOf(item);
      row.push(at, at);
      this.path.push(index);
      if (item === null) this.reportNull(at);
      const read = item === null ? null : this.node(item);
      this.path.pop();
      return read;
    });
    this.offsets.set(value, row);
    return value;
  }

  private key(node: Node | null, offset: number): string | undefined {
    const target = node !== null && isAlias(node) ? this.anchors.get(node.source) : node;
    if (!isScalar(target) || typeof target.value !== 'string') {
      const hint =
        isScalar(target) && target.source !== undefined ? 'Put the key in quotes.' : 'Write a plain text as key.';
      this.report(offset, 'key-not-text', 'A key must be text.', hint);
      return undefined;
    }
    if (target.anchor !== undefined) this.anchors.set(target.anchor, target);
    const key = target.value;
    const refused = keyProblem(key);
    if (refused !== undefined) {
      this.report(offset, refused.code, refused.summary, refused.hint);
      return undefined;
    }
    const bad = mayNameWhatIsLive(this.path) ? undefined : unsafeCharacter(key);
    if (bad !== undefined) this.reportUnsafe(key, bad, offset);
    if (key.length > longestName) {
      this.report(
        offset,
        'unsafe-name',
        `The name is ${String(key.length)} characters long; at most ${String(longestName)} are read.`,
        'Shorten it.',
      );
    }
    return key;
  }

  private checkText(text: string, offset: number): void {
    if (mayNameWhatIsLive(this.path) || this.isSecret(text)) return;
    const bad = unsafeCharacter(text);
    if (bad !== undefined) this.reportUnsafe(text, bad, offset);
  }

  private isSecret(text: string | undefined): boolean {
    return isSecretPlace(this.path, text);
  }

  private reportUnsafe(text: string, bad: string, offset: number): void {
    this.report(
      offset,
      'unsafe-name',
      `\`${showSafely(text.slice(0, longestName))}\` holds the invisible or control character ${codePointOf(bad)}.`,
      'Remove the character: it would make the name look like another one in a review.',
    );
  }

  private reportNull(offset: number): void {
    const key = this.path.at(-1);
    const what = typeof key === 'string' ? `\`${showSafely(key)}\` has` : 'There is';
    this.report(offset, 'null-value', `${what} no value (\`null\`).`, nullHint(this.path));
  }

  private reportDuplicate(key: string, why: string, offset: number, first: number): void {
    this.diagnostics.push({
      ...problemAt(
        this.source,
        offset,
        'duplicate-key',
        `\`${showSafely(key)}\` stands here twice${why}.`,
        'Keep one of them.',
      ),
      related: [{ message: 'The first one is here.', source: this.source.refAt(first) }],
    });
  }

  private report(offset: number, code: string, summary: string, hint?: string): void {
    this.diagnostics.push(problemAt(this.source, offset, code, summary, hint));
  }
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
