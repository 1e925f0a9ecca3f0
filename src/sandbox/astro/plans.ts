/** What a plan tier includes. */
export interface PlanFeatures {
  readonly teams: boolean;
  readonly loginRestriction: boolean;
  readonly scim: boolean;
  readonly ipRanges: boolean;
  readonly customRoles: boolean;
}

/** Plan names of the vendor, legacy ones included, by what they include. */
const tiers: Readonly<Record<string, 'basic' | 'team' | 'enterprise'>> = {
  TRIAL: 'basic',
  DEVELOPER: 'basic',
  DEVELOPER_PAYGO: 'basic',
  BASIC: 'basic',
  STANDARD: 'basic',
  TEAM: 'team',
  TEAM_V2: 'team',
  TEAM_PAYGO: 'team',
  BUSINESS: 'team',
  BUSINESS_V2: 'team',
  PREMIUM: 'team',
  ENTERPRISE: 'enterprise',
  ENTERPRISE_V2: 'enterprise',
  ENTERPRISE_BUSINESS_CRITICAL: 'enterprise',
  BUSINESS_CRITICAL: 'enterprise',
  IBM_ENTERPRISE: 'enterprise',
};
export const planNames: readonly string[] = Object.keys(tiers);

/**
 * SCIM, IP access lists and custom roles need Enterprise; Teams and the restriction of login methods need Team or Business
 * (product docs). Where trials and legacy plans belong is our guess.
 */
export function planFeatures(plan: string): PlanFeatures {
  const tier = tiers[plan] ?? 'basic';
  const enterprise = tier === 'enterprise';
  const team = tier !== 'basic';
  return { teams: team, loginRestriction: team, scim: enterprise, ipRanges: enterprise, customRoles: enterprise };
}
