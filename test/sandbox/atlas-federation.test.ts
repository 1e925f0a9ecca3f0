import { describe, expect, it } from 'vitest';
import {
  acme,
  atlasWorld,
  connectedPath,
  federation,
  federationPath,
  labs,
  lone,
  orgPath,
  resend,
  startAtlas,
} from './atlas-support.js';
import { pick } from './support.js';

describe('federation settings', () => {
  it('are found through an organization', async () => {
    const client = await startAtlas();
    expect((await client.get(`${orgPath}/federationSettings`)).body).toEqual({
      id: federation,
      federatedDomains: ['acme.com'],
      hasRoleMappings: true,
      identityProviderId: await client.okta('acme-okta'),
      identityProviderStatus: 'ACTIVE',
    });
    expect((await client.get(`/orgs/${labs}/federationSettings`)).body).toEqual({
      id: federation,
      federatedDomains: [],
      hasRoleMappings: false,
      identityProviderId: null,
      identityProviderStatus: 'INACTIVE',
    });
  });
});

describe('the update of a connected organization', () => {
  it('changes nothing when the whole object comes back', async () => {
    const client = await startAtlas();
    const before = await client.state();
    const answer = await resend(client);
    expect(answer.status).toBe(200);
    expect(pick(answer.body, 'roleMappings')).toHaveLength(2);
    expect(await client.state()).toEqual(before);
  });
});
