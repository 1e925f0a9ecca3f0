import { attemptLogin } from './attempt-login.js';
import { useConsole } from './atlas/console.js';
import { stampFrom, type Clock } from './clock.js';
import { ControlError } from './control-error.js';
import { parseFaults } from './parse-faults.js';
import { type Faults } from './faults.js';
import { type RequestLog } from './request-log.js';
import { seed } from './seed.js';
import { stateView } from './state-view.js';
import { type Store } from './store.js';
import { settleSwitches, switchProblems, type SwitchSettings } from './switches.js';

/** What the controls act on. */
export interface Controlled {
  readonly store: Store;
  readonly clock: Clock;
  readonly realNow: () => number;
  readonly faults: Faults;
  readonly log: RequestLog;
}

type Control = (controlled: Controlled, body: unknown) => unknown;

/** By `METHOD name`. A result is the JSON of a 200; undefined is a 204. */
const controls: Readonly<Record<string, Control>> = {
  'GET requests': ({ log }) => log.report(),
  'DELETE requests': ({ log }) => log.clear(),
  'GET state': ({ store, clock }) => stateView(store, clock),
  'POST reset': async ({ store, faults, realNow }) => {
    faults.set([]);
    const rows = seed(store.setting('world'), stampFrom(realNow()));
    await store.transact(() => store.replaceAll(rows));
  },
  'PUT clock': async ({ store, clock }, body) => {
    const now = field(body, 'now');
    const moment = typeof now === 'string' ? Date.parse(now) : now;
    if (moment !== null && (typeof moment !== 'number' || !Number.isFinite(moment))) {
      throw new ControlError('now must be an RFC 3339 time, or null for the real one');
    }
    await store.transact(() => store.set('clock', moment));
    return { now: clock.stamp() };
  },
  'PUT faults': ({ faults }, body) => faults.set(parseFaults(body)),
  'PUT dns': async ({ store }, body) => {
    const given = Object.entries(record(body)).map(([name, there]): [string, boolean] => {
      if (typeof there !== 'boolean') throw new ControlError(`${name} must be true or false`);
      return [name.toLowerCase(), there];
    });
    const dns = { ...(store.setting('dns') as Record<string, boolean>), ...Object.fromEntries(given) };
    await store.transact(() => store.set('dns', dns));
    return dns;
  },
  'GET switches': ({ store }) => settleSwitches(store.setting('switches') as SwitchSettings),
  'PUT switches': async ({ store }, body) => {
    const problems = switchProblems(record(body));
    if (problems.length > 0) throw new ControlError(problems.join('; '));
    const settings = { ...(store.setting('switches') as SwitchSettings), ...(body as SwitchSettings) };
    await store.transact(() => store.set('switches', settings));
    return settleSwitches(settings);
  },
  'POST console': (controlled, body) => useConsole(controlled, record(body)),
  'POST login': (controlled, body) => attemptLogin(controlled, record(body)),
};

/** Answers `/_sandbox/...`; never logged, never faulted, no token needed. */
export async function control(controlled: Controlled, request: Request, name: string): Promise<Response> {
  const known = Object.hasOwn(controls, `${request.method} ${name}`)
    ? controls[`${request.method} ${name}`]
    : undefined;
  if (known === undefined) {
    return Response.json({ message: `There is no control ${request.method} ${name}.` }, { status: 404 });
  }
  try {
    const text = await request.text();
    const result: unknown = await known(controlled, text === '' ? undefined : JSON.parse(text));
    return result === undefined ? new Response(null, { status: 204 }) : Response.json(result);
  } catch (error) {
    if (!(error instanceof ControlError || error instanceof SyntaxError)) throw error;
    return Response.json({ message: error.message }, { status: 400 });
  }
}

function record(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw new ControlError('the body must be an object');
  return body as Readonly<Record<string, unknown>>;
}
function field(body: unknown, name: string): unknown {
  return record(body)[name];
}
