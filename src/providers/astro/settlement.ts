/** Astro's own names for what the core settles and compiles with. */
import type { ProviderContext } from '../../core/provider.js';
import type * as core from '../../core/settlement.js';
import type { AstroFacts } from './facts.js';

export type AstroContext = ProviderContext<AstroFacts>;
export type Settlement = core.Settlement<AstroFacts>;
