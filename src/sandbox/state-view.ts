import { astroView } from './astro/state-view.js';
import { atlasView } from './atlas/state-view.js';
import { type Clock } from './clock.js';
import { type Store } from './store.js';
import { scimView } from './scim/state-view.js';
import { settleSwitches, type SwitchSettings } from './switches.js';
import { sortKeys, type View } from './view.js';

/**
 * The whole world as plain JSON, for comparing before and after: things are keyed by name or e-mail (with the id added
 * where a name comes twice), references are by name, keys are in order. Equal worlds give equal text.
 */
export function stateView(store: Store, clock: Clock): View {
  const switches = store.setting('switches') as SwitchSettings;
  return {
    astro: astroView(store),
    atlas: atlasView({ store, clock, switches: settleSwitches(switches) }),
    scim: scimView(store),
    dns: sortKeys(store.setting('dns') as View),
    switches: sortKeys({ ...switches }),
    clock: store.setting('clock') ?? null,
  };
}
