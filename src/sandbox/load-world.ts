import { isMap, isScalar, LineCounter, parseDocument, type Document } from 'yaml';
import { worldProblems } from './validate-world.js';
import { WorldError } from './world-error.js';

/** Turns the text of a world file (YAML or JSON) into a checked value, or says by line and column what is wrong with it. */
export function parseWorld(text: string, file: string): unknown {
  const quick = parseJson(text);
  if (quick !== undefined && worldProblems(quick).length === 0) return quick;

  const lines = new LineCounter();
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    throw new WorldError(document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`));
  }
  let value: unknown;
  try {
    value = document.toJS();
  } catch (error) {
    throw new WorldError([`${file}:1:1: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const problems = worldProblems(value);
  if (problems.length > 0) {
    throw new WorldError(problems.map(({ pointer, message }) => `${at(offsetOf(document, pointer))}: ${message}`));
  }
  return value;
}

/** JSON of a large world is read much faster as JSON; anything else is left to the YAML parser. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Where the thing a pointer names begins; at its key where it has one. */
function offsetOf(document: Document, pointer: string): number {
  const path = pointer.split('/').slice(1).map(unescapePointer);
  const last = path.at(-1);
  const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && String(key.value) === last);
    if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
  }
  const node = path.length > 0 ? document.getIn(path, true) : document.contents;
  const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
  return Array.isArray(range) && typeof range[0] === 'number' ? range[0] : 0;
}

const unescapePointer = (part: string): string => part.replaceAll('~1', '/').replaceAll('~0', '~');
