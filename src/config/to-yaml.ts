/**
 * A configuration as YAML with comments, for people to go on with. Whatever a name holds, it is read back as it was
 * and shows nothing but text: what a terminal or a reviewer would not see is escaped.
 */
import { Document, isCollection, isMap, isScalar, Scalar, visit, type Node } from 'yaml';
import type { ImportNote } from '../core/importing.js';
import { isJsonObject, type JsonObject } from '../core/json.js';
import { showSafely, unsafeCharacter } from './unsafe-text.js';

const schemaComment = ' yaml-language-server: $schema=./node_modules/orgwright/schemas/config.schema.json';

export interface YamlChoices {
  readonly notes?: readonly ImportNote[];
  /** Lines for the top of the file. */
  readonly heading?: readonly string[];
}

export function toYaml(value: JsonObject, { notes = [], heading = [] }: YamlChoices = {}): string {
  // Words that YAML 1.1 takes for something else (yes, on, 012) are quoted too: not every editor reads 1.2.
  const document = new Document(value, { aliasDuplicateObjects: false, compat: 'yaml-1.1' });
  document.commentBefore = [schemaComment, ...heading.map((line) => ` ${showSafely(line)}`)].join('\n');
  quoteUnsafe(document);
  flowShortLists(document.contents);
  padMapsOnly(document);
  for (const [key, texts] of notesByKey(document.contents, notes)) {
    key.commentBefore = texts.map((text) => ` ${showSafely(text)}`).join('\n');
  }
  const spaced = document.contents;
  if (isMap(spaced)) for (const { key } of spaced.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER });
  return escapeUnsafe(text);
}

function quoteUnsafe(document: Document): void {
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && unsafeCharacter(node.value) !== undefined) node.type = Scalar.QUOTE_DOUBLE;
    },
  });
}

/** `{ role: X }`, but `[X]`. */
function padMapsOnly(document: Document): void {
  visit(document, {
    Collection: (_, node) => {
      const write = node.toString.bind<typeof node.toString>(node);
      const flowCollectionPadding = isMap(node) ? ' ' : '';
      node.toString = (context, ...rest) => write(context && { ...context, flowCollectionPadding }, ...rest);
    },
  });
}

/** They stand in double quotes, or in a comment where they are written out already. */
function escapeUnsafe(text: string): string {
  return text.replace(/[^\n]/gu, (character) => {
    if (unsafeCharacter(character) === undefined) return character;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Short things on one line, as people write them: `{ role: X }`, `{ roles: [X] }`, `[{ list: x }]`. */
function flowShortLists(node: Node | null): void {
  for (const child of childrenOf(node)) {
    if (isCollection(child) && isRow(child)) child.flow = true;
    else flowShortLists(child);
  }
}

const longestRow = 60;

function isRow(node: Node): boolean {
  const inner = childrenOf(node).filter(isCollection);
  const isShort = JSON.stringify(node.toJSON()).length <= longestRow;
  // A map of maps is where more will be added, one a line.
  const isSimple = inner.every((child) => (isMap(node) ? !isMap(child) : true) && isLeaf(child));
  return isShort && isSimple;
}

function isLeaf(node: Node): boolean {
  return !childrenOf(node).some(isCollection);
}

function childrenOf(node: Node | null): readonly Node[] {
  if (isMap(node)) return node.items.flatMap(({ value }) => (value === null ? [] : [value as Node]));
  return isCollection(node) ? (node.items as Node[]) : [];
}

/** Each note at the last key of its path that there is. */
function notesByKey(contents: Node | null, notes: readonly ImportNote[]): ReadonlyMap<Scalar, readonly string[]> {
  const found = new Map<Scalar, string[]>();
  for (const { path, text } of notes) {
    const key = keyAt(contents, path);
    if (key === undefined) continue;
    const texts = found.get(key);
    if (texts === undefined) found.set(key, [text]);
    else texts.push(text);
  }
  return found;
}

function keyAt(contents: Node | null, path: readonly string[]): Scalar | undefined {
  let node: unknown = contents;
  let found: Scalar | undefined;
  for (const name of path) {
    // A comment inside of what stands on one line would end it.
    if (!isMap(node) || node.flow === true) break;
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === name);
    if (pair === undefined || !isScalar(pair.key)) break;
    found = pair.key;
    node = pair.value;
  }
  return found;
}

/** A document's top-level parts, each with `orgwright: 1`, for several files. */
export function onlyParts(document: JsonObject, keys: readonly string[]): JsonObject | undefined {
  const entries = Object.entries(document).filter(([key, value]) => keys.includes(key) && isJsonObject(value));
  return entries.length === 0 ? undefined : { orgwright: 1, ...Object.fromEntries(entries) };
}
