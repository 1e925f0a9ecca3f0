import { type WorldAstro } from './astro/world.js';
import { type WorldAtlas } from './atlas/world.js';
import { type WorldScim } from './scim/world.js';
import { type SwitchSettings } from './switches.js';

/**
 * A world file as a value: what the sandbox is seeded from. `schemas/world.schema.json` describes every field for people;
 * this says the same to the compiler.
 */
export interface World {
  readonly astro?: WorldAstro;
  readonly atlas?: WorldAtlas;
  readonly scim?: WorldScim;
  readonly switches?: SwitchSettings;
}
