import { describe, expect, it } from 'vitest';
import { whyExcluded, type TieredFeature } from '../../../src/providers/astro/tiers.js';

const features: readonly TieredFeature[] = ['teams', 'login-restriction', 'scim'];

/** Plan names of the API reference, 3.1; the gates are those of the product documentation of 2024. */
const excluded: readonly (readonly [string, readonly TieredFeature[]])[] = [
  ['TRIAL', []],
  ['DEVELOPER', features],
  ['DEVELOPER_PAYGO', features],
  ['BASIC', features],
  ['STANDARD', features],
  ['TEAM', ['scim']],
  ['TEAM_V2', ['scim']],
  ['TEAM_PAYGO', ['scim']],
  ['BUSINESS', ['scim']],
  ['BUSINESS_V2', ['scim']],
  ['PREMIUM', ['scim']],
  ['ENTERPRISE', []],
  ['ENTERPRISE_V2', []],
  ['ENTERPRISE_BUSINESS_CRITICAL', []],
  ['BUSINESS_CRITICAL', []],
  ['IBM_ENTERPRISE', []],
  ['A_PLAN_OF_NEXT_YEAR', []],
];

describe('whyExcluded', () => {
  it.each(excluded)('%s excludes %j', (plan, expected) => {
    expect(features.filter((feature) => whyExcluded([plan], feature) !== undefined)).toEqual(expected);
  });

  it.each<[string, readonly string[], boolean]>([
    ['no known plan forbids nothing', [], false],
    ['one plan that includes it is enough', ['DEVELOPER', 'ENTERPRISE'], false],
    ['several that exclude it', ['DEVELOPER', 'TEAM'], true],
  ])('%s', (_, plans, isExcluded) => {
    expect(whyExcluded(plans, 'scim') !== undefined).toBe(isExcluded);
  });

  it('says what is needed and what there is', () => {
    expect(whyExcluded(['DEVELOPER', 'TEAM'], 'scim')).toBe(
      'SCIM provisioning needs the Enterprise plan; this organization is on DEVELOPER, TEAM',
    );
    expect(whyExcluded(['BASIC'], 'teams')).toBe(
      'Teams need the Team, Business or Enterprise plan; this organization is on BASIC',
    );
    expect(whyExcluded(['BASIC'], 'login-restriction')).toBe(
      'restricting login methods needs the Team, Business or Enterprise plan; this organization is on BASIC',
    );
  });
});
