/** Checks and shows what a credential is made of. */
import { ConfigError } from '../errors.js';

/** A user name or id as it may stand in a header; `what` names it, such as "client id". */
export function checkedId(value: string, what: string): string {
  const id = value.trim();
  if (/^[\x21-\x7E]+$/.test(id)) return id;
  throw unusable(what, id === '' ? 'is empty' : 'has characters that no id has, such as a space or a line break');
}

/** Line breaks at the end come from files and are no part of a secret. */
export function checkedSecret(value: string, what: string): string {
  const secret = value.replace(/[\r\n]+$/, '');
  if (secret.trim() === '') throw unusable(what, 'is empty');
  if (/\p{Cc}/u.test(secret)) throw unusable(what, 'has a control character, such as a line break');
  return secret;
}

/**
 * Enough of an id to recognize it: its prefix and a few characters, as in "mdb_sa_id_66f0…". Never all of it, since id
 * and secret may have been exchanged by mistake.
 */
export function shownId(id: string): string {
  const [start = ''] = /^(?:[a-z]{1,5}_){0,3}.{4}/i.exec(id) ?? [];
  return `${start.slice(0, Math.floor(id.length / 2))}…`;
}

function unusable(what: string, why: string): ConfigError {
  return new ConfigError(`The ${what} ${why}.`, {
    hint: `Set the variable or file that the provider names to the ${what} alone.`,
  });
}
