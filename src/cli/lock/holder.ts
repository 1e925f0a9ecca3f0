/** Who holds a lock, and whether they still live. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';

export interface Holder {
  /** Tells one holding from another, also of the same process. */
  readonly nonce: string;
  readonly pid: number;
  /** When the process started, as the system counts; null where it does not tell. Process ids are used again. */
  readonly started: string | null;
  readonly host: string;
  readonly user: string;
  /** RFC 3339. */
  readonly since: string;
  readonly command: string;
  readonly organization: string;
}

export function thisProcess(command: string, organization: string, now: Date): Holder {
  return {
    nonce: randomUUID(),
    pid: process.pid,
    started: startOf(process.pid) ?? null,
    host: hostname(),
    user: userName(),
    since: now.toISOString(),
    command,
    organization,
  };
}

/** Of another machine nothing is known, so its holder counts as alive. */
export function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: there is one, of somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(holder.pid);
  return started === undefined || holder.started === null || started === holder.started;
}

/** Undefined for what is no holder. */
export function parseHolder(text: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { nonce, pid, started, host, user, since, command, organization } = value as Record<string, unknown>;
  const texts = [host, user, since, command, organization];
  if (typeof nonce !== 'string' || !/^[0-9a-f-]{36}$/.test(nonce)) return undefined;
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined;
  if (started !== null && typeof started !== 'string') return undefined;
  return texts.every((text) => typeof text === 'string') ? (value as Holder) : undefined;
}

/** Field 22 of /proc/PID/stat (proc(5)): clock ticks from boot to the start; the name before it may hold anything. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run under an id that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
