/**
 * What an organization's product plan includes. Teams and the restriction of login methods come with the Team and
 * Business tiers, SCIM with Enterprise (product documentation, 2024). A plan that is not known forbids nothing.
 */
export type Plans = readonly string[];

export type TieredFeature = 'teams' | 'login-restriction' | 'scim';

const belowTeam = /^(DEVELOPER|DEVELOPER_PAYGO|BASIC|STANDARD)$/;
const belowEnterprise =
  /^(DEVELOPER|DEVELOPER_PAYGO|BASIC|STANDARD|PREMIUM|TEAM|TEAM_V2|TEAM_PAYGO|BUSINESS|BUSINESS_V2)$/;

const excludedBy: Readonly<Record<TieredFeature, RegExp>> = {
  teams: belowTeam,
  'login-restriction': belowTeam,
  scim: belowEnterprise,
};

const phrases: Readonly<Record<TieredFeature, string>> = {
  teams: 'Teams need the Team, Business or Enterprise plan',
  'login-restriction': 'restricting login methods needs the Team, Business or Enterprise plan',
  scim: 'SCIM provisioning needs the Enterprise plan',
};

/** Why the organization's plan excludes the feature; undefined where it does not, or where the plan is not known. */
export function whyExcluded(plans: Plans, feature: TieredFeature): string | undefined {
  if (plans.length === 0 || !plans.every((plan) => excludedBy[feature].test(plan))) return undefined;
  return `${phrases[feature]}; this organization is on ${plans.join(', ')}`;
}
