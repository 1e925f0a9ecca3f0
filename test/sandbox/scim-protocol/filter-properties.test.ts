/** Random filters mean what a reading of the grammar that shares nothing with the parser says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matches, parseFilter } from '../../../src/sandbox/scim/protocol/filter.js';
import { userType } from '../../../src/sandbox/scim/protocol/schemas.js';
import { ScimError } from '../../../src/sandbox/scim/protocol/scim-error.js';
import { enterprise } from './support.js';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 200);

interface Person {
  readonly id: string;
  readonly userName: string;
  readonly title?: string;
  readonly active?: boolean;
  readonly emails?: readonly { readonly value?: string; readonly type?: string }[];
  readonly [enterprise]?: { readonly department: string };
}

type Node =
  | { readonly is: 'and' | 'or'; readonly left: Node; readonly right: Node }
  | { readonly is: 'not'; readonly inner: Node }
  | {
      readonly is: 'compare';
      readonly name: string;
      readonly operator: string;
      readonly value: string | boolean | null;
    }
  | { readonly is: 'present'; readonly name: string }
  | { readonly is: 'element'; readonly inner: Node };

const word = fc.constantFrom('', 'a', 'A', 'ab', 'B', 'b"\\', 'ü', 'a b', ') or (', 'true');
const textOperator = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');
const insensitive = ['userName', 'title', 'emails.value', 'emails.type', 'emails', `${enterprise}:department`];

const comparison = (names: readonly string[]): fc.Arbitrary<Node> =>
  fc.oneof(
    fc.record({ is: fc.constant('compare'), name: fc.constantFrom(...names), operator: textOperator, value: word }),
    fc.record({ is: fc.constant('present'), name: fc.constantFrom(...names) }),
    fc.record({
      is: fc.constant('compare'),
      name: fc.constantFrom(...names),
      operator: fc.constantFrom('eq', 'ne'),
      value: fc.constant(null),
    }),
  );

const active = fc.record({
  is: fc.constant('compare' as const),
  name: fc.constant('active'),
  operator: fc.constantFrom('eq', 'ne'),
  value: fc.boolean(),
});

const joined = (leaf: fc.Arbitrary<Node>): fc.Arbitrary<Node> =>
  fc.letrec<{ node: Node }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      leaf,
      fc.record({ is: fc.constantFrom('and' as const, 'or' as const), left: tie('node'), right: tie('node') }),
      fc.record({ is: fc.constant('not' as const), inner: tie('node') }),
    ),
  })).node;

const element = joined(comparison(['value', 'type'])).map((inner): Node => ({ is: 'element', inner }));
const filter = joined(fc.oneof(comparison(['id', ...insensitive]), active, element));

/** Parentheses only where precedence asks for them, or everywhere; words in either case. */
function print(node: Node, loud: boolean, above = 0): string {
  const say = (text: string) => (loud ? text.toUpperCase() : text);
  switch (node.is) {
    case 'and':
    case 'or': {
      const level = node.is === 'and' ? 2 : 1;
      const text = `${print(node.left, loud, level)} ${say(node.is)} ${print(node.right, loud, level)}`;
      return loud || level < above ? `(${text})` : text;
    }
    case 'not':
      return `${say('not')} (${print(node.inner, loud)})`;
    case 'compare':
      return `${say(node.name)} ${say(node.operator)} ${JSON.stringify(node.value)}`;
    case 'present':
      return `${say(node.name)} ${say('pr')}`;
    case 'element':
      return `${say('emails')}[${print(node.inner, loud)}]`;
  }
}

