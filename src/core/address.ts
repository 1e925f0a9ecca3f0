/**
 * Addresses name everything that a plan speaks of: `ORGANIZATION/KIND/NAME`, or `ORGANIZATION/KIND` for what an
 * organization has one of. NAME is all after the second slash, so it may hold slashes itself.
 */
declare const brand: unique symbol;
export type Address = string & { readonly [brand]: 'Address' };

export interface AddressParts {
  readonly organization: string;
  readonly kind: string;
  /** Undefined for what there is one of. */
  readonly name: string | undefined;
}

export function formatAddress(organization: string, kind: string, name?: string): Address {
  return (name === undefined ? `${organization}/${kind}` : `${organization}/${kind}/${name}`) as Address;
}

/** Undefined where the text has no kind, or an empty part. */
export function parseAddress(text: string): AddressParts | undefined {
  const first = text.indexOf('/');
  if (first <= 0) return undefined;
  const second = text.indexOf('/', first + 1);
  const organization = text.slice(0, first);
  if (second === -1) {
    const kind = text.slice(first + 1);
    return kind === '' ? undefined : { organization, kind, name: undefined };
  }
  const kind = text.slice(first + 1, second);
  const name = text.slice(second + 1);
  return kind === '' || name === '' ? undefined : { organization, kind, name };
}
