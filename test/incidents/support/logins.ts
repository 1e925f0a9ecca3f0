/** Who gets in, asked of the sandbox person by person; and what became of it by an apply, in the words of a plan. */
import type { LiveOrganization } from './scenario.js';
import type { Service } from './service.js';

const ordinary = ['password', 'google', 'github', 'sso'];

export interface Logins {
  /** Ordinary methods that let the person in. */
  readonly methods: readonly string[];
  readonly bypass: boolean;
  /** By any of the ordinary methods; sorted. */
  readonly roles: readonly string[];
}

/** By `ORGANIZATION PERSON`. */
export type LoginTable = ReadonlyMap<string, Logins>;

export async function askLogins(
  service: Service,
  organizations: readonly LiveOrganization[],
  people: ReadonlyMap<string, readonly string[]>,
  idpGroups: Readonly<Record<string, readonly string[]>>,
): Promise<LoginTable> {
  const table = new Map<string, Logins>();
  for (const { name, id, type } of organizations) {
    for (const person of people.get(name) ?? []) {
      const ask = async (method: string): Promise<Outcome & { readonly method: string }> => {
        const groups = idpGroups[person];
        const outcome = await service.control('POST', 'login', {
          organization: id,
          email: person,
          method,
          ...(type !== 'scim' && { rehearse: true }),
          ...(groups !== undefined && type === 'atlas' && { idpGroups: groups }),
        });
        return { ...(outcome as Outcome), method };
      };
      const answers = await Promise.all((type === 'scim' ? ['any'] : ordinary).map(ask));
      const inside = answers.filter(({ allowed }) => allowed);
      table.set(`${name} ${person}`, {
        methods: inside.map(({ method }) => method),
        bypass: type !== 'scim' && (await ask('bypass')).allowed,
        roles: [...new Set(inside.flatMap(({ roles }) => roles))].sort(),
      });
    }
  }
  return table;
}

interface Outcome {
  readonly allowed: boolean;
  readonly roles: readonly string[];
}

const nothing: Logins = { methods: [], bypass: false, roles: [] };

/**
 * `ORGANIZATION PERSON CHANGE`, sorted. A role is told as `role`, gained or lost: what supersedes what is the vendor's to
 * know. Strangers are written `*@DOMAIN`.
 */
export function loginChanges(
  before: LoginTable,
  after: LoginTable,
  isStranger: (person: string) => boolean,
): readonly string[] {
  return [...after.keys()]
    .flatMap((key) => {
      const [organization = '', person = ''] = key.split(' ');
      const [was, is] = [before.get(key) ?? nothing, after.get(key) ?? nothing];
      const who = isStranger(person) ? `*${person.slice(person.indexOf('@'))}` : person;
      const word = isStranger(person) ? 'jit' : 'login';
      const got = was.methods.length === 0 && is.methods.length > 0;
      const lost = was.methods.length > 0 && is.methods.length === 0;
      const stays = was.methods.length > 0 && is.methods.length > 0;
      const has = (some: readonly string[], others: readonly string[]): boolean =>
        some.some((each) => !others.includes(each));
      return [
        ...(got ? [`gains_${word}`] : []),
        ...(lost ? [`loses_${word}`] : []),
        ...(stays && !isStranger(person) && has(is.methods, was.methods) ? ['gains_method'] : []),
        ...(stays && !isStranger(person) && has(was.methods, is.methods) ? ['loses_method'] : []),
        ...(!isStranger(person) && is.bypass !== was.bypass && !(is.bypass ? got : lost)
          ? [is.bypass ? 'gains_bypass' : 'loses_bypass']
          : []),
        ...(was.roles.join() !== is.roles.join() && (!isStranger(person) || stays) ? ['role'] : []),
      ].map((change) => `${organization} ${who} ${change}`);
    })
    .sort();
}
