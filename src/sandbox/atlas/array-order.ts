import { type Switches } from '../switches.js';

let turns = 0;

/**
 * A copy in another order each time: arrays of Atlas come back in no stable order (the vendor's own Terraform provider had
 * to be fixed for it), so a client that compares them as lists must fail here.
 */
export function anyOrder<T>(switches: Pick<Switches, 'atlasArrayOrder'>, rows: readonly T[]): T[] {
  if (switches.atlasArrayOrder === 'stable' || rows.length < 2) return [...rows];
  turns += 1;
  const start = turns % rows.length;
  const turned = [...rows.slice(start), ...rows.slice(0, start)];
  // The second turn of a pair is the same rotation backwards, or two entries would come in order every second time.
  return turns % 3 === 0 ? turned.reverse() : turned;
}
