/** The environment variables that are orgwright's own, read once. */
import { ConfigError } from '../errors.js';
import type { Terminal } from './terminal.js';

export interface Environment {
  /** By provider type; beats the endpoint in the configuration. */
  readonly endpoints: Readonly<Record<string, string | undefined>>;
  readonly allowedHosts: readonly string[];
  readonly allowCommands: boolean;
  /** `off` was asked for; it holds for loopback only. */
  readonly rateLimitOff: boolean;
}

export function readEnvironment({ env }: Terminal): Environment {
  const rateLimit = nonEmpty(env['ORGWRIGHT_RATE_LIMIT']);
  if (rateLimit !== undefined && rateLimit !== 'off' && rateLimit !== 'on') {
    throw new ConfigError(`ORGWRIGHT_RATE_LIMIT is on or off, not "${rateLimit}".`);
  }
  return {
    endpoints: {
      astro: nonEmpty(env['ORGWRIGHT_ASTRO_ENDPOINT']),
      atlas: nonEmpty(env['ORGWRIGHT_ATLAS_ENDPOINT']),
    },
    allowedHosts: (env['ORGWRIGHT_ALLOWED_HOSTS'] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
    allowCommands: env['ORGWRIGHT_ALLOW_COMMANDS'] === '1',
    rateLimitOff: rateLimit === 'off',
  };
}

/**
 * The key that plan files are signed with. One that is set and empty is refused: a pipeline that could not read its key
 * must not go on as if it had none.
 */
export function readPlanKey({ env }: Pick<Terminal, 'env'>): string | undefined {
  const key = env['ORGWRIGHT_PLAN_KEY'];
  if (key === '') {
    throw new ConfigError('ORGWRIGHT_PLAN_KEY is set, but empty.', {
      hint: 'Give it the key (e.g. from `openssl rand -hex 32`), or unset it to work without signatures.',
    });
  }
  return key;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : text;
}
