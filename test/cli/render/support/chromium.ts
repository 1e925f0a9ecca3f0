/** The browser of the machine, for tests of pages. CI must have one; elsewhere such tests are skipped, and say so. */
import { existsSync } from 'node:fs';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const found = places.find((place) => existsSync(place));
const inContinuousIntegration = !['', '0', 'false'].includes(process.env['CI'] ?? '');

/** Undefined where the tests are to run. */
export const skippedBecause =
  found === undefined && !inContinuousIntegration
    ? `there is no browser at ${places.join(', ')}; on Debian: apt-get install chromium`
    : undefined;

export function chromiumPath(): string {
  if (found === undefined) throw new Error(`CI needs a browser at ${places.join(' or ')}: apt-get install chromium`);
  return found;
}

export const chromiumArguments: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
