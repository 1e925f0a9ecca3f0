import { describe, expect, it } from 'vitest';
import { setValueAt, valueAt } from './attribute-path.js';
import { createEntra, headersOfEntra } from './entra.js';
import { urn, type Json, type MappedAttribute, type Script } from './exchange.js';
import { createOkta, headersOfOkta } from './okta.js';
import { createPlayer, type Player } from './player.js';
import { startService, type Service } from './tenants.js';

type Row = readonly [source: string, target: string, value: string | boolean, other: string | boolean];

/** The rows of the guides for Astro, which map no more than these. */
const entraToAstro: readonly Row[] = [
  ['mail', 'userName', 'ann@acme.com', 'ann.oto@acme.com'],
  ['IsSoftDeleted', 'active', true, false],
  ['displayName', 'displayName', 'Ann Oto', 'Ann "the" Oto'],
];
const oktaToAstro: readonly Row[] = [
  ['userName', 'userName', 'ann@acme.com', 'ann.oto@acme.com'],
  ['firstName', 'name.givenName', 'Ann', 'Anna'],
  ['lastName', 'name.familyName', 'Oto', "O'To"],
  ['email', 'emails[type eq "work"].value', 'ann@acme.com', 'anna@acme.com'],
  ['displayName', 'displayName', 'Ann Oto', 'Anna Oto'],
  ['profileUrl', 'profileUrl', 'https://acme.example/ann', 'https://acme.example/anna'],
];

/** Entra's default mapping for an app that is not from its gallery. */
const entraDefault: readonly Row[] = [
  ...entraToAstro,
  ['jobTitle', 'title', 'Analyst', 'Lead'],
  ['mail', 'emails[type eq "work"].value', 'ann@acme.com', 'anna@acme.com'],
  ['preferredLanguage', 'preferredLanguage', 'en-US', 'de'],
  ['givenName', 'name.givenName', 'Ann', 'Anna'],
  ['surname', 'name.familyName', 'Oto', 'Öto'],
  ['Join(" ", [givenName], [surname])', 'name.formatted', 'Ann Oto', 'Anna Öto'],
  ['physicalDeliveryOfficeName', 'addresses[type eq "work"].formatted', 'B2', 'B3'],
  ['streetAddress', 'addresses[type eq "work"].streetAddress', '1 Main St', '2 Main St'],
  ['city', 'addresses[type eq "work"].locality', 'Ulm', 'Bonn'],
  ['state', 'addresses[type eq "work"].region', 'BW', 'NRW'],
  ['postalCode', 'addresses[type eq "work"].postalCode', '89073', '53111'],
  ['country', 'addresses[type eq "work"].country', 'Germany', 'DE'],
  ['telephoneNumber', 'phoneNumbers[type eq "work"].value', '+49 731 1', '+49 731 2'],
  ['mobile', 'phoneNumbers[type eq "mobile"].value', '+49 170 1', '+49 170 2'],
  ['facsimileTelephoneNumber', 'phoneNumbers[type eq "fax"].value', '+49 731 3', '+49 731 4'],
  ['mailNickname', 'externalId', 'ann', 'Ann'],
  ['employeeId', `${urn.enterprise}:employeeNumber`, '701984', '701985'],
  ['department', `${urn.enterprise}:department`, 'Data', 'Sales'],
  ['extensionAttribute1', `${urn.enterprise}:costCenter`, '4130', '4131'],
  ['companyName', `${urn.enterprise}:organization`, 'Acme', 'Acme Labs'],
  ['extensionAttribute2', `${urn.enterprise}:division`, 'Theme', 'Park'],
];

