/** What no schema can say: each rule looks at the whole configuration, which may be invalid, and reports what it sees. */
import type { Diagnostic } from '../core/diagnostics.js';
import { checkAbsentObjects } from './rules/absent-objects.js';
import { checkAbsentPeople } from './rules/absent-people.js';
import { checkAtlasAuthentication } from './rules/atlas-authentication.js';
import { checkAtlasCredentials } from './rules/atlas-credentials.js';
import { checkAtlasIdentityProviders } from './rules/atlas-identity-providers.js';
import { checkAtlasProjectRoles } from './rules/atlas-project-roles.js';
import { checkAtlasTeams } from './rules/atlas-teams.js';
import { checkEndpoints } from './rules/endpoints.js';
import { checkLists } from './rules/lists.js';
import { checkMirrors } from './rules/mirrors.js';
import { checkOrganizationIds } from './rules/organizations.js';
import { checkPreviousNames } from './rules/previous-names.js';
import { checkProviders } from './rules/providers.js';
import { checkRepeatedPeople } from './rules/repeated-people.js';
import type { Rule, RuleContext } from './rules/rule.js';
import { checkSingleSignOn } from './rules/single-sign-on.js';
import { checkTimeBounds } from './rules/time-bounds.js';
import { checkUserNames } from './rules/user-names.js';

const rules: readonly Rule[] = [
  checkProviders,
  checkEndpoints,
  checkOrganizationIds,
  checkLists,
  checkMirrors,
  checkAbsentPeople,
  checkAbsentObjects,
  checkSingleSignOn,
  checkAtlasCredentials,
  checkAtlasIdentityProviders,
  checkAtlasAuthentication,
  checkAtlasProjectRoles,
  checkAtlasTeams,
  checkPreviousNames,
  checkRepeatedPeople,
  checkUserNames,
  checkTimeBounds,
];

export function applyRules(context: RuleContext): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule(context));
}
