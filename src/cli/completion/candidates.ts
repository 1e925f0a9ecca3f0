/**
 * What may stand in the place of the last word of a command line, from the table of commands and their flags that also
 * parses it. Where nothing is known the shell offers files.
 */
import { providerTypes } from '../../providers/registry.js';
import { flagsOf, type CommandClass } from '../command.js';
import { commands } from '../commands.js';
import type { FlagInput } from '../oclif.js';
import type { Terminal } from '../terminal.js';
import { configuredNames, type ConfiguredNames } from './configured-names.js';
import { flagOf, flagWord, typedLine } from './typed-line.js';

export interface Candidate {
  readonly word: string;
  readonly description: string;
}

/** `words` is what follows the program's name; the last of them, perhaps empty, is the one to complete. */
export async function candidates(words: readonly string[], terminal: Terminal): Promise<readonly Candidate[]> {
  const [name = '', ...rest] = words;
  const current = rest.pop();
  if (current === undefined) return startingWith(name, commandNames());
  if (name === 'help') return rest.length === 0 ? startingWith(current, commandNames()) : [];
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  const command = await entry?.load?.();
  if (command === undefined) return [];
  const flags = flagsOf(command);
  const { pending, given, positionals, isEnded } = typedLine(rest, flags);
  const names = (): Promise<ConfiguredNames> => configuredNames(terminal, positionals);
  if (pending !== undefined) return startingWith(current, plain(await valuesOf(pending, flags, names)));
  if (isEnded || !current.startsWith('-') || current === '-') {
    const places = plain(await positionalsOf(command, positionals.length, names));
    return current === '-' ? flagNames(flags, given) : startingWith(current, places);
  }
  const [, flag = '', value] = flagWord.exec(current) ?? [];
  if (value === undefined) return startingWith(`--${flag}`, flagNames(flags, given));
  const typed = current.slice(0, current.length - value.length);
  const values = startingWith(value, plain(await valuesOf(flag, flags, names)));
  return values.map(({ word, description }) => ({ word: `${typed}${word}`, description }));
}

function commandNames(): readonly Candidate[] {
  const built = Object.entries(commands).filter(([, { load }]) => load !== undefined);
  return [
    ...built.map(([word, { summary }]) => ({ word, description: summary })),
    { word: 'help', description: 'Show the commands, or the flags of one' },
  ];
}

/** What is on unless it is switched off is offered as what switches it off. */
function flagNames(flags: FlagInput, given: ReadonlySet<string>): readonly Candidate[] {
  return Object.entries(flags)
    .filter(([name, flag]) => !given.has(name) || (flag.type === 'option' && flag.multiple === true))
    .map(([name, flag]) => ({
      word: flag.type === 'boolean' && flag.default === true ? `--${name}=false` : `--${name}`,
      description: flag.description ?? '',
    }));
}

/** By the word that stands for the value in the help, where the flag does not list its values. */
async function valuesOf(
  name: string,
  flags: FlagInput,
  names: () => Promise<ConfiguredNames>,
): Promise<readonly string[]> {
  const flag = flagOf(name, flags);
  if (flag === undefined) return [];
  if (flag.type === 'boolean') return ['true', 'false'];
  if (flag.options !== undefined) return flag.options;
  if (flag.helpValue === 'ADDRESS') return addressesIn(await names());
  if (flag.helpValue !== 'NAME') return [];
  if (name === 'provider') return [...new Set([...(await names()).connections, ...providerTypes])];
  return name === 'org' ? (await names()).organizations : [];
}

function addressesIn({ organizations, addresses }: ConfiguredNames): readonly string[] {
  return [...organizations, ...addresses];
}

/** By the usage line: words in lower case are literal, `[...]` may be left out, flags have their own completion. */
async function positionalsOf(
  { usage }: CommandClass,
  place: number,
  names: () => Promise<ConfiguredNames>,
): Promise<readonly string[]> {
  const places = usage.replace(/\[?-\S+ [A-Z]+\]?/g, '').trim();
  const choices = (places.split(/\s+/)[place] ?? '').replace(/[[\].]/g, '').split('|');
  if (choices.includes('ADDRESS')) return (await names()).addresses;
  return choices.filter((choice) => /^[a-z]/.test(choice));
}

function plain(words: readonly string[]): readonly Candidate[] {
  return words.map((word) => ({ word, description: '' }));
}

function startingWith(start: string, from: readonly Candidate[]): readonly Candidate[] {
  return from.filter(({ word }) => word.startsWith(start));
}