function holds(node: Node, read: (name: string) => readonly (string | boolean)[], person?: Person): boolean {
  switch (node.is) {
    case 'and':
      return holds(node.left, read, person) && holds(node.right, read, person);
    case 'or':
      return holds(node.left, read, person) || holds(node.right, read, person);
    case 'not':
      return !holds(node.inner, read, person);
    case 'element':
      return (person?.emails ?? []).some((email) =>
        holds(node.inner, (name) => [email[name as 'value' | 'type']].filter((each) => each !== undefined)),
      );
    case 'present':
      return read(node.name).some((each) => each !== '');
    case 'compare': {
      const fold = (text: string | boolean) => (node.name === 'id' ? String(text) : String(text).toLowerCase());
      const values = read(node.name);
      if (node.value === null) return values.some((each) => each !== '') === (node.operator === 'ne');
      if (values.length === 0) return node.operator === 'ne';
      const wanted = fold(node.value);
      return values.map(fold).some((value) => {
        const order = value < wanted ? 'lt le ne' : value > wanted ? 'gt ge ne' : 'eq ge le';
        const parts = { co: value.includes(wanted), sw: value.startsWith(wanted), ew: value.endsWith(wanted) };
        return parts[node.operator as 'co' | 'sw' | 'ew'] ?? order.split(' ').includes(node.operator);
      });
    }
  }
}

const valuesOf = (person: Person) => (name: string) => {
  const emails = person.emails ?? [];
  const found: Record<string, readonly (string | boolean | undefined)[]> = {
    id: [person.id],
    userName: [person.userName],
    title: [person.title],
    active: [person.active],
    emails: emails.map(({ value }) => value),
    'emails.value': emails.map(({ value }) => value),
    'emails.type': emails.map(({ type }) => type),
    [`${enterprise}:department`]: [person[enterprise]?.department],
  };
  return (found[name] ?? []).filter((each) => each !== undefined);
};

const email = fc
  .record({ value: word, type: word }, { requiredKeys: [] })
  .filter((each) => Object.keys(each).length > 0);
const person: fc.Arbitrary<Person> = fc.record(
  {
    id: word,
    userName: word,
    title: word,
    active: fc.boolean(),
    emails: fc.array(email, { minLength: 1, maxLength: 3 }),
    [enterprise]: fc.record({ department: word }),
  },
  { requiredKeys: ['id', 'userName'] },
);

/** A list without a part named is present by any part, which the naive reading says by `emails.type` or `emails.value`. */
const asksForWholeList = (node: Node): boolean =>
  node.is === 'and' || node.is === 'or'
    ? asksForWholeList(node.left) || asksForWholeList(node.right)
    : node.is === 'not'
      ? asksForWholeList(node.inner)
      : (node.is === 'present' || (node.is === 'compare' && node.value === null)) && node.name === 'emails';

it('a printed filter finds whom it describes, in either dialect', () => {
  const both = { found: 0, missed: 0 };
  fc.assert(
    fc.property(filter, person, fc.boolean(), fc.boolean(), (node, someone, loud, lenient) => {
      fc.pre(!asksForWholeList(node));
      const expected = holds(node, valuesOf(someone), someone);
      both[expected ? 'found' : 'missed'] += 1;
      const text = print(node, loud);
      expect(matches(parseFilter(text, userType, lenient), { ...someone }), text).toBe(expected);
    }),
    { numRuns: runs },
  );
  expect(Math.min(both.found, both.missed)).toBeGreaterThan(runs / 10);
});

const piece = fc.constantFrom(
  ...['userName', 'emails', 'active', 'meta.created', 'nope', '[', ']', '(', ')', 'not', 'and', 'or', 'eq', 'pr', 'gt'],
  ...['"x"', '"', '\\', '.value', '.', ':', 'true', 'null', '12', `${enterprise}:manager`, '__proto__', '\n', '\u0000'],
);

it('no text makes the parser do anything but parse or refuse', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece, { maxLength: 30 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(texts, fc.boolean(), (text, lenient) => {
      try {
        expect(typeof matches(parseFilter(text, userType, lenient), { id: '1', userName: 'x' })).toBe('boolean');
      } catch (error) {
        if (!(error instanceof ScimError)) throw error;
        expect(error).toMatchObject({ status: 400, scimType: 'invalidFilter' });
      }
    }),
    { numRuns: runs * 4 },
  );
});
