/** What settling a SCIM directory works with. */
import type { ProviderContext } from '../../core/provider.js';
import type { Settlement as CoreSettlement } from '../../core/settlement.js';
import type { ScimFacts } from './facts.js';

export type ScimContext = ProviderContext<ScimFacts>;
export type Settlement = CoreSettlement<ScimFacts>;
