/** What a plan does to people's access, in one line: `Access: 2 people lose login, 1 gains ORGANIZATION_OWNER`. */
import type { AccessChange, AccessChangeWord, PlanDocument } from '../../core/plan-document.js';
import { compareText } from '../../core/json.js';
import { isAnyone } from './access-changes.js';
import { nested, phrase, type Phrase } from './phrase.js';

/** Of a kind; the rest is a count. */
const shown = 3;

/** Undefined where nothing changes, or where what changes was not looked into. */
export function accessSummary(plan: PlanDocument): Phrase | undefined {
  const { access_changes: changes, operations, errored, diagnostics } = plan;
  if (changes.length > 0) return phrase`Access: ${nested(joined(clauses(changes)))}`;
  const isKnown = !errored && operations.length > 0 && !diagnostics.some(({ code }) => code === 'access-unknown');
  return isKnown ? phrase`Access: nobody gains or loses any.` : undefined;
}

function clauses(changes: readonly AccessChange[]): readonly Clause[] {
  const who = (word: AccessChangeWord, possible: boolean): ReadonlySet<string> =>
    peopleOf(
      changes.filter(({ person }) => !isAnyone(person)),
      word,
      possible,
    );
  const logins = new Set(
    changes
      .filter(({ change }) => change.endsWith('_login'))
      .map(({ organization, person }) => `${organization} ${person}`),
  );
  const roles = changes.filter(({ change, person }) => change.endsWith('_role') && !isAnyone(person));
  const staying = roles.filter(({ organization, person }) => !logins.has(`${organization} ${person}`));
  const anyone = changes.filter(({ person }) => isAnyone(person));
  const gained = privileged(roles.filter(({ change }) => change === 'gains_role'));
  const lost = privileged(staying.filter(({ change }) => change === 'loses_role'));
  const others = staying.filter((change) => change.privileged === undefined);
  return [
    ...counted(who('loses_login', false), ['loses login', 'lose login']),
    ...counted(who('loses_login', true), ['may lose login', 'may lose login']),
    ...gained,
    ...limited(anyone.filter(({ change }) => change === 'gains_jit').map((each) => ({ phrase: joins(each) }))),
    ...limited(anyone.filter(({ change }) => change === 'gains_role').map((each) => ({ phrase: getsMore(each) }))),
    ...bypass(
      changes,
      'gains_bypass',
      ['everybody gains the bypass link', 'everybody may gain the bypass link'],
      ['gains the bypass link', 'gain the bypass link'],
    ),
    ...counted(who('loses_method', false), ['loses a login method', 'lose a login method']),
    ...counted(who('loses_method', true), ['may lose a login method', 'may lose a login method']),
    ...lost,
    ...counted(who('gains_login', false), ['gains login', 'gain login']),
    ...counted(who('gains_login', true), ['may gain login', 'may gain login']),
    ...counted(peopleOf(others, 'gains_role', false), ['gains a role', 'gain a role']),
    ...counted(peopleOf(others, 'gains_role', true), ['may gain a role', 'may gain a role']),
    ...counted(peopleOf(others, 'loses_role', false), ['loses a role', 'lose a role']),
    ...counted(peopleOf(others, 'loses_role', true), ['may lose a role', 'may lose a role']),
    ...limited(anyone.filter(({ change }) => change === 'loses_jit').map((each) => ({ phrase: joinsNoMore(each) }))),
    ...limited(anyone.filter(({ change }) => change === 'loses_role').map((each) => ({ phrase: getsLess(each) }))),
    ...counted(who('gains_method', false), ['gains a login method', 'gain a login method']),
    ...counted(who('gains_method', true), ['may gain a login method', 'may gain a login method']),
    ...bypass(
      changes,
      'loses_bypass',
      ['nobody has the bypass link any more', 'perhaps nobody has the bypass link any more'],
      ['loses the bypass link', 'lose the bypass link'],
    ),
  ];
}

/** `people`: how many it is about; the first count says that it counts people. */
interface Clause {
  readonly people?: number;
  readonly phrase: Phrase;
}

