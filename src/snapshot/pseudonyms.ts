/**
 * Replaces the part of e-mail addresses that names a person, the same person by the same pseudonym everywhere. Domains
 * stay: who may join and log in depends on them. Whoever has the key and an address finds its pseudonym, not the
 * other way round; a key inside the snapshot only keeps addresses from being read at a glance.
 */
import { createHmac } from 'node:crypto';

const address = /[^\s@"'<>\\,;:/?&=()[\]{}|]+@([^\s@"'<>\\,;:/?&=()[\]{}|]+)/g;
const pseudonym = /person-[0-9a-f]{24}@[^\s@"'<>\\,;:/?&=()[\]{}|]+/g;

export function pseudonymOf(email: string, key: string): string {
  const lower = email.toLowerCase();
  const digest = createHmac('sha256', key).update(lower).digest('hex').slice(0, 24);
  return `person-${digest}@${lower.slice(lower.lastIndexOf('@') + 1)}`;
}

export function pseudonymize(text: string, key: string): string {
  return text.replace(address, (email) => pseudonymOf(email, key));
}

/** Gives back the addresses that `text` holds to those of them that `hidden` speaks of. */
export function createNaming(text: string, key: string): (hidden: string) => string {
  const emails = new Set((text.match(address) ?? []).map((email) => email.toLowerCase()));
  const byPseudonym = new Map([...emails].map((email) => [pseudonymOf(email, key), email]));
  return (hidden) => hidden.replace(pseudonym, (found) => byPseudonym.get(found) ?? found);
}
