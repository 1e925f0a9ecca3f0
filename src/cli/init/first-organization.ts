/** What a first configuration needs to know: from flags, or by asking whoever sits there. */
import { ConfigError } from '../../errors.js';
import { isProviderType, providerTypes, type ProviderType } from '../../providers/registry.js';
import { ask } from '../ask.js';
import { credentialVariables } from '../credential-variables.js';
import { nearest } from '../nearest.js';
import type { Terminal } from '../terminal.js';
import type { FirstOrganization } from './first-configuration.js';

export interface InitFlags {
  readonly provider?: string | undefined;
  readonly org?: string | undefined;
  readonly id?: string | undefined;
  readonly 'base-url'?: string | undefined;
  readonly input: boolean;
}

export async function firstOrganization(flags: InitFlags, terminal: Terminal): Promise<FirstOrganization> {
  const mayAsk = flags.input && terminal.stdin.isTTY === true;
  const asked = async (given: string | undefined, question: string): Promise<string> =>
    given ?? (mayAsk ? ask(terminal, `${question}: `) : '');
  const provider = await asked(flags.provider, `Provider (${providerTypes.join(', ')})`);
  const type = provider === '' ? undefined : checkedType(provider);
  refuseForeign(type, flags);
  const name = await asked(flags.org, 'Name of the organization here, as plans are to call it');
  const id = type === 'scim' ? '' : await asked(flags.id, "The organization's id at the vendor");
  const baseUrl = type === 'scim' ? await asked(flags['base-url'], 'Base address of the SCIM service') : '';
  const missing = [
    ...(provider === '' ? [`--provider ${providerTypes.join('|')}`] : []),
    ...(name === '' ? ['--org NAME'] : []),
    ...(type !== 'scim' && id === '' ? [type === undefined ? '--id ID (or --base-url URL for scim)' : '--id ID'] : []),
    ...(type === 'scim' && baseUrl === '' ? ['--base-url URL'] : []),
  ];
  if (type === undefined || missing.length > 0) {
    throw new ConfigError(
      `Nothing was written: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      {
        hint: mayAsk
          ? 'Run it again, and answer each question or give the flag.'
          : 'Give the flags: nobody is there to ask.',
      },
    );
  }
  return {
    type,
    name,
    id: type === 'scim' ? undefined : id,
    baseUrl: type === 'scim' ? baseUrl : undefined,
    variables: credentialVariables(type, terminal.env),
  };
}

function checkedType(text: string): ProviderType {
  if (isProviderType(text)) return text;
  const guess = nearest(text, providerTypes);
  throw new ConfigError(`There is no provider type "${text}".`, {
    hint: `${guess === undefined ? '' : `Did you mean ${guess}? `}There are ${providerTypes.join(', ')}.`,
  });
}

function refuseForeign(type: ProviderType | undefined, flags: InitFlags): void {
  if (type === 'scim' && flags.id !== undefined) {
    throw new ConfigError('--id is not for SCIM services: their base address says which directory it is.', {
      hint: 'Leave it out.',
    });
  }
  if (type !== undefined && type !== 'scim' && flags['base-url'] !== undefined) {
    throw new ConfigError('--base-url is for SCIM services only.', { hint: 'Leave it out.' });
  }
}