/** Okta's SCIM 2.0 templates map these. */
const oktaDefault: readonly Row[] = [
  ...oktaToAstro,
  ['middleName', 'name.middleName', 'J.', 'K.'],
  ['honorificPrefix', 'name.honorificPrefix', 'Dr.', 'Prof.'],
  ['honorificSuffix', 'name.honorificSuffix', 'III', 'Jr.'],
  ['title', 'title', 'Analyst', 'Lead'],
  ['nickName', 'nickName', 'Annie', 'Nan'],
  ['userType', 'userType', 'Employee', 'Contractor'],
  ['preferredLanguage', 'preferredLanguage', 'en', 'de'],
  ['locale', 'locale', 'en-US', 'de-DE'],
  ['timezone', 'timezone', 'America/Los_Angeles', 'Europe/Berlin'],
  ['primaryPhone', 'phoneNumbers[type eq "work"].value', '+1 555 1', '+1 555 2'],
  ['mobilePhone', 'phoneNumbers[type eq "mobile"].value', '+1 555 3', '+1 555 4'],
  ['streetAddress', 'addresses[type eq "work"].streetAddress', '1 Main St', '2 Main St'],
  ['city', 'addresses[type eq "work"].locality', 'Reno', 'Elko'],
  ['state', 'addresses[type eq "work"].region', 'NV', 'UT'],
  ['zipCode', 'addresses[type eq "work"].postalCode', '89501', '89801'],
  ['countryCode', 'addresses[type eq "work"].country', 'US', 'DE'],
  ['employeeNumber', `${urn.enterprise}:employeeNumber`, '701984', '701985'],
  ['costCenter', `${urn.enterprise}:costCenter`, '4130', '4131'],
  ['organization', `${urn.enterprise}:organization`, 'Acme', 'Acme Labs'],
  ['division', `${urn.enterprise}:division`, 'Theme', 'Park'],
  ['department', `${urn.enterprise}:department`, 'Data', 'Sales'],
];

const tables = [
  { service: 'astro', entra: entraToAstro, okta: oktaToAstro },
  { service: 'standalone', entra: entraDefault, okta: oktaDefault },
] as const;

const before = (rows: readonly Row[]): MappedAttribute[] =>
  rows.map(([source, target, value]) => ({ source, target, value }));
const after = ([source, target, , value]: Row): MappedAttribute => ({ source, target, value });

/** Reads a person back and says what is at each path. */
async function stored(service: Service, player: Player, id: string, rows: readonly Row[]): Promise<Json> {
  const script = (function* (): Script<Json> {
    return (yield { method: 'GET', path: `/Users/${id}` }).body ?? {};
  })();
  const user = await player.play(script);
  return Object.fromEntries(rows.map(([, target]) => [target, valueAt(user, target)]));
}

const expected = (rows: readonly Row[], changed?: Row): Json =>
  Object.fromEntries(rows.map((row) => [row[1], row === changed ? row[3] : row[2]]));

describe.each(tables)('the mapping tables, to $service', ({ service: name, entra: entraRows, okta: oktaRows }) => {
  describe.each(['classic', 'compliant'] as const)('Entra ID (%s)', (dialect) => {
    it('arrive whole with a create', async () => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfEntra);
      const id = await player.play(createEntra(dialect).provisionUser(before(entraRows)));
      expect(await stored(service, player, id, entraRows)).toEqual(expected(entraRows));
    });

    it('arrive whole with a patch of somebody who has nothing but a name', async () => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfEntra);
      const entra = createEntra(dialect);
      const id = await player.play(entra.provisionUser(before(entraRows.slice(0, 1))));
      await player.play(entra.updateUser(id, before(entraRows)));
      expect(await stored(service, player, id, entraRows)).toEqual(expected(entraRows));
    });

    it.each(entraRows)('%s to %s changes alone', async (...row) => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfEntra);
      const entra = createEntra(dialect);
      const id = await player.play(entra.provisionUser(before(entraRows)));
      await player.play(entra.updateUser(id, [after(row)]));
      const changed = entraRows.find((each) => each[1] === row[1]);
      expect(await stored(service, player, id, entraRows)).toEqual(expected(entraRows, changed));
    });
  });

  describe('Okta', () => {
    it('arrive whole with a create', async () => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfOkta);
      const id = await player.play(createOkta('wizard').assignUser({ id: '00u1', profile: before(oktaRows) }));
      expect(await stored(service, player, id, oktaRows)).toEqual(expected(oktaRows));
      const user = await player.play(
        (function* (): Script<Json> {
          return (yield { method: 'GET', path: `/Users/${id}` }).body ?? {};
        })(),
      );
      expect(user).toMatchObject({ externalId: '00u1', active: true, emails: [{ type: 'work', primary: true }] });
      expect(user).not.toHaveProperty('password');
    });

    it.each(oktaRows)('%s to %s changes alone, by a put', async (...row) => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfOkta);
      const okta = createOkta('wizard');
      const id = await player.play(okta.assignUser({ id: '00u1', profile: before(oktaRows) }));
      await player.play(okta.updateUser(id, [after(row)]));
      const changed = oktaRows.find((each) => each[1] === row[1]);
      expect(await stored(service, player, id, oktaRows)).toEqual(expected(oktaRows, changed));
    });

    it.each(oktaRows)('%s to %s changes alone, by a patch without a path', async (...row) => {
      const service = await startService(name);
      const player = createPlayer(service, headersOfOkta);
      const id = await player.play(createOkta('catalog').assignUser({ id: '00u1', profile: before(oktaRows) }));
      const [, target, , value] = row;
      const patched: Record<string, unknown> = {};
      if (target.includes('[')) setValueAt(patched, target, value);
      else patched[target] = value;
      await player.play(
        (function* (): Script {
          yield {
            method: 'PATCH',
            path: `/Users/${id}`,
            body: { schemas: [urn.patch], Operations: [{ op: 'replace', value: patched }] },
          };
        })(),
      );
      const user = await stored(service, player, id, [row]);
      expect(user).toEqual({ [target]: value });
    });
  });
});

