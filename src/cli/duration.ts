import { ConfigError } from '../errors.js';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 };

/** Milliseconds of a duration as Terraform writes it: `90s`, `5m`, `1h30m`, `0`. */
export function parseDuration(text: string, flag: string): number {
  if (text === '0') return 0;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  const sum = parts.reduce((total, [, amount, unit]) => total + Number(amount) * (units[unit ?? ''] ?? 0), 0);
  if (parts.length === 0 || parts.map(([part]) => part).join('') !== text || !Number.isFinite(sum)) {
    throw new ConfigError(`-${flag} takes a duration, not "${text}".`, { hint: 'Write it as 30s, 5m or 1h30m.' });
  }
  return sum;
}