function joined(parts: readonly Clause[]): Phrase {
  const first = parts.find(({ people }) => people !== undefined);
  return parts.flatMap((part, index): Phrase => {
    const { people, phrase: rest } = part;
    const noun = part === first ? (people === 1 ? ' person' : ' people') : '';
    return [
      ...(index === 0 ? [] : [{ words: ', ' }]),
      ...(people === undefined ? [] : [{ words: `${people}${noun} ` }]),
      ...rest,
    ];
  });
}

function counted(people: ReadonlySet<string>, [one, many]: readonly [string, string]): readonly Clause[] {
  return people.size === 0 ? [] : [{ people: people.size, phrase: [{ words: people.size === 1 ? one : many }] }];
}

/** By role, the most widely given first. */
function privileged(changes: readonly AccessChange[]): readonly Clause[] {
  const people = new Map<string, { readonly role: string; readonly word: string; readonly who: Set<string> }>();
  for (const { privileged: roles = [], person, change, possible } of changes) {
    const gains = change === 'gains_role';
    for (const role of roles) {
      const word = possible === true ? (gains ? 'may gain' : 'may lose') : gains ? 'gain' : 'lose';
      const key = `${word} ${role}`;
      const found = people.get(key) ?? { role, word, who: new Set<string>() };
      found.who.add(person);
      people.set(key, found);
    }
  }
  return limited(
    [...people.values()]
      .sort((a, b) => b.who.size - a.who.size || compareText(a.role, b.role) || compareText(a.word, b.word))
      .map(({ role, word, who }) => {
        const verb = nested([{ words: who.size > 1 || word.startsWith('may') ? word : `${word}s` }]);
        return { people: who.size, phrase: phrase`${verb} ${role}` };
      }),
    'other privileged roles change hands',
  );
}

function limited(parts: readonly Clause[], more = 'more like these'): readonly Clause[] {
  const rest = parts.length - shown;
  return rest <= 0 ? parts : [...parts.slice(0, shown), { phrase: [{ words: `${rest} ${more}` }] }];
}

function joins({ person, after, possible }: AccessChange): Phrase {
  return phrase`anyone ${person.slice(1)} ${perhaps(possible)}may join as ${after.slice(0, shown)}${nested(moreThan(after))}`;
}

function moreThan(roles: readonly string[]): Phrase {
  return roles.length > shown ? [{ words: ` and ${roles.length - shown} more` }] : [];
}

function perhaps(possible: true | undefined): { readonly phrase: Phrase } {
  return nested(possible === true ? [{ words: 'perhaps ' }] : []);
}

function joinsNoMore({ person, possible }: AccessChange): Phrase {
  return phrase`${perhaps(possible)}nobody ${person.slice(1)} may join any more`;
}

function getsMore({ person, roles = [], possible }: AccessChange): Phrase {
  const verb = nested([{ words: possible === true ? 'may get' : 'gets' }]);
  return phrase`anyone ${person.slice(1)} who joins ${verb} ${roles.slice(0, shown)}${nested(moreThan(roles))}`;
}

function getsLess({ person, roles = [], possible }: AccessChange): Phrase {
  const verb = nested([{ words: possible === true ? 'may not get' : 'does not get' }]);
  return phrase`anyone ${person.slice(1)} who joins ${verb} ${roles.slice(0, shown)}${nested(moreThan(roles))} any more`;
}

/** The texts of what is certain and of what may be; for everybody at once, or for one person and for many. */
function bypass(
  changes: readonly AccessChange[],
  word: AccessChangeWord,
  everybody: readonly [string, string],
  [one, many]: readonly [string, string],
): readonly Clause[] {
  const all = changes.find(({ change, person }) => change === word && person === '*');
  if (all !== undefined) return [{ phrase: [{ words: everybody[all.possible === true ? 1 : 0] }] }];
  return [
    ...counted(peopleOf(changes, word, false), [one, many]),
    ...counted(peopleOf(changes, word, true), [`may ${many}`, `may ${many}`]),
  ];
}

function peopleOf(changes: readonly AccessChange[], word: AccessChangeWord, isPossible: boolean): ReadonlySet<string> {
  return new Set(
    changes
      .filter(({ change, possible }) => change === word && (possible === true) === isPossible)
      .map(({ person }) => person),
  );
}
