/**
 * A SCIM directory as the YAML says it. What the YAML cannot say, or what the service does not show for sure, is left
 * out with a comment.
 */
import { objectOf, textList } from '../../core/diff.js';
import {
  emailPattern,
  sharedNames,
  whyNoKey,
  type ImportContext,
  type ImportedOrganization,
  type ImportNote,
} from '../../core/importing.js';
import { compareText, textOf, type Json, type JsonObject } from '../../core/json.js';
import type { Live, LiveResource } from '../../core/resource.js';
import type { ScimFacts } from './facts.js';

const refusedKeys: ReadonlySet<string> = new Set(['', '__proto__', 'constructor', 'prototype', '<<']);

export function toConfig(live: Live<ScimFacts>, context: ImportContext): ImportedOrganization {
  const notes: ImportNote[] = [];
  const note = (path: readonly string[], text: string): void => {
    notes.push({ path: ['organizations', context.organization, ...path], text });
  };
  const members = membersOf(live, note);
  const config = { members, teams: teamsOf(live, new Set(Object.keys(members)), note) };
  const kept = live.resources.filter(({ attributes }) => attributes['externalId'] !== undefined).length;
  if (kept > 0) {
    note(
      [],
      `externalId is not imported: it is the id of another system, which keeps ${kept} of these people and groups, and whoever writes it takes them over.`,
    );
  }
  return { config, identityProviders: {}, certificates: {}, notes };
}

type Note = (path: readonly string[], text: string) => void;

function sorted(live: Live<ScimFacts>, kind: string): readonly LiveResource[] {
  return live.resources.filter((resource) => resource.kind === kind).toSorted((a, b) => compareText(a.name, b.name));
}

function membersOf(live: Live<ScimFacts>, note: Note): JsonObject {
  const people = sorted(live, 'member');
  const twins = sharedNames(people.map(({ name }) => name));
  return Object.fromEntries(
    people.flatMap(({ name, attributes }): [string, JsonObject][] => {
      const left = twins.has(name)
        ? 'several user names differ in case at most'
        : refusedKeys.has(name) || name.length > 255
          ? 'the YAML cannot use this as a key'
          : undefined;
      if (left !== undefined) {
        note(['members'], `Not listed: "${name}": ${left}.`);
        return [];
      }
      return [[name, memberConfig(attributes)]];
    }),
  );
}

function memberConfig(attributes: JsonObject): JsonObject {
  const displayName = textOf(attributes['displayName']);
  const name = Object.entries(objectOf(attributes['name'])).filter(([, value]) => textOf(value) !== '');
  const emails = textList(attributes['emails']);
  return {
    ...(attributes['active'] === false && { active: false }),
    ...(displayName !== '' && { displayName }),
    ...(name.length > 0 && { name: Object.fromEntries(name) }),
    ...(emails.length > 0 && emails.every((email) => emailPattern.test(email)) && { emails }),
  };
}

function teamsOf(live: Live<ScimFacts>, listed: ReadonlySet<string>, note: Note): JsonObject {
  const teams = sorted(live, 'team');
  // Display names compare without case (RFC 7643, section 4.2).
  const twins = sharedNames(
    teams.map(({ name }) => name),
    true,
  );
  return Object.fromEntries(
    teams.flatMap(({ name, remoteId, attributes }): [string, JsonObject][] => {
      const left = twins.has(name) ? 'several groups have this name, or one that differs in case' : whyNoKey(name);
      if (left !== undefined) {
        note(['teams'], `Not listed: "${name}": ${left}.`);
        return [];
      }
      const coverage = live.coverage[`teamMembers/${name}`];
      const isHidden = live.facts.hidden.has(remoteId ?? '') || attributes['members'] === undefined;
      if (coverage?.complete === false || isHidden) {
        const why = coverage?.complete === false ? coverage.reason : 'the service does not show them';
        note(['teams', name], `Who is in it is not managed: ${why}.`);
        return [[name, {}]];
      }
      const members: readonly Json[] = textList(attributes['members']).filter((person) => {
        if (listed.has(person)) return true;
        note(['teams', name], `Not listed: ${person}.`);
        return false;
      });
      return [[name, { members }]];
    }),
  );
}