describe.each(tables)('booleans as strings, to $service', ({ service: name }) => {
  it.each(['True', 'true', 'TRUE', 'False', 'false'])('%s is stored as a boolean', async (text) => {
    const service = await startService(name);
    const player = createPlayer(service, headersOfEntra);
    const wanted = text.toLowerCase() === 'true';
    const play = (method: 'POST' | 'PUT' | 'PATCH', path: string, body: Json) =>
      player.play(
        (function* (): Script<Json> {
          return (yield { method, path, body }).body ?? {};
        })(),
      );
    const user = { schemas: [urn.user], userName: 'ann@acme.com' };
    const made = await play('POST', '/Users', { ...user, active: text });
    expect(made).toMatchObject({ active: wanted });
    const path = `/Users/${String(made['id'])}`;
    expect(await play('PUT', path, { ...user, active: !wanted })).toMatchObject({ active: !wanted });
    expect(await play('PUT', path, { ...user, active: text })).toMatchObject({ active: wanted });
    const patch = (operation: Json) => play('PATCH', path, { schemas: [urn.patch], Operations: [operation] });
    await patch({ op: 'Replace', path: 'active', value: !wanted });
    expect(await patch({ op: 'Replace', value: { active: text } })).toMatchObject({ active: wanted });
    await patch({ op: 'Replace', path: 'active', value: !wanted });
    expect(await patch({ op: 'Add', path: 'Active', value: text })).toMatchObject({ active: wanted });
  });
});

describe('the group table', () => {
  it.each(['standalone', 'astro'] as const)('displayName and externalId arrive in %s', async (name) => {
    const service = await startService(name);
    const player = createPlayer(service, headersOfEntra);
    const entra = createEntra('classic');
    const id = await player.play(entra.provisionGroup({ objectId: 'b7c1-0f3c', displayName: 'analysts' }));
    const read = function* (): Script<Json> {
      return (yield { method: 'GET', path: `/Groups/${id}` }).body ?? {};
    };
    expect(await player.play(read())).toMatchObject({ displayName: 'analysts', externalId: 'b7c1-0f3c' });
    await player.play(entra.renameGroup(id, 'Analysts'));
    expect(await player.play(read())).toMatchObject({ displayName: 'Analysts', externalId: 'b7c1-0f3c' });
    await player.play(
      (function* (): Script {
        const Operations = [{ op: 'Replace', path: 'externalId', value: 'b7c1-0f3d' }];
        yield { method: 'PATCH', path: `/Groups/${id}`, body: { schemas: [urn.patch], Operations } };
      })(),
    );
    expect(await player.play(read())).toMatchObject({ displayName: 'Analysts', externalId: 'b7c1-0f3d' });
  });
});
