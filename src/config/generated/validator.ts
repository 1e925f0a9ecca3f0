// Generated from schemas/config.schema.json by schemas/generate.mjs. Do not edit: change the schema and run `npm run generate`.
// @ts-nocheck
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = __commonJS({
  "node_modules/fast-deep-equal/index.js"(exports, module) {
    "use strict";
    module.exports = function equal(a, b) {
      if (a === b) return true;
      if (a && b && typeof a == "object" && typeof b == "object") {
        if (a.constructor !== b.constructor) return false;
        var length, i, keys;
        if (Array.isArray(a)) {
          length = a.length;
          if (length != b.length) return false;
          for (i = length; i-- !== 0; )
            if (!equal(a[i], b[i])) return false;
          return true;
        }
        if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
        if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
        if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
        keys = Object.keys(a);
        length = keys.length;
        if (length !== Object.keys(b).length) return false;
        for (i = length; i-- !== 0; )
          if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
        for (i = length; i-- !== 0; ) {
          var key = keys[i];
          if (!equal(a[key], b[key])) return false;
        }
        return true;
      }
      return a !== a && b !== b;
    };
  }
});

// node_modules/ajv/dist/runtime/equal.js
var require_equal = __commonJS({
  "node_modules/ajv/dist/runtime/equal.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    var equal = require_fast_deep_equal();
    equal.code = 'require("ajv/dist/runtime/equal").default';
    exports.default = equal;
  }
});

// <stdin>
var validate = validate20;
var stdin_default = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "urn:orgwright:schema:config", "title": "Config", "description": "An orgwright configuration, or a part of one: files with `orgwright: 1` at the top merge into one document.", "type": "object", "additionalProperties": false, "required": ["orgwright"], "properties": { "orgwright": { "description": "Marks the file as an orgwright configuration, and says the version of its format. Every file has it.", "const": 1 }, "providers": { "description": "Named connections to vendors. Secrets stand here by reference only, never inline.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A connection; organizations name it in `provider`.", "$ref": "#/$defs/Provider" }, "examples": [{ "astro": { "type": "astro", "token": { "env": "ASTRO_API_TOKEN" } } }, { "atlas": { "type": "atlas", "clientId": { "env": "ATLAS_CLIENT_ID" }, "clientSecret": { "env": "ATLAS_CLIENT_SECRET" } } }, { "corp": { "type": "scim", "baseUrl": "https://scim.example.com/v2", "token": { "env": "SCIM_TOKEN" } } }] }, "people": { "description": "What is true of a person everywhere, by e-mail address, or by user name for SCIM directories whose user names are none. Optional: most people need no entry.", "type": "object", "propertyNames": { "$ref": "#/$defs/UserName" }, "additionalProperties": { "description": "A person, by e-mail address or user name.", "$ref": "#/$defs/Person" }, "examples": [{ "mallory@acme.com": { "state": "absent" } }] }, "lists": { "description": "People named once and used in many places: `memberLists`, or a team's `members` as `{ list: NAME }`. `{ mirror: ORGANIZATION/TEAM }` takes those who are live there.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The people of the list.", "$ref": "#/$defs/List" }, "examples": [{ "data-eng": ["alice@acme.com", "bob@acme.com"] }, { "corp-eng": { "mirror": "corp-directory/eng" } }] }, "identityProviders": { "description": "A company's identity providers, each applied to many organizations. What a system needs of it stands under the system's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "An identity provider.", "$ref": "#/$defs/IdentityProvider" } }, "organizations": { "description": "The organizations to manage. The key is the organization's name in plans and addresses.", "type": "object", "propertyNames": { "$ref": "#/$defs/OrganizationName" }, "additionalProperties": { "description": "An organization; `type` says of which vendor.", "$ref": "#/$defs/Organization" } }, "guards": { "description": "Limits that stop a plan from being applied. Here they hold for every organization; an organization's own `guards` override them field by field.", "$ref": "#/$defs/Guards" } }, "$defs": { "Until": { "description": "A day, through the end of which it holds in UTC (`2026-12-31`), or a time (`2026-12-31T17:00:00+01:00`). Plans warn 14 days ahead and remove it afterwards, as `state: absent` would.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", "examples": ["2026-12-31", "2026-12-31T17:00:00Z"] }, "Protect": { "description": "Whether a plan that removes it trips the guard `protect`, also where `state: absent`, `until` or `unlisted` ask for that.", "type": "boolean", "examples": [true] }, "UntilReason": { "description": "Why it lasts until then, in one line; plans and warnings tell it.", "type": "string", "pattern": "^\\S(?:.{0,198}\\S)?$", "examples": ["contractor for the billing migration"] }, "NotYetSupported": { "description": "Reserved: this key is not yet supported.", "not": {} }, "Name": { "description": "A name: not empty, no space at its ends.", "type": "string", "pattern": "^\\S(?:.*\\S)?$" }, "OrganizationName": { "description": "An organization's name in the configuration. It is the first part of every address, so it holds no slash.", "type": "string", "pattern": "^[^/\\s](?:[^/]*[^/\\s])?$" }, "Email": { "description": "An e-mail address. Case does not matter.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$", "examples": ["alice@acme.com"] }, "UserName": { "description": "A person's user name: an e-mail address, or in a SCIM directory any name. Case does not matter.", "type": "string", "minLength": 1, "maxLength": 255, "examples": ["alice@acme.com", "svc-etl"] }, "Domain": { "description": "A domain name. Case does not matter.", "type": "string", "pattern": "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", "examples": ["acme.com"] }, "HttpsUrl": { "description": "An address that begins with https://.", "type": "string", "pattern": "^https://[^\\s/@]+(?:/\\S*)?$" }, "State": { "description": "`absent` removes the object; `present`, the default, keeps it.", "type": "string", "enum": ["present", "absent"] }, "Secret": { "description": "Where a secret is to be found: exactly one of `env`, `file` and `command`. It is read when first used, never by `validate`.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "The name of the environment variable that holds the secret.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["ASTRO_API_TOKEN", "ATLAS_CLIENT_SECRET"] }, "file": { "description": "The file that holds the secret: an absolute path, or one relative to this YAML file and inside its folder.", "type": "string", "minLength": 1, "examples": ["/run/secrets/astro"] }, "command": { "description": "A program and its arguments, run without a shell, whose output is the secret. Only with ORGWRIGHT_ALLOW_COMMANDS=1.", "type": "array", "minItems": 1, "items": { "description": "The program, then its arguments.", "type": "string" }, "examples": [["op", "read", "op://infra/astro/token"]] } }, "examples": [{ "env": "ASTRO_API_TOKEN" }, { "file": "/run/secrets/astro" }] }, "Provider": { "description": "A connection to a vendor; `type` says which.", "type": "object", "required": ["type"], "properties": { "type": { "enum": ["astro", "atlas", "scim"] } }, "allOf": [{ "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "astro" } } }, "then": { "$ref": "#/$defs/AstroProvider" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "atlas" } } }, "then": { "$ref": "#/$defs/AtlasProvider" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "scim" } } }, "then": { "$ref": "#/$defs/ScimProvider" } }] }, "AstroProvider": { "description": "A connection to Astronomer Astro.", "type": "object", "additionalProperties": false, "required": ["type", "token"], "properties": { "type": { "description": "Astronomer Astro.", "const": "astro" }, "token": { "description": "An Organization API token with the role ORGANIZATION_OWNER, by reference.", "$ref": "#/$defs/Secret" }, "privateApi": { "description": "Whether changes may be written through the vendor's private API, which alone can write domains, SSO connections, the bypass link, and remove people. With `deny`, the default, these become manual steps.", "type": "string", "enum": ["allow", "deny"] }, "endpoint": { "description": "Another address of the API, such as a sandbox: https, or http on loopback. Hosts that are not the vendor's must be named in ORGWRIGHT_ALLOWED_HOSTS too.", "$ref": "#/$defs/Endpoint" } } }, "Endpoint": { "description": "The address of an API: https, or http on loopback.", "type": "string", "pattern": "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", "examples": ["http://127.0.0.1:8888"] }, "AtlasProvider": { "description": "A connection to MongoDB Atlas: a service account (`clientId` and `clientSecret`), or an API key (`publicKey` and `privateKey`). Atlas binds a credential to one organization, so organizations mostly have a provider each.", "type": "object", "additionalProperties": false, "required": ["type"], "dependentRequired": { "clientId": ["clientSecret"], "clientSecret": ["clientId"], "publicKey": ["privateKey"], "privateKey": ["publicKey"] }, "examples": [{ "type": "atlas", "clientId": { "env": "ATLAS_CLIENT_ID" }, "clientSecret": { "env": "ATLAS_CLIENT_SECRET" } }, { "type": "atlas", "publicKey": { "env": "ATLAS_PUBLIC_KEY" }, "privateKey": { "env": "ATLAS_PRIVATE_KEY" } }], "properties": { "type": { "description": "MongoDB Atlas.", "const": "atlas" }, "clientId": { "description": "The service account's client id, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_CLIENT_ID" }] }, "clientSecret": { "description": "The service account's secret, by reference. The account needs the role ORG_OWNER.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_CLIENT_SECRET" }] }, "publicKey": { "description": "The API key's public part, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_PUBLIC_KEY" }] }, "privateKey": { "description": "The API key's private part, by reference. The key needs the role ORG_OWNER.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_PRIVATE_KEY" }] }, "endpoint": { "description": "Another address of the API, such as a sandbox: https, or http on loopback. Hosts that are not the vendor's must be named in ORGWRIGHT_ALLOWED_HOSTS too.", "$ref": "#/$defs/Endpoint" } } }, "ScimProvider": { "description": "A connection to a SCIM 2.0 service.", "type": "object", "additionalProperties": false, "required": ["type", "baseUrl", "token"], "examples": [{ "type": "scim", "baseUrl": "https://scim.example.com/v2", "token": { "env": "SCIM_TOKEN" } }], "properties": { "type": { "description": "A SCIM 2.0 service.", "const": "scim" }, "baseUrl": { "description": "The service's base address, the part before /Users: https, or http on loopback. Its host must be named in ORGWRIGHT_ALLOWED_HOSTS too, unless it is Astro's or loopback.", "$ref": "#/$defs/Endpoint", "examples": ["https://scim.example.com/v2", "https://api.astronomer.io/scim/v2/clm3x0acme000000000000001"] }, "token": { "description": "The bearer token, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "SCIM_TOKEN" }] } } }, "Person": { "description": "What is true of a person everywhere.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The person's name, for the reader of the file.", "type": "string", "minLength": 1, "examples": ["Alice Ng"] }, "state": { "description": "`absent` removes the person from every organization of the configuration.", "$ref": "#/$defs/State" }, "until": { "description": "The day after which the person is removed everywhere.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the person has access until then.", "$ref": "#/$defs/UntilReason" }, "protect": { "description": "Whether a plan that removes or deactivates the person trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" } } }, "List": { "description": "People by e-mail address (by user name where only SCIM directories use the list), or a mirror of another organization's live members.", "type": ["array", "object"], "allOf": [{ "if": { "type": "array" }, "then": { "type": "array", "items": { "description": "A person's e-mail address or user name.", "$ref": "#/$defs/UserName" } } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/MirrorList" } }] }, "MirrorList": { "description": "Who is active in another organization of this configuration, or in one of its teams, at the time of the plan.", "type": "object", "additionalProperties": false, "required": ["mirror"], "examples": [{ "mirror": "corp-directory" }, { "mirror": "corp-directory/eng" }], "properties": { "mirror": { "description": "ORGANIZATION for all its active people, ORGANIZATION/TEAM for those of a team. It is read when a plan is made; what cannot be read completely is never taken for empty.", "type": "string", "pattern": "^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$", "examples": ["corp-directory/eng"] } } }, "IdentityProvider": { "description": "A company's identity provider.", "type": "object", "additionalProperties": false, "properties": { "domains": { "description": "The e-mail domains whose people log in here.", "type": "array", "items": { "description": "A domain.", "$ref": "#/$defs/Domain" }, "examples": [["acme.com"]] }, "certificates": { "description": "The certificates with which the identity provider signs.", "type": "array", "minItems": 1, "items": { "description": "A certificate.", "$ref": "#/$defs/Certificate" } }, "astro": { "description": "What Astronomer Astro needs of it.", "$ref": "#/$defs/AstroConnection" }, "atlas": { "description": "What MongoDB Atlas needs of it.", "$ref": "#/$defs/AtlasIdentityProvider" } } }, "Certificate": { "description": "A certificate, by the file that holds it.", "type": "object", "additionalProperties": false, "required": ["file"], "properties": { "file": { "description": "A PEM file: an absolute path, or one relative to this YAML file and inside its folder.", "type": "string", "minLength": 1, "examples": ["certs/acme-okta.pem"] } } }, "AstroConnection": { "description": "An Astro SSO connection: `saml`, or `entra` for Microsoft Entra ID without SAML.", "type": "object", "required": ["strategy"], "properties": { "strategy": { "enum": ["saml", "entra"] } }, "allOf": [{ "if": { "type": "object", "required": ["strategy"], "properties": { "strategy": { "const": "saml" } } }, "then": { "$ref": "#/$defs/AstroSaml" } }, { "if": { "type": "object", "required": ["strategy"], "properties": { "strategy": { "const": "entra" } } }, "then": { "$ref": "#/$defs/AstroEntra" } }] }, "AstroSaml": { "description": "A SAML connection; its signing certificate is the identity provider's `certificates`.", "type": "object", "additionalProperties": false, "required": ["strategy", "signInUrl"], "properties": { "strategy": { "description": "SAML.", "const": "saml" }, "signInUrl": { "description": "Where people are sent to log in.", "$ref": "#/$defs/HttpsUrl", "examples": ["https://acme.okta.com/app/astro/sso/saml"] }, "signOutUrl": { "description": "Where people are sent to log out.", "$ref": "#/$defs/HttpsUrl" }, "idpInitiatedLogin": { "description": "Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.", "type": "boolean" } } }, "AstroEntra": { "description": "A native Microsoft Entra ID connection.", "type": "object", "additionalProperties": false, "required": ["strategy", "clientId", "clientSecret", "domainName"], "properties": { "strategy": { "description": "Microsoft Entra ID, without SAML.", "const": "entra" }, "clientId": { "description": "The application (client) id of the app registration.", "type": "string", "minLength": 1 }, "clientSecret": { "description": "The app registration's client secret, by reference. It is sent only along with another change.", "$ref": "#/$defs/Secret" }, "domainName": { "description": "The tenant's primary domain.", "$ref": "#/$defs/Domain", "examples": ["acme.onmicrosoft.com"] }, "idpInitiatedLogin": { "description": "Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.", "type": "boolean" } } }, "AtlasIdentityProvider": { "description": "An identity provider of an Atlas federation: `protocol: saml`, the default, for logging in to the Atlas console, or `protocol: oidc` for access to databases. A field that is not given is not managed.", "type": "object", "properties": { "protocol": { "enum": ["saml", "oidc"] } }, "allOf": [{ "if": { "type": "object", "properties": { "protocol": { "const": "saml" } } }, "then": { "$ref": "#/$defs/AtlasSaml" } }, { "if": { "type": "object", "required": ["protocol"], "properties": { "protocol": { "const": "oidc" } } }, "then": { "$ref": "#/$defs/AtlasOidc" } }] }, "AtlasSaml": { "description": "A SAML identity provider. Its associated domains are the `domains` and its signing certificates the `certificates` beside this section. No API creates one: where it is missing, the plan has a manual step.", "type": "object", "additionalProperties": false, "required": ["anchor"], "properties": { "anchor": { "description": "The organization, by its name in `organizations`, whose federation has the identity provider: its credential reads and changes it. It must be of type atlas.", "$ref": "#/$defs/OrganizationName", "examples": ["acme-atlas"] }, "protocol": { "description": "SAML, the default.", "const": "saml" }, "displayName": { "description": "Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["acme-okta"] }, "description": { "description": "What it is for.", "type": "string", "examples": ["Workforce sign-in"] }, "issuerUri": { "description": "The identity provider's issuer.", "type": "string", "minLength": 1, "examples": ["http://www.okta.com/exk1"] }, "ssoUrl": { "description": "Where people are sent to log in.", "$ref": "#/$defs/HttpsUrl", "examples": ["https://acme.okta.com/app/atlas/sso/saml"] }, "requestBinding": { "description": "How Atlas sends the request to log in.", "type": "string", "enum": ["HTTP-POST", "HTTP-REDIRECT"] }, "responseSignatureAlgorithm": { "description": "The algorithm with which responses are signed.", "type": "string", "enum": ["SHA-1", "SHA-256"] }, "ssoDebug": { "description": "Whether people may also log in through the bypass URL, without the identity provider. It is the way back in while a new one is untested.", "type": "boolean" }, "active": { "description": "Whether people may log in through it. Atlas keeps one without a verified domain inactive, and refuses to deactivate one that several organizations use.", "type": "boolean" }, "state": { "description": "Whether it is to be there. A SAML identity provider cannot be made again by API, so it is removed in the Atlas console only.", "not": {} } } }, "AtlasOidc": { "description": "An OIDC identity provider, for access to databases. Its associated domains are the `domains` beside this section (a workload identity provider has none). Atlas has no switch to deactivate it: it serves the organizations that name it in `dataAccessIdentityProviders`.", "type": "object", "additionalProperties": false, "required": ["anchor", "protocol"], "properties": { "anchor": { "description": "The organization, by its name in `organizations`, whose federation has the identity provider: its credential reads and changes it. It must be of type atlas.", "$ref": "#/$defs/OrganizationName", "examples": ["acme-atlas"] }, "protocol": { "description": "OIDC.", "const": "oidc" }, "displayName": { "description": "Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["acme-okta"] }, "description": { "description": "What it is for.", "type": "string", "examples": ["Workforce sign-in"] }, "issuerUri": { "description": "The identity provider's issuer. Needed to create it.", "type": "string", "minLength": 1, "examples": ["http://www.okta.com/exk1"] }, "idpType": { "description": "WORKFORCE, Atlas's default, for people; WORKLOAD for applications. An organization has at most one of WORKFORCE.", "type": "string", "enum": ["WORKFORCE", "WORKLOAD"] }, "audience": { "description": "For whom its tokens are meant. Needed to create it.", "type": "string", "minLength": 1, "examples": ["atlas-prod"] }, "clientId": { "description": "The application (client) id at the identity provider; no secret. For WORKFORCE only.", "type": "string", "minLength": 1, "examples": ["0oadp0hpl7q3UIehP297"] }, "requestedScopes": { "description": "Exactly the scopes that are asked for. For WORKFORCE only.", "type": "array", "uniqueItems": true, "items": { "description": "A scope.", "type": "string", "minLength": 1 }, "examples": [["openid", "profile"]] }, "authorizationType": { "description": "Whether database roles are granted to groups or to single users. Needed to create it. Changing it can cut people off from databases.", "type": "string", "enum": ["GROUP", "USER"] }, "groupsClaim": { "description": "The claim that holds the groups. Needed to create it with `authorizationType: GROUP`.", "type": "string", "minLength": 1, "examples": ["groups"] }, "userClaim": { "description": "The claim that holds the user. Needed to create it.", "type": "string", "minLength": 1, "examples": ["sub"] }, "state": { "description": "`absent` removes it. It may then be in no `dataAccessIdentityProviders`.", "$ref": "#/$defs/State" } } }, "Organization": { "description": "An organization; `type` says of which vendor.", "type": "object", "required": ["type"], "properties": { "type": { "enum": ["astro", "atlas", "scim"] } }, "allOf": [{ "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "astro" } } }, "then": { "$ref": "#/$defs/AstroOrganization" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "atlas" } } }, "then": { "$ref": "#/$defs/AtlasOrganization" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "scim" } } }, "then": { "$ref": "#/$defs/ScimOrganization" } }] }, "AstroOrganization": { "description": "An Astronomer Astro organization. A key that is absent is not managed.", "type": "object", "additionalProperties": false, "required": ["type", "id"], "properties": { "type": { "description": "Astronomer Astro.", "const": "astro" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "id": { "description": "The organization's id, as Astro shows it in the organization's settings.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$", "examples": ["clm3x0acme000000000000001"] }, "settings": { "description": "The organization's own settings.", "$ref": "#/$defs/AstroSettings" }, "scim": { "description": "SCIM provisioning.", "$ref": "#/$defs/AstroScim" }, "authentication": { "description": "How people may log in.", "$ref": "#/$defs/AstroAuthentication" }, "members": { "description": "The people who must be members, by e-mail address. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Email" }, "additionalProperties": { "description": "A member, by e-mail address.", "$ref": "#/$defs/AstroMember" }, "examples": [{ "alice@acme.com": { "role": "ORGANIZATION_OWNER" }, "carol@acme.com": {} }] }, "memberLists": { "description": "Members by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/AstroMember" }, "examples": [{ "data-eng": { "role": "ORGANIZATION_MEMBER" } }] }, "teams": { "description": "The teams that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A team, by name.", "$ref": "#/$defs/AstroTeam" } }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/Unlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } }, "AstroSettings": { "description": "An organization's own settings.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The name that people see, at most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["Acme Data"] }, "billingEmail": { "description": "Where invoices go.", "$ref": "#/$defs/Email", "examples": ["billing@acme.com"] } } }, "AstroScim": { "description": "SCIM provisioning.", "type": "object", "additionalProperties": false, "required": ["enabled"], "properties": { "enabled": { "description": "Whether an identity provider may provision people and teams. While it is on, Astro refuses new teams and new team members from everyone else.", "type": "boolean" } } }, "AstroAuthentication": { "description": "How people may log in.", "type": "object", "additionalProperties": false, "properties": { "bypassLink": { "description": "The SSO bypass link, with which anyone may log in by password while the identity provider is down.", "$ref": "#/$defs/AstroBypassLink" }, "domains": { "description": "The managed e-mail domains. `unlisted.domains` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Domain" }, "additionalProperties": { "description": "A managed domain.", "$ref": "#/$defs/AstroDomain" } } } }, "AstroBypassLink": { "description": "The SSO bypass link.", "type": "object", "additionalProperties": false, "required": ["state"], "properties": { "state": { "description": "Whether there is to be a link.", "$ref": "#/$defs/State" }, "rotateAfter": { "description": "The age at which the link is replaced by a new one: a number of days (d), hours (h) or weeks (w).", "type": "string", "pattern": "^[1-9][0-9]{0,4}[dhw]$", "examples": ["90d", "12w", "36h"] }, "protect": { "description": "Whether a plan that removes or replaces the link trips the guard `protect`.", "$ref": "#/$defs/Protect" } } }, "AstroDomain": { "description": "A managed e-mail domain.", "type": "object", "additionalProperties": false, "properties": { "allowedMethods": { "description": "Exactly the ways in which people of this domain may log in.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A way to log in.", "$ref": "#/$defs/AstroLoginMethod" }, "examples": [["sso"], ["google", "github"]] }, "sso": { "description": "The domain's SSO connection; `none` means that there is to be none.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["none"] } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroSso" } }] }, "state": { "description": "`absent` removes the domain. With `sso: none` its connection goes too.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the domain or its SSO connection trips the guard `protect`.", "$ref": "#/$defs/Protect" } } }, "AstroLoginMethod": { "description": "A way to log in.", "type": "string", "enum": ["password", "google", "github", "sso"] }, "AstroSso": { "description": "A domain's SSO connection.", "type": "object", "additionalProperties": false, "required": ["identityProvider"], "properties": { "identityProvider": { "description": "The identity provider, by its name in `identityProviders`.", "$ref": "#/$defs/Name", "examples": ["acme-okta"] }, "active": { "description": "Whether people may log in through the connection.", "type": "boolean" }, "jit": { "description": "What those get who log in for the first time without an invitation; `none` means that they may not join.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["none"] } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroJit" } }] } } }, "AstroJit": { "description": "The default roles of people who join by logging in.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "role": { "description": "The default organization role.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Default workspace roles, by the workspace's name; exactly these.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role in this workspace.", "$ref": "#/$defs/AstroWorkspaceRole" }, "examples": [{ "Analytics": "WORKSPACE_MEMBER" }] } } }, "AstroMember": { "description": "A membership. `{}` means: a member, with any role; somebody new is invited with the lowest one.", "type": "object", "additionalProperties": false, "properties": { "role": { "description": "The organization role.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Exactly the roles in workspaces.", "$ref": "#/$defs/AstroWorkspaces" }, "state": { "description": "`absent` removes the person from the organization.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the membership trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the membership is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the membership lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "AstroTeam": { "description": "A team. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "properties": { "description": { "description": "What the team is for.", "type": "string", "examples": ["Data engineering"] }, "role": { "description": "The organization role that the team gives to its members.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Exactly the workspace roles that the team gives to its members.", "$ref": "#/$defs/AstroWorkspaces" }, "members": { "description": "The people who must be in the team; `unlisted.teamMembers` decides about others.", "type": "array", "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/TeamMember" }, "examples": [[{ "list": "data-eng" }, "carol@acme.com"]] }, "previously": { "description": "Earlier names of the team, so that a rename is not a removal and a new team.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["data-engineering"]] }, "state": { "description": "`absent` removes the team.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the team or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the team is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the team lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "TeamMember": { "description": "A person's e-mail address, or `{ list: NAME }` for the people of a list.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/Email" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/ListReference" } }] }, "ListReference": { "description": "The people of a list.", "type": "object", "additionalProperties": false, "required": ["list"], "properties": { "list": { "description": "The list, by its name in `lists`.", "$ref": "#/$defs/Name", "examples": ["data-eng"] }, "until": { "description": "The day after which these people leave the team.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why they are in the team until then.", "$ref": "#/$defs/UntilReason" } } }, "AstroWorkspaces": { "description": "Workspace roles, by the workspace's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role in this workspace, alone or with deployment roles.", "$ref": "#/$defs/AstroWorkspaceEntry" }, "examples": [{ "Analytics": "WORKSPACE_AUTHOR" }] }, "AstroWorkspaceEntry": { "description": "A workspace role, or an object that adds deployment roles.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/AstroWorkspaceRole" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroWorkspaceGrant" } }] }, "AstroWorkspaceGrant": { "description": "A workspace role with deployment roles.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "id": { "description": "The workspace's id, where its name is ambiguous.", "$ref": "#/$defs/RemoteId" }, "role": { "description": "The role in this workspace. Astro demands one for every deployment role.", "$ref": "#/$defs/AstroWorkspaceRole" }, "deployments": { "description": "Exactly the deployment roles in this workspace, by the deployment's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on this deployment, alone or with DAG roles.", "$ref": "#/$defs/AstroDeploymentEntry" }, "examples": [{ "etl": "DEPLOYMENT_ADMIN" }] } } }, "AstroDeploymentEntry": { "description": "A deployment role, or an object that adds DAG roles.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/AstroDeploymentRole" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroDeploymentGrant" } }] }, "AstroDeploymentGrant": { "description": "A deployment role with DAG roles.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "id": { "description": "The deployment's id, where its name is ambiguous.", "$ref": "#/$defs/RemoteId" }, "role": { "description": "The role on this deployment. Astro demands one for every DAG role.", "$ref": "#/$defs/AstroDeploymentRole" }, "dags": { "description": "Exactly the roles on single DAGs, by DAG id.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on this DAG.", "$ref": "#/$defs/AstroDagRole" }, "examples": [{ "daily_load": "DAG_VIEWER" }] }, "dagTags": { "description": "Exactly the roles on DAGs with a tag, by tag.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on DAGs with this tag.", "$ref": "#/$defs/AstroDagRole" }, "examples": [{ "finance": "DAG_AUTHOR" }] } } }, "RemoteId": { "description": "An id that the vendor gave.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" }, "AstroOrganizationRole": { "description": "An organization role; the OBSERVE roles need the Observe product.", "type": "string", "enum": ["ORGANIZATION_OWNER", "ORGANIZATION_BILLING_ADMIN", "ORGANIZATION_MEMBER", "ORGANIZATION_OBSERVE_ADMIN", "ORGANIZATION_OBSERVE_MEMBER"] }, "AstroWorkspaceRole": { "description": "A workspace role.", "type": "string", "enum": ["WORKSPACE_OWNER", "WORKSPACE_OPERATOR", "WORKSPACE_AUTHOR", "WORKSPACE_MEMBER", "WORKSPACE_ACCESSOR"] }, "AstroDeploymentRole": { "description": "A deployment role: one of Astro's, or the name of a custom role.", "type": "string", "minLength": 1, "examples": ["DEPLOYMENT_ADMIN", "DEPLOYMENT_ACCESSOR"] }, "AstroDagRole": { "description": "A DAG role: one of Astro's, or the name of a custom role.", "type": "string", "minLength": 1, "examples": ["DAG_VIEWER", "DAG_AUTHOR"] }, "Unlisted": { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "Members that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Teams that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed team whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" }, "domains": { "description": "Domains that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "roleMappings": { "description": "Role mappings that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" } }, "examples": [{ "members": "keep", "teams": "remove" }] }, "UnlistedPolicy": { "description": "`report` shows it as drift, `keep` only counts it, `remove` removes it.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/UnlistedWord" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/UnlistedRule" } }] }, "UnlistedWord": { "description": "`report` shows it as drift, `keep` only counts it, `remove` removes it unless an identity provider made it.", "type": "string", "enum": ["report", "keep", "remove"] }, "UnlistedRule": { "description": "A policy with its options.", "type": "object", "additionalProperties": false, "required": ["policy"], "properties": { "policy": { "description": "What to do.", "$ref": "#/$defs/UnlistedWord" }, "includeProvisioned": { "description": "Whether `remove` also removes what an identity provider made (by SCIM, group mapping or first login).", "type": "boolean" } }, "examples": [{ "policy": "remove", "includeProvisioned": true }] }, "Guards": { "description": "Limits that stop a plan from being applied.", "type": "object", "additionalProperties": false, "properties": { "minOwners": { "description": "How many active owners must remain. Default 1.", "type": "integer", "minimum": 0, "examples": [2] }, "maxRemovals": { "description": "How much one plan may remove, by scope. A limit trips when removals exceed both its numbers.", "$ref": "#/$defs/MaxRemovals" }, "requiredOwners": { "description": "People each of whom must remain an owner who can log in. Trips where a plan takes that from one of them.", "type": "array", "uniqueItems": true, "items": { "description": "A person's e-mail address.", "$ref": "#/$defs/Email" }, "examples": [["alice@acme.com"]] }, "maxNewOwners": { "description": "How many people one plan may make owners, by a role of their own or of their team. A default role, JIT policy or role mapping that makes owners of people whom nobody has named is always beyond it. Without it there is no limit.", "type": "integer", "minimum": 0, "examples": [1] }, "denyWeakerLogin": { "description": "Whether a plan that makes logging in weaker trips. A domain is as weak as the weakest method that it allows: password, then google and github, then sso. It may lose methods, or change to others that are as strong. Weaker is also: an SSO connection that is removed or made inactive while its domain allows SSO, an identity provider detached, made inactive or taken from a domain, a login past SSO (a bypass link, `ssoDebug`), and a second factor no longer required. Default false.", "type": "boolean", "examples": [true] }, "requireSelf": { "description": "Whether a plan trips that takes away what orgwright's own requests stand on: today that is `apiAccessListRequired` of Atlas switched on, since the credential's access list may lack this machine's address. Default true.", "type": "boolean", "examples": [false] } } }, "MaxRemovals": { "description": "How much one plan may remove, by scope.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "Members who leave an organization.", "$ref": "#/$defs/RemovalLimit" }, "teamMembers": { "description": "People who leave a team.", "$ref": "#/$defs/RemovalLimit" }, "teams": { "description": "Teams.", "$ref": "#/$defs/RemovalLimit" }, "roles": { "description": "Roles taken from people and teams that stay.", "$ref": "#/$defs/RemovalLimit" }, "domains": { "description": "Domains.", "$ref": "#/$defs/RemovalLimit" }, "roleMappings": { "description": "Role mappings.", "$ref": "#/$defs/RemovalLimit" }, "owners": { "description": "Owners who stop being owners.", "$ref": "#/$defs/RemovalLimit" } }, "examples": [{ "teamMembers": { "percent": 25, "atLeast": 5 } }] }, "RemovalLimit": { "description": "Trips when removals exceed both `percent` of what is live and `atLeast`.", "type": "object", "additionalProperties": false, "properties": { "percent": { "description": "A share of what is live. Default 25.", "type": "number", "minimum": 0, "maximum": 100 }, "atLeast": { "description": "A number below which the share does not matter. Default 5.", "type": "integer", "minimum": 0 } } }, "AtlasOrganization": { "description": "A MongoDB Atlas organization. A key that is absent is not managed.", "type": "object", "additionalProperties": false, "required": ["type", "id"], "properties": { "type": { "description": "MongoDB Atlas.", "const": "atlas" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "id": { "description": "The organization's id, as Atlas shows it in the organization's settings. Keep the quotes: without them some ids are numbers.", "$ref": "#/$defs/AtlasId", "examples": ["5f0000000000000000000001"] }, "connection": { "description": "`disconnected` takes the organization out of its federation, which no API can undo: only the Atlas console connects it again. `connected` is checked; making it so is a manual step.", "type": "string", "enum": ["connected", "disconnected"] }, "settings": { "description": "The organization's own settings.", "$ref": "#/$defs/AtlasSettings" }, "authentication": { "description": "How people may log in and what they get: the organization in its federation.", "$ref": "#/$defs/AtlasAuthentication" }, "members": { "description": "The people who must be members, by e-mail address. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Email" }, "additionalProperties": { "description": "A member, by e-mail address.", "$ref": "#/$defs/AtlasMember" }, "examples": [{ "alice@acme.com": { "roles": ["ORG_OWNER"] }, "carol@acme.com": {} }] }, "memberLists": { "description": "Members by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/AtlasMember" }, "examples": [{ "data-eng": { "roles": ["ORG_MEMBER"] } }] }, "teams": { "description": "The teams that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A team, by name.", "$ref": "#/$defs/AtlasTeam" }, "examples": [{ "dba": { "members": ["alice@acme.com"], "projects": { "payments": ["GROUP_OWNER"] } } }] }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/AtlasUnlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } }, "AtlasId": { "description": "An Atlas id: 24 hexadecimal digits.", "type": "string", "pattern": "^[a-f0-9]{24}$", "examples": ["5f0000000000000000000001"] }, "AtlasSettings": { "description": "An organization's own settings.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The name that people see: at most 64 letters, digits, spaces and -_.(),:&@+'.", "type": "string", "pattern": "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$", "examples": ["Acme Atlas"] }, "apiAccessListRequired": { "description": "Whether the API is open to listed addresses only. Switched on from an address that is not listed, it locks orgwright out.", "type": "boolean" }, "multiFactorAuthRequired": { "description": "Whether people need a second factor.", "type": "boolean" }, "restrictEmployeeAccess": { "description": "Whether MongoDB's own staff need consent to reach the infrastructure of databases.", "type": "boolean" }, "genAIFeaturesEnabled": { "description": "Whether features with generative AI are on.", "type": "boolean" }, "maxServiceAccountSecretValidityInHours": { "description": "How long a new service account secret may be valid, in hours: 8 to 8760 (a year).", "type": "integer", "minimum": 8, "maximum": 8760, "examples": [2160] }, "securityContact": { "description": "The e-mail address that gets security notices; `none` for no contact.", "$ref": "#/$defs/AtlasContact" } } }, "AtlasContact": { "description": "An e-mail address, or `none`.", "type": "string", "pattern": "^(?:none|[^\\s@]+@[^\\s@]+)$", "examples": ["security@acme.com"] }, "AtlasAuthentication": { "description": "How people may log in and what they get: the organization's part of its federation.", "type": "object", "additionalProperties": false, "properties": { "identityProvider": { "description": "The identity provider for logging in to the Atlas console, by its name in `identityProviders`; it must be a SAML one. `none` detaches the organization from its identity provider.", "$ref": "#/$defs/Name", "examples": ["acme-okta"] }, "dataAccessIdentityProviders": { "description": "Exactly the OIDC identity providers for access to databases, by their names in `identityProviders`.", "type": "array", "uniqueItems": true, "items": { "description": "An OIDC identity provider.", "$ref": "#/$defs/Name" }, "examples": [["acme-oidc"]] }, "jit": { "description": "Whether people of the identity provider join at their first login (`enabled`) or only by invitation (`none`).", "type": "string", "enum": ["enabled", "none"] }, "defaultRoles": { "description": "Exactly the roles of those who join at first login and have no role by a mapping. Needs an identity provider.", "type": "array", "uniqueItems": true, "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" }, "examples": [["ORG_MEMBER"]] }, "allowedDomains": { "description": "Exactly the domains whose people may join; `any` lifts the restriction. Members of other domains stay.", "$ref": "#/$defs/AtlasAllowedDomains" }, "roleMappings": { "description": "Roles by the identity provider's group name, given at login. `unlisted.roleMappings` decides about other mappings. Needs an identity provider.", "type": "object", "propertyNames": { "$ref": "#/$defs/AtlasGroupName" }, "additionalProperties": { "description": "What the group's people get.", "$ref": "#/$defs/AtlasRoleMapping" }, "examples": [{ "atlas-admins": { "roles": ["ORG_OWNER"] }, "payments-dev": { "roles": ["ORG_MEMBER"], "projects": { "payments": ["GROUP_DATA_ACCESS_READ_WRITE"] } } }] } } }, "AtlasAllowedDomains": { "description": "Domains, or `any` for no restriction.", "examples": [["acme.com", "contractor.example"], "any"], "type": ["string", "array"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["any"] } }, { "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A domain.", "$ref": "#/$defs/Domain" } } }] }, "AtlasGroupName": { "description": "The name of a group at the identity provider, exactly as it sends it: 1 to 200 characters.", "type": "string", "minLength": 1, "maxLength": 200 }, "AtlasRoleMapping": { "description": "What a group's people get, exactly.", "type": "object", "additionalProperties": false, "examples": [{ "roles": ["ORG_MEMBER"], "projects": { "payments": ["GROUP_READ_ONLY"] } }, { "state": "absent" }], "properties": { "roles": { "description": "Exactly the organization roles; Atlas demands at least one. Needed unless the mapping is to be absent.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["ORG_MEMBER"]], "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" } }, "projects": { "description": "Exactly the project roles that the group's people get; `{}` for none.", "$ref": "#/$defs/AtlasProjects" }, "state": { "description": "`absent` removes the mapping.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the mapping trips the guard `protect`.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the mapping is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the mapping lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "AtlasMember": { "description": "A membership. `{}` means: a member, with any role; somebody new is invited as ORG_MEMBER.", "type": "object", "additionalProperties": false, "properties": { "roles": { "description": "Exactly the organization roles. Whom a role mapping applies to may get others at the next login.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["ORG_OWNER"]], "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" } }, "state": { "description": "`absent` removes the person from the organization.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the membership trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the membership is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the membership lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "AtlasTeam": { "description": "A team. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "The people who must be in the team, at least one: Atlas has no empty teams. `unlisted.teamMembers` decides about others.", "type": "array", "examples": [[{ "list": "data-eng" }, "carol@acme.com"]], "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/TeamMember" } }, "projects": { "description": "Exactly the project roles that the team gives to its members.", "$ref": "#/$defs/AtlasProjects" }, "previously": { "description": "Earlier names of the team, so that a rename is not a removal and a new team.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["database-admins"]] }, "state": { "description": "`absent` removes the team.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the team or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the team is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the team lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "AtlasProjects": { "description": "Project roles, by the project's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The roles in this project.", "$ref": "#/$defs/AtlasProjectEntry" }, "examples": [{ "payments": ["GROUP_OWNER"] }] }, "AtlasProjectEntry": { "description": "Project roles, or an object that adds the project's id.", "type": ["array", "object"], "allOf": [{ "if": { "type": "array" }, "then": { "$ref": "#/$defs/AtlasProjectRoles" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AtlasProjectGrant" } }] }, "AtlasProjectRoles": { "description": "Exactly the roles in this project.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["GROUP_READ_ONLY"]], "items": { "description": "A project role.", "$ref": "#/$defs/AtlasProjectRole" } }, "AtlasProjectGrant": { "description": "The roles in a project whose name is ambiguous.", "type": "object", "additionalProperties": false, "required": ["roles"], "examples": [{ "id": "5c0000000000000000000001", "roles": ["GROUP_OWNER"] }], "properties": { "id": { "description": "The project's id, where its name is ambiguous.", "$ref": "#/$defs/AtlasId" }, "roles": { "description": "Exactly the roles in this project.", "$ref": "#/$defs/AtlasProjectRoles" } } }, "AtlasOrganizationRole": { "description": "An organization role.", "type": "string", "enum": ["ORG_OWNER", "ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN", "ORG_BILLING_READ_ONLY", "ORG_STREAM_PROCESSING_ADMIN", "ORG_READ_ONLY"] }, "AtlasProjectRole": { "description": "A project role: its name begins with GROUP_. A role that orgwright does not know is a warning, since Atlas adds some from time to time.", "type": "string", "pattern": "^GROUP_[A-Z0-9_]+$", "examples": ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_WRITE"] }, "AtlasUnlisted": { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "examples": [{ "members": "keep", "roleMappings": "remove" }], "properties": { "members": { "description": "Members that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Teams that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed team whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" }, "roleMappings": { "description": "Role mappings that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" } } }, "ScimOrganization": { "description": "A directory behind a SCIM 2.0 service. A key that is absent is not managed. It has no `id`: the provider's base address says which directory it is.", "type": "object", "additionalProperties": false, "required": ["type"], "properties": { "type": { "description": "A SCIM 2.0 service.", "const": "scim" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "removePeople": { "description": "What removing a person means: `deactivate`, the default, keeps the record as inactive; `delete` deletes it.", "type": "string", "enum": ["deactivate", "delete"] }, "members": { "description": "The people who must be there, by user name. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/UserName" }, "additionalProperties": { "description": "A person, by user name.", "$ref": "#/$defs/ScimMember" }, "examples": [{ "alice@acme.com": { "displayName": "Alice Ng" }, "svc-etl": {} }] }, "memberLists": { "description": "People by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/ScimMember" }, "examples": [{ "data-eng": {} }] }, "teams": { "description": "The groups that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A group, by name.", "$ref": "#/$defs/ScimTeam" }, "examples": [{ "data-eng": { "members": [{ "list": "data-eng" }, "svc-etl"] } }] }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/ScimUnlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top. A directory has no owners.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } }, "ScimMember": { "description": "A person in the directory. `{}` means: there and active, whatever the other attributes. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "displayName": "Alice Ng", "emails": ["alice@acme.com"] }, { "active": false }, { "state": "absent" }], "properties": { "active": { "description": "Whether the person may use the service. `true` is the default: who is listed is active.", "type": "boolean", "examples": [false] }, "displayName": { "description": "The name that people see.", "type": "string", "minLength": 1, "examples": ["Alice Ng"] }, "externalId": { "description": "The person's id at the identity provider. One that is set already by somebody else is never overwritten.", "$ref": "#/$defs/ScimExternalId", "examples": ["00u1a2b3c4"] }, "name": { "description": "The parts of the person's name.", "$ref": "#/$defs/ScimName" }, "emails": { "description": "Exactly the person's e-mail addresses, at least one.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "An e-mail address.", "$ref": "#/$defs/Email" }, "examples": [["alice@acme.com"]] }, "state": { "description": "`absent` removes the person, as `removePeople` says.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes or deactivates the person trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the person is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the person is there until then.", "$ref": "#/$defs/UntilReason" } } }, "ScimName": { "description": "The parts of a person's name. Parts that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "givenName": "Alice", "familyName": "Ng" }], "properties": { "formatted": { "description": "The full name as it is to be shown.", "type": "string", "minLength": 1, "examples": ["Alice Mei Ng"] }, "givenName": { "description": "The given name.", "type": "string", "minLength": 1, "examples": ["Alice"] }, "middleName": { "description": "The middle name.", "type": "string", "minLength": 1, "examples": ["Mei"] }, "familyName": { "description": "The family name.", "type": "string", "minLength": 1, "examples": ["Ng"] } } }, "ScimExternalId": { "description": "An id that the identity provider gave. Case matters.", "type": "string", "minLength": 1, "maxLength": 255 }, "ScimTeam": { "description": "A group. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "members": [{ "list": "data-eng" }] }, { "state": "absent" }], "properties": { "externalId": { "description": "The group's id at the identity provider. One that is set already by somebody else is never overwritten.", "$ref": "#/$defs/ScimExternalId", "examples": ["00g1a2b3c4"] }, "members": { "description": "The people who must be in the group; `unlisted.teamMembers` decides about others.", "type": "array", "examples": [[{ "list": "data-eng" }, "svc-etl"]], "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/ScimTeamMember" } }, "previously": { "description": "Earlier names of the group, so that a rename is not a removal and a new group.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["data-engineering"]] }, "state": { "description": "`absent` removes the group.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the group or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the group is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the group lasts until then.", "$ref": "#/$defs/UntilReason" } } }, "ScimTeamMember": { "description": "A person's user name, or `{ list: NAME }` for the people of a list.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/UserName" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/ListReference" } }] }, "ScimUnlisted": { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "examples": [{ "members": "keep", "teamMembers": "remove" }], "properties": { "members": { "description": "People whom the YAML does not list. One who is inactive is removed already.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Groups that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed group whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" } } } } };
var schema32 = { "description": "A name: not empty, no space at its ends.", "type": "string", "pattern": "^\\S(?:.*\\S)?$" };
var schema46 = { "description": "A person's user name: an e-mail address, or in a SCIM directory any name. Case does not matter.", "type": "string", "minLength": 1, "maxLength": 255, "examples": ["alice@acme.com", "svc-etl"] };
var schema69 = { "description": "An organization's name in the configuration. It is the first part of every address, so it holds no slash.", "type": "string", "pattern": "^[^/\\s](?:[^/]*[^/\\s])?$" };
var pattern4 = new RegExp("^\\S(?:.*\\S)?$", "u");
var pattern24 = new RegExp("^[^/\\s](?:[^/]*[^/\\s])?$", "u");
var schema33 = { "description": "A connection to a vendor; `type` says which.", "type": "object", "required": ["type"], "properties": { "type": { "enum": ["astro", "atlas", "scim"] } }, "allOf": [{ "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "astro" } } }, "then": { "$ref": "#/$defs/AstroProvider" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "atlas" } } }, "then": { "$ref": "#/$defs/AtlasProvider" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "scim" } } }, "then": { "$ref": "#/$defs/ScimProvider" } }] };
var schema34 = { "description": "A connection to Astronomer Astro.", "type": "object", "additionalProperties": false, "required": ["type", "token"], "properties": { "type": { "description": "Astronomer Astro.", "const": "astro" }, "token": { "description": "An Organization API token with the role ORGANIZATION_OWNER, by reference.", "$ref": "#/$defs/Secret" }, "privateApi": { "description": "Whether changes may be written through the vendor's private API, which alone can write domains, SSO connections, the bypass link, and remove people. With `deny`, the default, these become manual steps.", "type": "string", "enum": ["allow", "deny"] }, "endpoint": { "description": "Another address of the API, such as a sandbox: https, or http on loopback. Hosts that are not the vendor's must be named in ORGWRIGHT_ALLOWED_HOSTS too.", "$ref": "#/$defs/Endpoint" } } };
var schema35 = { "description": "Where a secret is to be found: exactly one of `env`, `file` and `command`. It is read when first used, never by `validate`.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "The name of the environment variable that holds the secret.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["ASTRO_API_TOKEN", "ATLAS_CLIENT_SECRET"] }, "file": { "description": "The file that holds the secret: an absolute path, or one relative to this YAML file and inside its folder.", "type": "string", "minLength": 1, "examples": ["/run/secrets/astro"] }, "command": { "description": "A program and its arguments, run without a shell, whose output is the secret. Only with ORGWRIGHT_ALLOW_COMMANDS=1.", "type": "array", "minItems": 1, "items": { "description": "The program, then its arguments.", "type": "string" }, "examples": [["op", "read", "op://infra/astro/token"]] } }, "examples": [{ "env": "ASTRO_API_TOKEN" }, { "file": "/run/secrets/astro" }] };
var schema36 = { "description": "The address of an API: https, or http on loopback.", "type": "string", "pattern": "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", "examples": ["http://127.0.0.1:8888"] };
var pattern5 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var pattern6 = new RegExp("^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", "u");
var func1 = require_ucs2length().default;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.token === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "token" }, message: "must have required property 'token'", schema: schema34.required, parentSchema: schema34, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "token" || key0 === "privateApi" || key0 === "endpoint")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema34, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("astro" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "astro" }, message: "must be equal to constant", schema: "astro", parentSchema: schema34.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.token !== void 0) {
      let data1 = data.token;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 1) {
          const err4 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (Object.keys(data1).length < 1) {
          const err5 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "env" || key1 === "file" || key1 === "command")) {
            const err6 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data1 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data1.env !== void 0) {
          let data2 = data1.env;
          if (typeof data2 === "string") {
            if (!pattern5.test(data2)) {
              const err7 = { instancePath: instancePath + "/token/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data2 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
          } else {
            const err8 = { instancePath: instancePath + "/token/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data1.file !== void 0) {
          let data3 = data1.file;
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err9 = { instancePath: instancePath + "/token/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data3 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/token/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data1.command !== void 0) {
          let data4 = data1.command;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err11 = { instancePath: instancePath + "/token/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data4 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 !== "string") {
                const err12 = { instancePath: instancePath + "/token/command/" + i0, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data5 };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/token/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data4 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data1 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.privateApi !== void 0) {
      let data6 = data.privateApi;
      if (typeof data6 !== "string") {
        const err15 = { instancePath: instancePath + "/privateApi", schemaPath: "#/properties/privateApi/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema34.properties.privateApi.type, parentSchema: schema34.properties.privateApi, data: data6 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data6 === "allow" || data6 === "deny")) {
        const err16 = { instancePath: instancePath + "/privateApi", schemaPath: "#/properties/privateApi/enum", keyword: "enum", params: { allowedValues: schema34.properties.privateApi.enum }, message: "must be equal to one of the allowed values", schema: schema34.properties.privateApi.enum, parentSchema: schema34.properties.privateApi, data: data6 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.endpoint !== void 0) {
      let data7 = data.endpoint;
      if (typeof data7 === "string") {
        if (!pattern6.test(data7)) {
          const err17 = { instancePath: instancePath + "/endpoint", schemaPath: "#/$defs/Endpoint/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$" }, message: 'must match pattern "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$"', schema: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", parentSchema: schema36, data: data7 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
      } else {
        const err18 = { instancePath: instancePath + "/endpoint", schemaPath: "#/$defs/Endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data7 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
  } else {
    const err19 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema34.type, parentSchema: schema34, data };
    if (vErrors === null) {
      vErrors = [err19];
    } else {
      vErrors.push(err19);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema37 = { "description": "A connection to MongoDB Atlas: a service account (`clientId` and `clientSecret`), or an API key (`publicKey` and `privateKey`). Atlas binds a credential to one organization, so organizations mostly have a provider each.", "type": "object", "additionalProperties": false, "required": ["type"], "dependentRequired": { "clientId": ["clientSecret"], "clientSecret": ["clientId"], "publicKey": ["privateKey"], "privateKey": ["publicKey"] }, "examples": [{ "type": "atlas", "clientId": { "env": "ATLAS_CLIENT_ID" }, "clientSecret": { "env": "ATLAS_CLIENT_SECRET" } }, { "type": "atlas", "publicKey": { "env": "ATLAS_PUBLIC_KEY" }, "privateKey": { "env": "ATLAS_PRIVATE_KEY" } }], "properties": { "type": { "description": "MongoDB Atlas.", "const": "atlas" }, "clientId": { "description": "The service account's client id, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_CLIENT_ID" }] }, "clientSecret": { "description": "The service account's secret, by reference. The account needs the role ORG_OWNER.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_CLIENT_SECRET" }] }, "publicKey": { "description": "The API key's public part, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_PUBLIC_KEY" }] }, "privateKey": { "description": "The API key's private part, by reference. The key needs the role ORG_OWNER.", "$ref": "#/$defs/Secret", "examples": [{ "env": "ATLAS_PRIVATE_KEY" }] }, "endpoint": { "description": "Another address of the API, such as a sandbox: https, or http on loopback. Hosts that are not the vendor's must be named in ORGWRIGHT_ALLOWED_HOSTS too.", "$ref": "#/$defs/Endpoint" } } };
function validate24(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate24.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema37.required, parentSchema: schema37, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "clientId" || key0 === "clientSecret" || key0 === "publicKey" || key0 === "privateKey" || key0 === "endpoint")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("atlas" !== data0) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "atlas" }, message: "must be equal to constant", schema: "atlas", parentSchema: schema37.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data1 = data.clientId;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        if (Object.keys(data1).length > 1) {
          const err3 = { instancePath: instancePath + "/clientId", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
        if (Object.keys(data1).length < 1) {
          const err4 = { instancePath: instancePath + "/clientId", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        for (const key1 in data1) {
          if (!(key1 === "env" || key1 === "file" || key1 === "command")) {
            const err5 = { instancePath: instancePath + "/clientId", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data1.env !== void 0) {
          let data2 = data1.env;
          if (typeof data2 === "string") {
            if (!pattern5.test(data2)) {
              const err6 = { instancePath: instancePath + "/clientId/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/clientId/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data1.file !== void 0) {
          let data3 = data1.file;
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err8 = { instancePath: instancePath + "/clientId/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/clientId/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data1.command !== void 0) {
          let data4 = data1.command;
          if (Array.isArray(data4)) {
            if (data4.length < 1) {
              const err10 = { instancePath: instancePath + "/clientId/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data4 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 !== "string") {
                const err11 = { instancePath: instancePath + "/clientId/command/" + i0, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data5 };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          } else {
            const err12 = { instancePath: instancePath + "/clientId/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data4 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/clientId", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data1 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.clientSecret !== void 0) {
      let data6 = data.clientSecret;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        if (Object.keys(data6).length > 1) {
          const err14 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        if (Object.keys(data6).length < 1) {
          const err15 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data6 };
          if (vErrors === null) {
            vErrors = [err15];
          } else {
            vErrors.push(err15);
          }
          errors++;
        }
        for (const key2 in data6) {
          if (!(key2 === "env" || key2 === "file" || key2 === "command")) {
            const err16 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data6 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data6.env !== void 0) {
          let data7 = data6.env;
          if (typeof data7 === "string") {
            if (!pattern5.test(data7)) {
              const err17 = { instancePath: instancePath + "/clientSecret/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/clientSecret/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data6.file !== void 0) {
          let data8 = data6.file;
          if (typeof data8 === "string") {
            if (func1(data8) < 1) {
              const err19 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data8 };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
          } else {
            const err20 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data8 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        if (data6.command !== void 0) {
          let data9 = data6.command;
          if (Array.isArray(data9)) {
            if (data9.length < 1) {
              const err21 = { instancePath: instancePath + "/clientSecret/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data9 };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            const len1 = data9.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data10 = data9[i1];
              if (typeof data10 !== "string") {
                const err22 = { instancePath: instancePath + "/clientSecret/command/" + i1, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data10 };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
            }
          } else {
            const err23 = { instancePath: instancePath + "/clientSecret/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data9 };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
      } else {
        const err24 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data6 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.publicKey !== void 0) {
      let data11 = data.publicKey;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (Object.keys(data11).length > 1) {
          const err25 = { instancePath: instancePath + "/publicKey", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data11 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
        if (Object.keys(data11).length < 1) {
          const err26 = { instancePath: instancePath + "/publicKey", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data11 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        for (const key3 in data11) {
          if (!(key3 === "env" || key3 === "file" || key3 === "command")) {
            const err27 = { instancePath: instancePath + "/publicKey", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data11 };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data11.env !== void 0) {
          let data12 = data11.env;
          if (typeof data12 === "string") {
            if (!pattern5.test(data12)) {
              const err28 = { instancePath: instancePath + "/publicKey/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data12 };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
          } else {
            const err29 = { instancePath: instancePath + "/publicKey/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data12 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data11.file !== void 0) {
          let data13 = data11.file;
          if (typeof data13 === "string") {
            if (func1(data13) < 1) {
              const err30 = { instancePath: instancePath + "/publicKey/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data13 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
          } else {
            const err31 = { instancePath: instancePath + "/publicKey/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data13 };
            if (vErrors === null) {
              vErrors = [err31];
            } else {
              vErrors.push(err31);
            }
            errors++;
          }
        }
        if (data11.command !== void 0) {
          let data14 = data11.command;
          if (Array.isArray(data14)) {
            if (data14.length < 1) {
              const err32 = { instancePath: instancePath + "/publicKey/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data14 };
              if (vErrors === null) {
                vErrors = [err32];
              } else {
                vErrors.push(err32);
              }
              errors++;
            }
            const len2 = data14.length;
            for (let i2 = 0; i2 < len2; i2++) {
              let data15 = data14[i2];
              if (typeof data15 !== "string") {
                const err33 = { instancePath: instancePath + "/publicKey/command/" + i2, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data15 };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
          } else {
            const err34 = { instancePath: instancePath + "/publicKey/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data14 };
            if (vErrors === null) {
              vErrors = [err34];
            } else {
              vErrors.push(err34);
            }
            errors++;
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/publicKey", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data11 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.privateKey !== void 0) {
      let data16 = data.privateKey;
      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
        if (Object.keys(data16).length > 1) {
          const err36 = { instancePath: instancePath + "/privateKey", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data16 };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
        if (Object.keys(data16).length < 1) {
          const err37 = { instancePath: instancePath + "/privateKey", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data16 };
          if (vErrors === null) {
            vErrors = [err37];
          } else {
            vErrors.push(err37);
          }
          errors++;
        }
        for (const key4 in data16) {
          if (!(key4 === "env" || key4 === "file" || key4 === "command")) {
            const err38 = { instancePath: instancePath + "/privateKey", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data16 };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data16.env !== void 0) {
          let data17 = data16.env;
          if (typeof data17 === "string") {
            if (!pattern5.test(data17)) {
              const err39 = { instancePath: instancePath + "/privateKey/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data17 };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = { instancePath: instancePath + "/privateKey/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data17 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data16.file !== void 0) {
          let data18 = data16.file;
          if (typeof data18 === "string") {
            if (func1(data18) < 1) {
              const err41 = { instancePath: instancePath + "/privateKey/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data18 };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          } else {
            const err42 = { instancePath: instancePath + "/privateKey/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data18 };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
        if (data16.command !== void 0) {
          let data19 = data16.command;
          if (Array.isArray(data19)) {
            if (data19.length < 1) {
              const err43 = { instancePath: instancePath + "/privateKey/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data19 };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            const len3 = data19.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data20 = data19[i3];
              if (typeof data20 !== "string") {
                const err44 = { instancePath: instancePath + "/privateKey/command/" + i3, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data20 };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
          } else {
            const err45 = { instancePath: instancePath + "/privateKey/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data19 };
            if (vErrors === null) {
              vErrors = [err45];
            } else {
              vErrors.push(err45);
            }
            errors++;
          }
        }
      } else {
        const err46 = { instancePath: instancePath + "/privateKey", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data16 };
        if (vErrors === null) {
          vErrors = [err46];
        } else {
          vErrors.push(err46);
        }
        errors++;
      }
    }
    if (data.endpoint !== void 0) {
      let data21 = data.endpoint;
      if (typeof data21 === "string") {
        if (!pattern6.test(data21)) {
          const err47 = { instancePath: instancePath + "/endpoint", schemaPath: "#/$defs/Endpoint/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$" }, message: 'must match pattern "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$"', schema: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", parentSchema: schema36, data: data21 };
          if (vErrors === null) {
            vErrors = [err47];
          } else {
            vErrors.push(err47);
          }
          errors++;
        }
      } else {
        const err48 = { instancePath: instancePath + "/endpoint", schemaPath: "#/$defs/Endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data21 };
        if (vErrors === null) {
          vErrors = [err48];
        } else {
          vErrors.push(err48);
        }
        errors++;
      }
    }
    if (data.clientId !== void 0) {
      if (data.clientSecret === void 0) {
        const err49 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "clientId",
          missingProperty: "clientSecret",
          depsCount: 1,
          deps: "clientSecret"
        }, message: "must have property clientSecret when property clientId is present", schema: schema37.dependentRequired, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
    if (data.clientSecret !== void 0) {
      if (data.clientId === void 0) {
        const err50 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "clientSecret",
          missingProperty: "clientId",
          depsCount: 1,
          deps: "clientId"
        }, message: "must have property clientId when property clientSecret is present", schema: schema37.dependentRequired, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err50];
        } else {
          vErrors.push(err50);
        }
        errors++;
      }
    }
    if (data.publicKey !== void 0) {
      if (data.privateKey === void 0) {
        const err51 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "publicKey",
          missingProperty: "privateKey",
          depsCount: 1,
          deps: "privateKey"
        }, message: "must have property privateKey when property publicKey is present", schema: schema37.dependentRequired, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err51];
        } else {
          vErrors.push(err51);
        }
        errors++;
      }
    }
    if (data.privateKey !== void 0) {
      if (data.publicKey === void 0) {
        const err52 = { instancePath, schemaPath: "#/dependentRequired", keyword: "dependentRequired", params: {
          property: "privateKey",
          missingProperty: "publicKey",
          depsCount: 1,
          deps: "publicKey"
        }, message: "must have property publicKey when property privateKey is present", schema: schema37.dependentRequired, parentSchema: schema37, data };
        if (vErrors === null) {
          vErrors = [err52];
        } else {
          vErrors.push(err52);
        }
        errors++;
      }
    }
  } else {
    const err53 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema37.type, parentSchema: schema37, data };
    if (vErrors === null) {
      vErrors = [err53];
    } else {
      vErrors.push(err53);
    }
    errors++;
  }
  validate24.errors = vErrors;
  return errors === 0;
}
validate24.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "description": "A connection to a SCIM 2.0 service.", "type": "object", "additionalProperties": false, "required": ["type", "baseUrl", "token"], "examples": [{ "type": "scim", "baseUrl": "https://scim.example.com/v2", "token": { "env": "SCIM_TOKEN" } }], "properties": { "type": { "description": "A SCIM 2.0 service.", "const": "scim" }, "baseUrl": { "description": "The service's base address, the part before /Users: https, or http on loopback. Its host must be named in ORGWRIGHT_ALLOWED_HOSTS too, unless it is Astro's or loopback.", "$ref": "#/$defs/Endpoint", "examples": ["https://scim.example.com/v2", "https://api.astronomer.io/scim/v2/clm3x0acme000000000000001"] }, "token": { "description": "The bearer token, by reference.", "$ref": "#/$defs/Secret", "examples": [{ "env": "SCIM_TOKEN" }] } } };
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate26.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.baseUrl === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "baseUrl" }, message: "must have required property 'baseUrl'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.token === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "token" }, message: "must have required property 'token'", schema: schema43.required, parentSchema: schema43, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "type" || key0 === "baseUrl" || key0 === "token")) {
        const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema43, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("scim" !== data0) {
        const err4 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "scim" }, message: "must be equal to constant", schema: "scim", parentSchema: schema43.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.baseUrl !== void 0) {
      let data1 = data.baseUrl;
      if (typeof data1 === "string") {
        if (!pattern6.test(data1)) {
          const err5 = { instancePath: instancePath + "/baseUrl", schemaPath: "#/$defs/Endpoint/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$" }, message: 'must match pattern "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$"', schema: "^https?://[^\\s/@?#]+(?:/[^\\s?#]*)?$", parentSchema: schema36, data: data1 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/baseUrl", schemaPath: "#/$defs/Endpoint/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema36.type, parentSchema: schema36, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.token !== void 0) {
      let data2 = data.token;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length > 1) {
          const err7 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (Object.keys(data2).length < 1) {
          const err8 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "env" || key1 === "file" || key1 === "command")) {
            const err9 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data2 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data2.env !== void 0) {
          let data3 = data2.env;
          if (typeof data3 === "string") {
            if (!pattern5.test(data3)) {
              const err10 = { instancePath: instancePath + "/token/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data3 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/token/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data3 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data2.file !== void 0) {
          let data4 = data2.file;
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err12 = { instancePath: instancePath + "/token/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data4 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/token/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data4 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data2.command !== void 0) {
          let data5 = data2.command;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              const err14 = { instancePath: instancePath + "/token/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data5 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 !== "string") {
                const err15 = { instancePath: instancePath + "/token/command/" + i0, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data6 };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/token/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data5 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/token", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema43.type, parentSchema: schema43, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate26.errors = vErrors;
  return errors === 0;
}
validate26.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type")) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("astro" !== data.type) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    } else {
      const err2 = {};
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs6 = errors;
    if (!validate22(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs6 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = true;
    }
  }
  if (!valid1) {
    const err3 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema33.allOf[0].if, parentSchema: schema33.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  const _errs8 = errors;
  let valid3 = true;
  const _errs9 = errors;
  if (errors === _errs9) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.type === void 0 && (missing1 = "type")) {
        const err4 = {};
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("atlas" !== data.type) {
            const err5 = {};
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      }
    } else {
      const err6 = {};
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
  }
  var _valid1 = _errs9 === errors;
  errors = _errs8;
  if (vErrors !== null) {
    if (_errs8) {
      vErrors.length = _errs8;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate24(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate24.errors : vErrors.concat(validate24.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props1 = true;
    }
  }
  if (!valid3) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema33.allOf[1].if, parentSchema: schema33.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  if (props0 !== true && props1 !== void 0) {
    if (props1 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props1);
    }
  }
  const _errs14 = errors;
  let valid5 = true;
  const _errs15 = errors;
  if (errors === _errs15) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.type === void 0 && (missing2 = "type")) {
        const err8 = {};
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("scim" !== data.type) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      }
    } else {
      const err10 = {};
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
  }
  var _valid2 = _errs15 === errors;
  errors = _errs14;
  if (vErrors !== null) {
    if (_errs14) {
      vErrors.length = _errs14;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs18 = errors;
    if (!validate26(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
      errors = vErrors.length;
    }
    var _valid2 = _errs18 === errors;
    valid5 = _valid2;
    if (valid5) {
      var props2 = true;
    }
  }
  if (!valid5) {
    const err11 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema33.allOf[2].if, parentSchema: schema33.allOf[2], data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  if (props0 !== true && props2 !== void 0) {
    if (props2 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props2);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema33.required, parentSchema: schema33, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
    }
    if (data.type !== void 0) {
      let data3 = data.type;
      if (!(data3 === "astro" || data3 === "atlas" || data3 === "scim")) {
        const err13 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema33.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema33.properties.type.enum, parentSchema: schema33.properties.type, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema33.type, parentSchema: schema33, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate21.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate21.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema47 = { "description": "What is true of a person everywhere.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The person's name, for the reader of the file.", "type": "string", "minLength": 1, "examples": ["Alice Ng"] }, "state": { "description": "`absent` removes the person from every organization of the configuration.", "$ref": "#/$defs/State" }, "until": { "description": "The day after which the person is removed everywhere.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the person has access until then.", "$ref": "#/$defs/UntilReason" }, "protect": { "description": "Whether a plan that removes or deactivates the person trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" } } };
var schema48 = { "description": "`absent` removes the object; `present`, the default, keeps it.", "type": "string", "enum": ["present", "absent"] };
var schema49 = { "description": "A day, through the end of which it holds in UTC (`2026-12-31`), or a time (`2026-12-31T17:00:00+01:00`). Plans warn 14 days ahead and remove it afterwards, as `state: absent` would.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", "examples": ["2026-12-31", "2026-12-31T17:00:00Z"] };
var schema50 = { "description": "Why it lasts until then, in one line; plans and warnings tell it.", "type": "string", "pattern": "^\\S(?:.{0,198}\\S)?$", "examples": ["contractor for the billing migration"] };
var schema51 = { "description": "Whether a plan that removes it trips the guard `protect`, also where `state: absent`, `until` or `unlisted` ask for that.", "type": "boolean", "examples": [true] };
var pattern14 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", "u");
var pattern15 = new RegExp("^\\S(?:.{0,198}\\S)?$", "u");
function validate29(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate29.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "state" || key0 === "until" || key0 === "reason" || key0 === "protect")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema47, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) < 1) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema47.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema47.properties.name.type, parentSchema: schema47.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data1 = data.state;
      if (typeof data1 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data1 === "present" || data1 === "absent")) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data2 = data.until;
      if (typeof data2 === "string") {
        if (!pattern14.test(data2)) {
          const err5 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data3 = data.reason;
      if (typeof data3 === "string") {
        if (!pattern15.test(data3)) {
          const err7 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data3 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data4 = data.protect;
      if (typeof data4 !== "boolean") {
        const err9 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data4 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema47.type, parentSchema: schema47, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate29.errors = vErrors;
  return errors === 0;
}
validate29.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema53 = { "description": "People by e-mail address (by user name where only SCIM directories use the list), or a mirror of another organization's live members.", "type": ["array", "object"], "allOf": [{ "if": { "type": "array" }, "then": { "type": "array", "items": { "description": "A person's e-mail address or user name.", "$ref": "#/$defs/UserName" } } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/MirrorList" } }] };
var schema55 = { "description": "Who is active in another organization of this configuration, or in one of its teams, at the time of the plan.", "type": "object", "additionalProperties": false, "required": ["mirror"], "examples": [{ "mirror": "corp-directory" }, { "mirror": "corp-directory/eng" }], "properties": { "mirror": { "description": "ORGANIZATION for all its active people, ORGANIZATION/TEAM for those of a team. It is read when a plan is made; what cannot be read completely is never taken for empty.", "type": "string", "pattern": "^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$", "examples": ["corp-directory/eng"] } } };
var pattern17 = new RegExp("^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$", "u");
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate31.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!data || typeof data != "object") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema53.type }, message: "must be array,object", schema: schema53.type, parentSchema: schema53, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (Array.isArray(data)) {
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (typeof data0 === "string") {
          if (func1(data0) > 255) {
            const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/UserName/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema46, data: data0 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (func1(data0) < 1) {
            const err3 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/UserName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema46, data: data0 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        } else {
          const err4 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/UserName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema46.type, parentSchema: schema46, data: data0 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      }
    } else {
      const err5 = { instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema53.allOf[0].then.type, parentSchema: schema53.allOf[0].then, data };
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    if (valid1) {
      var items0 = true;
    }
  }
  if (!valid1) {
    const err6 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema53.allOf[0].if, parentSchema: schema53.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  const _errs11 = errors;
  let valid5 = true;
  const _errs12 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err7 = {};
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  var _valid1 = _errs12 === errors;
  errors = _errs11;
  if (vErrors !== null) {
    if (_errs11) {
      vErrors.length = _errs11;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs14 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.mirror === void 0) {
        const err8 = { instancePath, schemaPath: "#/$defs/MirrorList/required", keyword: "required", params: { missingProperty: "mirror" }, message: "must have required property 'mirror'", schema: schema55.required, parentSchema: schema55, data };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      for (const key0 in data) {
        if (!(key0 === "mirror")) {
          const err9 = { instancePath, schemaPath: "#/$defs/MirrorList/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema55, data };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
      if (data.mirror !== void 0) {
        let data1 = data.mirror;
        if (typeof data1 === "string") {
          if (!pattern17.test(data1)) {
            const err10 = { instancePath: instancePath + "/mirror", schemaPath: "#/$defs/MirrorList/properties/mirror/pattern", keyword: "pattern", params: { pattern: "^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$" }, message: 'must match pattern "^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$"', schema: "^[^/\\s](?:[^/]*[^/\\s])?(?:/\\S(?:.*\\S)?)?$", parentSchema: schema55.properties.mirror, data: data1 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        } else {
          const err11 = { instancePath: instancePath + "/mirror", schemaPath: "#/$defs/MirrorList/properties/mirror/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema55.properties.mirror.type, parentSchema: schema55.properties.mirror, data: data1 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      }
    } else {
      const err12 = { instancePath, schemaPath: "#/$defs/MirrorList/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema55.type, parentSchema: schema55, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    var _valid1 = _errs14 === errors;
    valid5 = _valid1;
    if (valid5) {
      var props0 = true;
    }
  }
  if (!valid5) {
    const err13 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema53.allOf[1].if, parentSchema: schema53.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate31.errors = vErrors;
  evaluated0.props = props0;
  evaluated0.items = items0;
  return errors === 0;
}
validate31.evaluated = { "dynamicProps": true, "dynamicItems": true };
var schema57 = { "description": "A company's identity provider.", "type": "object", "additionalProperties": false, "properties": { "domains": { "description": "The e-mail domains whose people log in here.", "type": "array", "items": { "description": "A domain.", "$ref": "#/$defs/Domain" }, "examples": [["acme.com"]] }, "certificates": { "description": "The certificates with which the identity provider signs.", "type": "array", "minItems": 1, "items": { "description": "A certificate.", "$ref": "#/$defs/Certificate" } }, "astro": { "description": "What Astronomer Astro needs of it.", "$ref": "#/$defs/AstroConnection" }, "atlas": { "description": "What MongoDB Atlas needs of it.", "$ref": "#/$defs/AtlasIdentityProvider" } } };
var schema58 = { "description": "A domain name. Case does not matter.", "type": "string", "pattern": "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", "examples": ["acme.com"] };
var schema59 = { "description": "A certificate, by the file that holds it.", "type": "object", "additionalProperties": false, "required": ["file"], "properties": { "file": { "description": "A PEM file: an absolute path, or one relative to this YAML file and inside its folder.", "type": "string", "minLength": 1, "examples": ["certs/acme-okta.pem"] } } };
var pattern19 = new RegExp("^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", "u");
var schema60 = { "description": "An Astro SSO connection: `saml`, or `entra` for Microsoft Entra ID without SAML.", "type": "object", "required": ["strategy"], "properties": { "strategy": { "enum": ["saml", "entra"] } }, "allOf": [{ "if": { "type": "object", "required": ["strategy"], "properties": { "strategy": { "const": "saml" } } }, "then": { "$ref": "#/$defs/AstroSaml" } }, { "if": { "type": "object", "required": ["strategy"], "properties": { "strategy": { "const": "entra" } } }, "then": { "$ref": "#/$defs/AstroEntra" } }] };
var schema61 = { "description": "A SAML connection; its signing certificate is the identity provider's `certificates`.", "type": "object", "additionalProperties": false, "required": ["strategy", "signInUrl"], "properties": { "strategy": { "description": "SAML.", "const": "saml" }, "signInUrl": { "description": "Where people are sent to log in.", "$ref": "#/$defs/HttpsUrl", "examples": ["https://acme.okta.com/app/astro/sso/saml"] }, "signOutUrl": { "description": "Where people are sent to log out.", "$ref": "#/$defs/HttpsUrl" }, "idpInitiatedLogin": { "description": "Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.", "type": "boolean" } } };
var schema62 = { "description": "An address that begins with https://.", "type": "string", "pattern": "^https://[^\\s/@]+(?:/\\S*)?$" };
var pattern20 = new RegExp("^https://[^\\s/@]+(?:/\\S*)?$", "u");
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate35.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema61.required, parentSchema: schema61, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.signInUrl === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "signInUrl" }, message: "must have required property 'signInUrl'", schema: schema61.required, parentSchema: schema61, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "strategy" || key0 === "signInUrl" || key0 === "signOutUrl" || key0 === "idpInitiatedLogin")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema61, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if ("saml" !== data0) {
        const err3 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/const", keyword: "const", params: { allowedValue: "saml" }, message: "must be equal to constant", schema: "saml", parentSchema: schema61.properties.strategy, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.signInUrl !== void 0) {
      let data1 = data.signInUrl;
      if (typeof data1 === "string") {
        if (!pattern20.test(data1)) {
          const err4 = { instancePath: instancePath + "/signInUrl", schemaPath: "#/$defs/HttpsUrl/pattern", keyword: "pattern", params: { pattern: "^https://[^\\s/@]+(?:/\\S*)?$" }, message: 'must match pattern "^https://[^\\s/@]+(?:/\\S*)?$"', schema: "^https://[^\\s/@]+(?:/\\S*)?$", parentSchema: schema62, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/signInUrl", schemaPath: "#/$defs/HttpsUrl/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.type, parentSchema: schema62, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.signOutUrl !== void 0) {
      let data2 = data.signOutUrl;
      if (typeof data2 === "string") {
        if (!pattern20.test(data2)) {
          const err6 = { instancePath: instancePath + "/signOutUrl", schemaPath: "#/$defs/HttpsUrl/pattern", keyword: "pattern", params: { pattern: "^https://[^\\s/@]+(?:/\\S*)?$" }, message: 'must match pattern "^https://[^\\s/@]+(?:/\\S*)?$"', schema: "^https://[^\\s/@]+(?:/\\S*)?$", parentSchema: schema62, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/signOutUrl", schemaPath: "#/$defs/HttpsUrl/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.type, parentSchema: schema62, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.idpInitiatedLogin !== void 0) {
      let data3 = data.idpInitiatedLogin;
      if (typeof data3 !== "boolean") {
        const err8 = { instancePath: instancePath + "/idpInitiatedLogin", schemaPath: "#/properties/idpInitiatedLogin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema61.properties.idpInitiatedLogin.type, parentSchema: schema61.properties.idpInitiatedLogin, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
  } else {
    const err9 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema61.type, parentSchema: schema61, data };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
  }
  validate35.errors = vErrors;
  return errors === 0;
}
validate35.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema64 = { "description": "A native Microsoft Entra ID connection.", "type": "object", "additionalProperties": false, "required": ["strategy", "clientId", "clientSecret", "domainName"], "properties": { "strategy": { "description": "Microsoft Entra ID, without SAML.", "const": "entra" }, "clientId": { "description": "The application (client) id of the app registration.", "type": "string", "minLength": 1 }, "clientSecret": { "description": "The app registration's client secret, by reference. It is sent only along with another change.", "$ref": "#/$defs/Secret" }, "domainName": { "description": "The tenant's primary domain.", "$ref": "#/$defs/Domain", "examples": ["acme.onmicrosoft.com"] }, "idpInitiatedLogin": { "description": "Whether people may start at the identity provider's own page. The API does not tell the live value, so it is sent only along with another change.", "type": "boolean" } } };
function validate37(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate37.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.clientId === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clientId" }, message: "must have required property 'clientId'", schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.clientSecret === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "clientSecret" }, message: "must have required property 'clientSecret'", schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.domainName === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domainName" }, message: "must have required property 'domainName'", schema: schema64.required, parentSchema: schema64, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "strategy" || key0 === "clientId" || key0 === "clientSecret" || key0 === "domainName" || key0 === "idpInitiatedLogin")) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema64, data };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.strategy !== void 0) {
      let data0 = data.strategy;
      if ("entra" !== data0) {
        const err5 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/const", keyword: "const", params: { allowedValue: "entra" }, message: "must be equal to constant", schema: "entra", parentSchema: schema64.properties.strategy, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data1 = data.clientId;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err6 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema64.properties.clientId, data: data1 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema64.properties.clientId.type, parentSchema: schema64.properties.clientId, data: data1 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.clientSecret !== void 0) {
      let data2 = data.clientSecret;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        if (Object.keys(data2).length > 1) {
          const err8 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties", schema: 1, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (Object.keys(data2).length < 1) {
          const err9 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties", schema: 1, parentSchema: schema35, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        for (const key1 in data2) {
          if (!(key1 === "env" || key1 === "file" || key1 === "command")) {
            const err10 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema35, data: data2 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data2.env !== void 0) {
          let data3 = data2.env;
          if (typeof data3 === "string") {
            if (!pattern5.test(data3)) {
              const err11 = { instancePath: instancePath + "/clientSecret/env", schemaPath: "#/$defs/Secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"', schema: "^[A-Za-z_][A-Za-z0-9_]*$", parentSchema: schema35.properties.env, data: data3 };
              if (vErrors === null) {
                vErrors = [err11];
              } else {
                vErrors.push(err11);
              }
              errors++;
            }
          } else {
            const err12 = { instancePath: instancePath + "/clientSecret/env", schemaPath: "#/$defs/Secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.env.type, parentSchema: schema35.properties.env, data: data3 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        if (data2.file !== void 0) {
          let data4 = data2.file;
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err13 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/Secret/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema35.properties.file, data: data4 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          } else {
            const err14 = { instancePath: instancePath + "/clientSecret/file", schemaPath: "#/$defs/Secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.file.type, parentSchema: schema35.properties.file, data: data4 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data2.command !== void 0) {
          let data5 = data2.command;
          if (Array.isArray(data5)) {
            if (data5.length < 1) {
              const err15 = { instancePath: instancePath + "/clientSecret/command", schemaPath: "#/$defs/Secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema35.properties.command, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            const len0 = data5.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data6 = data5[i0];
              if (typeof data6 !== "string") {
                const err16 = { instancePath: instancePath + "/clientSecret/command/" + i0, schemaPath: "#/$defs/Secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema35.properties.command.items.type, parentSchema: schema35.properties.command.items, data: data6 };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
          } else {
            const err17 = { instancePath: instancePath + "/clientSecret/command", schemaPath: "#/$defs/Secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema35.properties.command.type, parentSchema: schema35.properties.command, data: data5 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
      } else {
        const err18 = { instancePath: instancePath + "/clientSecret", schemaPath: "#/$defs/Secret/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema35.type, parentSchema: schema35, data: data2 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.domainName !== void 0) {
      let data7 = data.domainName;
      if (typeof data7 === "string") {
        if (!pattern19.test(data7)) {
          const err19 = { instancePath: instancePath + "/domainName", schemaPath: "#/$defs/Domain/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$"', schema: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", parentSchema: schema58, data: data7 };
          if (vErrors === null) {
            vErrors = [err19];
          } else {
            vErrors.push(err19);
          }
          errors++;
        }
      } else {
        const err20 = { instancePath: instancePath + "/domainName", schemaPath: "#/$defs/Domain/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.type, parentSchema: schema58, data: data7 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
    if (data.idpInitiatedLogin !== void 0) {
      let data8 = data.idpInitiatedLogin;
      if (typeof data8 !== "boolean") {
        const err21 = { instancePath: instancePath + "/idpInitiatedLogin", schemaPath: "#/properties/idpInitiatedLogin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema64.properties.idpInitiatedLogin.type, parentSchema: schema64.properties.idpInitiatedLogin, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
  } else {
    const err22 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema64.type, parentSchema: schema64, data };
    if (vErrors === null) {
      vErrors = [err22];
    } else {
      vErrors.push(err22);
    }
    errors++;
  }
  validate37.errors = vErrors;
  return errors === 0;
}
validate37.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate34.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.strategy === void 0 && (missing0 = "strategy")) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        if (data.strategy !== void 0) {
          if ("saml" !== data.strategy) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    } else {
      const err2 = {};
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs6 = errors;
    if (!validate35(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs6 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = true;
    }
  }
  if (!valid1) {
    const err3 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema60.allOf[0].if, parentSchema: schema60.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  const _errs8 = errors;
  let valid3 = true;
  const _errs9 = errors;
  if (errors === _errs9) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.strategy === void 0 && (missing1 = "strategy")) {
        const err4 = {};
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        if (data.strategy !== void 0) {
          if ("entra" !== data.strategy) {
            const err5 = {};
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      }
    } else {
      const err6 = {};
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
  }
  var _valid1 = _errs9 === errors;
  errors = _errs8;
  if (vErrors !== null) {
    if (_errs8) {
      vErrors.length = _errs8;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate37(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate37.errors : vErrors.concat(validate37.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props1 = true;
    }
  }
  if (!valid3) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema60.allOf[1].if, parentSchema: schema60.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  if (props0 !== true && props1 !== void 0) {
    if (props1 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props1);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.strategy === void 0) {
      const err8 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "strategy" }, message: "must have required property 'strategy'", schema: schema60.required, parentSchema: schema60, data };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
    if (props0 !== true) {
      props0 = props0 || {};
      props0.strategy = true;
    }
    if (data.strategy !== void 0) {
      let data2 = data.strategy;
      if (!(data2 === "saml" || data2 === "entra")) {
        const err9 = { instancePath: instancePath + "/strategy", schemaPath: "#/properties/strategy/enum", keyword: "enum", params: { allowedValues: schema60.properties.strategy.enum }, message: "must be equal to one of the allowed values", schema: schema60.properties.strategy.enum, parentSchema: schema60.properties.strategy, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema60.type, parentSchema: schema60, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate34.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate34.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema67 = { "description": "An identity provider of an Atlas federation: `protocol: saml`, the default, for logging in to the Atlas console, or `protocol: oidc` for access to databases. A field that is not given is not managed.", "type": "object", "properties": { "protocol": { "enum": ["saml", "oidc"] } }, "allOf": [{ "if": { "type": "object", "properties": { "protocol": { "const": "saml" } } }, "then": { "$ref": "#/$defs/AtlasSaml" } }, { "if": { "type": "object", "required": ["protocol"], "properties": { "protocol": { "const": "oidc" } } }, "then": { "$ref": "#/$defs/AtlasOidc" } }] };
var schema68 = { "description": "A SAML identity provider. Its associated domains are the `domains` and its signing certificates the `certificates` beside this section. No API creates one: where it is missing, the plan has a manual step.", "type": "object", "additionalProperties": false, "required": ["anchor"], "properties": { "anchor": { "description": "The organization, by its name in `organizations`, whose federation has the identity provider: its credential reads and changes it. It must be of type atlas.", "$ref": "#/$defs/OrganizationName", "examples": ["acme-atlas"] }, "protocol": { "description": "SAML, the default.", "const": "saml" }, "displayName": { "description": "Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["acme-okta"] }, "description": { "description": "What it is for.", "type": "string", "examples": ["Workforce sign-in"] }, "issuerUri": { "description": "The identity provider's issuer.", "type": "string", "minLength": 1, "examples": ["http://www.okta.com/exk1"] }, "ssoUrl": { "description": "Where people are sent to log in.", "$ref": "#/$defs/HttpsUrl", "examples": ["https://acme.okta.com/app/atlas/sso/saml"] }, "requestBinding": { "description": "How Atlas sends the request to log in.", "type": "string", "enum": ["HTTP-POST", "HTTP-REDIRECT"] }, "responseSignatureAlgorithm": { "description": "The algorithm with which responses are signed.", "type": "string", "enum": ["SHA-1", "SHA-256"] }, "ssoDebug": { "description": "Whether people may also log in through the bypass URL, without the identity provider. It is the way back in while a new one is untested.", "type": "boolean" }, "active": { "description": "Whether people may log in through it. Atlas keeps one without a verified domain inactive, and refuses to deactivate one that several organizations use.", "type": "boolean" }, "state": { "description": "Whether it is to be there. A SAML identity provider cannot be made again by API, so it is removed in the Atlas console only.", "not": {} } } };
var func15 = Object.prototype.hasOwnProperty;
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate41.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.anchor === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "anchor" }, message: "must have required property 'anchor'", schema: schema68.required, parentSchema: schema68, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func15.call(schema68.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema68, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.anchor !== void 0) {
      let data0 = data.anchor;
      if (typeof data0 === "string") {
        if (!pattern24.test(data0)) {
          const err2 = { instancePath: instancePath + "/anchor", schemaPath: "#/$defs/OrganizationName/pattern", keyword: "pattern", params: { pattern: "^[^/\\s](?:[^/]*[^/\\s])?$" }, message: 'must match pattern "^[^/\\s](?:[^/]*[^/\\s])?$"', schema: "^[^/\\s](?:[^/]*[^/\\s])?$", parentSchema: schema69, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/anchor", schemaPath: "#/$defs/OrganizationName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema69.type, parentSchema: schema69, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.protocol !== void 0) {
      let data1 = data.protocol;
      if ("saml" !== data1) {
        const err4 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/const", keyword: "const", params: { allowedValue: "saml" }, message: "must be equal to constant", schema: "saml", parentSchema: schema68.properties.protocol, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.displayName !== void 0) {
      let data2 = data.displayName;
      if (typeof data2 === "string") {
        if (func1(data2) > 50) {
          const err5 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters", schema: 50, parentSchema: schema68.properties.displayName, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
        if (func1(data2) < 1) {
          const err6 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema68.properties.displayName, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema68.properties.displayName.type, parentSchema: schema68.properties.displayName, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data3 = data.description;
      if (typeof data3 !== "string") {
        const err8 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema68.properties.description.type, parentSchema: schema68.properties.description, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.issuerUri !== void 0) {
      let data4 = data.issuerUri;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err9 = { instancePath: instancePath + "/issuerUri", schemaPath: "#/properties/issuerUri/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema68.properties.issuerUri, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/issuerUri", schemaPath: "#/properties/issuerUri/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema68.properties.issuerUri.type, parentSchema: schema68.properties.issuerUri, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.ssoUrl !== void 0) {
      let data5 = data.ssoUrl;
      if (typeof data5 === "string") {
        if (!pattern20.test(data5)) {
          const err11 = { instancePath: instancePath + "/ssoUrl", schemaPath: "#/$defs/HttpsUrl/pattern", keyword: "pattern", params: { pattern: "^https://[^\\s/@]+(?:/\\S*)?$" }, message: 'must match pattern "^https://[^\\s/@]+(?:/\\S*)?$"', schema: "^https://[^\\s/@]+(?:/\\S*)?$", parentSchema: schema62, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/ssoUrl", schemaPath: "#/$defs/HttpsUrl/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema62.type, parentSchema: schema62, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.requestBinding !== void 0) {
      let data6 = data.requestBinding;
      if (typeof data6 !== "string") {
        const err13 = { instancePath: instancePath + "/requestBinding", schemaPath: "#/properties/requestBinding/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema68.properties.requestBinding.type, parentSchema: schema68.properties.requestBinding, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data6 === "HTTP-POST" || data6 === "HTTP-REDIRECT")) {
        const err14 = { instancePath: instancePath + "/requestBinding", schemaPath: "#/properties/requestBinding/enum", keyword: "enum", params: { allowedValues: schema68.properties.requestBinding.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.requestBinding.enum, parentSchema: schema68.properties.requestBinding, data: data6 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.responseSignatureAlgorithm !== void 0) {
      let data7 = data.responseSignatureAlgorithm;
      if (typeof data7 !== "string") {
        const err15 = { instancePath: instancePath + "/responseSignatureAlgorithm", schemaPath: "#/properties/responseSignatureAlgorithm/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema68.properties.responseSignatureAlgorithm.type, parentSchema: schema68.properties.responseSignatureAlgorithm, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
      if (!(data7 === "SHA-1" || data7 === "SHA-256")) {
        const err16 = { instancePath: instancePath + "/responseSignatureAlgorithm", schemaPath: "#/properties/responseSignatureAlgorithm/enum", keyword: "enum", params: { allowedValues: schema68.properties.responseSignatureAlgorithm.enum }, message: "must be equal to one of the allowed values", schema: schema68.properties.responseSignatureAlgorithm.enum, parentSchema: schema68.properties.responseSignatureAlgorithm, data: data7 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.ssoDebug !== void 0) {
      let data8 = data.ssoDebug;
      if (typeof data8 !== "boolean") {
        const err17 = { instancePath: instancePath + "/ssoDebug", schemaPath: "#/properties/ssoDebug/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema68.properties.ssoDebug.type, parentSchema: schema68.properties.ssoDebug, data: data8 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.active !== void 0) {
      let data9 = data.active;
      if (typeof data9 !== "boolean") {
        const err18 = { instancePath: instancePath + "/active", schemaPath: "#/properties/active/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema68.properties.active.type, parentSchema: schema68.properties.active, data: data9 };
        if (vErrors === null) {
          vErrors = [err18];
        } else {
          vErrors.push(err18);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      const err19 = { instancePath: instancePath + "/state", schemaPath: "#/properties/state/not", keyword: "not", params: {}, message: "must NOT be valid", schema: schema68.properties.state.not, parentSchema: schema68.properties.state, data: data.state };
      if (vErrors === null) {
        vErrors = [err19];
      } else {
        vErrors.push(err19);
      }
      errors++;
    }
  } else {
    const err20 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema68.type, parentSchema: schema68, data };
    if (vErrors === null) {
      vErrors = [err20];
    } else {
      vErrors.push(err20);
    }
    errors++;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
validate41.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema71 = { "description": "An OIDC identity provider, for access to databases. Its associated domains are the `domains` beside this section (a workload identity provider has none). Atlas has no switch to deactivate it: it serves the organizations that name it in `dataAccessIdentityProviders`.", "type": "object", "additionalProperties": false, "required": ["anchor", "protocol"], "properties": { "anchor": { "description": "The organization, by its name in `organizations`, whose federation has the identity provider: its credential reads and changes it. It must be of type atlas.", "$ref": "#/$defs/OrganizationName", "examples": ["acme-atlas"] }, "protocol": { "description": "OIDC.", "const": "oidc" }, "displayName": { "description": "Its name in Atlas, by which it is found there; defaults to this identity provider's key. At most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["acme-okta"] }, "description": { "description": "What it is for.", "type": "string", "examples": ["Workforce sign-in"] }, "issuerUri": { "description": "The identity provider's issuer. Needed to create it.", "type": "string", "minLength": 1, "examples": ["http://www.okta.com/exk1"] }, "idpType": { "description": "WORKFORCE, Atlas's default, for people; WORKLOAD for applications. An organization has at most one of WORKFORCE.", "type": "string", "enum": ["WORKFORCE", "WORKLOAD"] }, "audience": { "description": "For whom its tokens are meant. Needed to create it.", "type": "string", "minLength": 1, "examples": ["atlas-prod"] }, "clientId": { "description": "The application (client) id at the identity provider; no secret. For WORKFORCE only.", "type": "string", "minLength": 1, "examples": ["0oadp0hpl7q3UIehP297"] }, "requestedScopes": { "description": "Exactly the scopes that are asked for. For WORKFORCE only.", "type": "array", "uniqueItems": true, "items": { "description": "A scope.", "type": "string", "minLength": 1 }, "examples": [["openid", "profile"]] }, "authorizationType": { "description": "Whether database roles are granted to groups or to single users. Needed to create it. Changing it can cut people off from databases.", "type": "string", "enum": ["GROUP", "USER"] }, "groupsClaim": { "description": "The claim that holds the groups. Needed to create it with `authorizationType: GROUP`.", "type": "string", "minLength": 1, "examples": ["groups"] }, "userClaim": { "description": "The claim that holds the user. Needed to create it.", "type": "string", "minLength": 1, "examples": ["sub"] }, "state": { "description": "`absent` removes it. It may then be in no `dataAccessIdentityProviders`.", "$ref": "#/$defs/State" } } };
function validate43(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate43.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.anchor === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "anchor" }, message: "must have required property 'anchor'", schema: schema71.required, parentSchema: schema71, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.protocol === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "protocol" }, message: "must have required property 'protocol'", schema: schema71.required, parentSchema: schema71, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func15.call(schema71.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema71, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.anchor !== void 0) {
      let data0 = data.anchor;
      if (typeof data0 === "string") {
        if (!pattern24.test(data0)) {
          const err3 = { instancePath: instancePath + "/anchor", schemaPath: "#/$defs/OrganizationName/pattern", keyword: "pattern", params: { pattern: "^[^/\\s](?:[^/]*[^/\\s])?$" }, message: 'must match pattern "^[^/\\s](?:[^/]*[^/\\s])?$"', schema: "^[^/\\s](?:[^/]*[^/\\s])?$", parentSchema: schema69, data: data0 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/anchor", schemaPath: "#/$defs/OrganizationName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema69.type, parentSchema: schema69, data: data0 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.protocol !== void 0) {
      let data1 = data.protocol;
      if ("oidc" !== data1) {
        const err5 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/const", keyword: "const", params: { allowedValue: "oidc" }, message: "must be equal to constant", schema: "oidc", parentSchema: schema71.properties.protocol, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.displayName !== void 0) {
      let data2 = data.displayName;
      if (typeof data2 === "string") {
        if (func1(data2) > 50) {
          const err6 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters", schema: 50, parentSchema: schema71.properties.displayName, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (func1(data2) < 1) {
          const err7 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.displayName, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.displayName.type, parentSchema: schema71.properties.displayName, data: data2 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data3 = data.description;
      if (typeof data3 !== "string") {
        const err9 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.description.type, parentSchema: schema71.properties.description, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.issuerUri !== void 0) {
      let data4 = data.issuerUri;
      if (typeof data4 === "string") {
        if (func1(data4) < 1) {
          const err10 = { instancePath: instancePath + "/issuerUri", schemaPath: "#/properties/issuerUri/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.issuerUri, data: data4 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/issuerUri", schemaPath: "#/properties/issuerUri/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.issuerUri.type, parentSchema: schema71.properties.issuerUri, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.idpType !== void 0) {
      let data5 = data.idpType;
      if (typeof data5 !== "string") {
        const err12 = { instancePath: instancePath + "/idpType", schemaPath: "#/properties/idpType/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.idpType.type, parentSchema: schema71.properties.idpType, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
      if (!(data5 === "WORKFORCE" || data5 === "WORKLOAD")) {
        const err13 = { instancePath: instancePath + "/idpType", schemaPath: "#/properties/idpType/enum", keyword: "enum", params: { allowedValues: schema71.properties.idpType.enum }, message: "must be equal to one of the allowed values", schema: schema71.properties.idpType.enum, parentSchema: schema71.properties.idpType, data: data5 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.audience !== void 0) {
      let data6 = data.audience;
      if (typeof data6 === "string") {
        if (func1(data6) < 1) {
          const err14 = { instancePath: instancePath + "/audience", schemaPath: "#/properties/audience/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.audience, data: data6 };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
      } else {
        const err15 = { instancePath: instancePath + "/audience", schemaPath: "#/properties/audience/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.audience.type, parentSchema: schema71.properties.audience, data: data6 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.clientId !== void 0) {
      let data7 = data.clientId;
      if (typeof data7 === "string") {
        if (func1(data7) < 1) {
          const err16 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.clientId, data: data7 };
          if (vErrors === null) {
            vErrors = [err16];
          } else {
            vErrors.push(err16);
          }
          errors++;
        }
      } else {
        const err17 = { instancePath: instancePath + "/clientId", schemaPath: "#/properties/clientId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.clientId.type, parentSchema: schema71.properties.clientId, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.requestedScopes !== void 0) {
      let data8 = data.requestedScopes;
      if (Array.isArray(data8)) {
        const len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data9 = data8[i0];
          if (typeof data9 === "string") {
            if (func1(data9) < 1) {
              const err18 = { instancePath: instancePath + "/requestedScopes/" + i0, schemaPath: "#/properties/requestedScopes/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.requestedScopes.items, data: data9 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/requestedScopes/" + i0, schemaPath: "#/properties/requestedScopes/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.requestedScopes.items.type, parentSchema: schema71.properties.requestedScopes.items, data: data9 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        let i1 = data8.length;
        let j0;
        if (i1 > 1) {
          const indices0 = {};
          for (; i1--; ) {
            let item0 = data8[i1];
            if (typeof item0 !== "string") {
              continue;
            }
            if (typeof indices0[item0] == "number") {
              j0 = indices0[item0];
              const err20 = { instancePath: instancePath + "/requestedScopes", schemaPath: "#/properties/requestedScopes/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema71.properties.requestedScopes, data: data8 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
              break;
            }
            indices0[item0] = i1;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/requestedScopes", schemaPath: "#/properties/requestedScopes/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema71.properties.requestedScopes.type, parentSchema: schema71.properties.requestedScopes, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.authorizationType !== void 0) {
      let data10 = data.authorizationType;
      if (typeof data10 !== "string") {
        const err22 = { instancePath: instancePath + "/authorizationType", schemaPath: "#/properties/authorizationType/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.authorizationType.type, parentSchema: schema71.properties.authorizationType, data: data10 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (!(data10 === "GROUP" || data10 === "USER")) {
        const err23 = { instancePath: instancePath + "/authorizationType", schemaPath: "#/properties/authorizationType/enum", keyword: "enum", params: { allowedValues: schema71.properties.authorizationType.enum }, message: "must be equal to one of the allowed values", schema: schema71.properties.authorizationType.enum, parentSchema: schema71.properties.authorizationType, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.groupsClaim !== void 0) {
      let data11 = data.groupsClaim;
      if (typeof data11 === "string") {
        if (func1(data11) < 1) {
          const err24 = { instancePath: instancePath + "/groupsClaim", schemaPath: "#/properties/groupsClaim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.groupsClaim, data: data11 };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
      } else {
        const err25 = { instancePath: instancePath + "/groupsClaim", schemaPath: "#/properties/groupsClaim/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.groupsClaim.type, parentSchema: schema71.properties.groupsClaim, data: data11 };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.userClaim !== void 0) {
      let data12 = data.userClaim;
      if (typeof data12 === "string") {
        if (func1(data12) < 1) {
          const err26 = { instancePath: instancePath + "/userClaim", schemaPath: "#/properties/userClaim/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema71.properties.userClaim, data: data12 };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
      } else {
        const err27 = { instancePath: instancePath + "/userClaim", schemaPath: "#/properties/userClaim/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema71.properties.userClaim.type, parentSchema: schema71.properties.userClaim, data: data12 };
        if (vErrors === null) {
          vErrors = [err27];
        } else {
          vErrors.push(err27);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data13 = data.state;
      if (typeof data13 !== "string") {
        const err28 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data13 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
      if (!(data13 === "present" || data13 === "absent")) {
        const err29 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data13 };
        if (vErrors === null) {
          vErrors = [err29];
        } else {
          vErrors.push(err29);
        }
        errors++;
      }
    }
  } else {
    const err30 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema71.type, parentSchema: schema71, data };
    if (vErrors === null) {
      vErrors = [err30];
    } else {
      vErrors.push(err30);
    }
    errors++;
  }
  validate43.errors = vErrors;
  return errors === 0;
}
validate43.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate40(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate40.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (data.protocol !== void 0) {
        if ("saml" !== data.protocol) {
          const err0 = {};
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      }
    } else {
      const err1 = {};
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs6 = errors;
    if (!validate41(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate41.errors : vErrors.concat(validate41.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs6 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = true;
    }
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema67.allOf[0].if, parentSchema: schema67.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  const _errs8 = errors;
  let valid3 = true;
  const _errs9 = errors;
  if (errors === _errs9) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.protocol === void 0 && (missing0 = "protocol")) {
        const err3 = {};
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      } else {
        if (data.protocol !== void 0) {
          if ("oidc" !== data.protocol) {
            const err4 = {};
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
      }
    } else {
      const err5 = {};
      if (vErrors === null) {
        vErrors = [err5];
      } else {
        vErrors.push(err5);
      }
      errors++;
    }
  }
  var _valid1 = _errs9 === errors;
  errors = _errs8;
  if (vErrors !== null) {
    if (_errs8) {
      vErrors.length = _errs8;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate43(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate43.errors : vErrors.concat(validate43.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props1 = true;
    }
  }
  if (!valid3) {
    const err6 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema67.allOf[1].if, parentSchema: schema67.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  if (props0 !== true && props1 !== void 0) {
    if (props1 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props1);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (props0 !== true) {
      props0 = props0 || {};
      props0.protocol = true;
    }
    if (data.protocol !== void 0) {
      let data2 = data.protocol;
      if (!(data2 === "saml" || data2 === "oidc")) {
        const err7 = { instancePath: instancePath + "/protocol", schemaPath: "#/properties/protocol/enum", keyword: "enum", params: { allowedValues: schema67.properties.protocol.enum }, message: "must be equal to one of the allowed values", schema: schema67.properties.protocol.enum, parentSchema: schema67.properties.protocol, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema67.type, parentSchema: schema67, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate40.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate40.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate33.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "domains" || key0 === "certificates" || key0 === "astro" || key0 === "atlas")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema57, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.domains !== void 0) {
      let data0 = data.domains;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 === "string") {
            if (!pattern19.test(data1)) {
              const err1 = { instancePath: instancePath + "/domains/" + i0, schemaPath: "#/$defs/Domain/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$"', schema: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", parentSchema: schema58, data: data1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/domains/" + i0, schemaPath: "#/$defs/Domain/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.type, parentSchema: schema58, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
      } else {
        const err3 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema57.properties.domains.type, parentSchema: schema57.properties.domains, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.certificates !== void 0) {
      let data2 = data.certificates;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err4 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema57.properties.certificates, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        const len1 = data2.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data3 = data2[i1];
          if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
            if (data3.file === void 0) {
              const err5 = { instancePath: instancePath + "/certificates/" + i1, schemaPath: "#/$defs/Certificate/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'", schema: schema59.required, parentSchema: schema59, data: data3 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            for (const key1 in data3) {
              if (!(key1 === "file")) {
                const err6 = { instancePath: instancePath + "/certificates/" + i1, schemaPath: "#/$defs/Certificate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema59, data: data3 };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data3.file !== void 0) {
              let data4 = data3.file;
              if (typeof data4 === "string") {
                if (func1(data4) < 1) {
                  const err7 = { instancePath: instancePath + "/certificates/" + i1 + "/file", schemaPath: "#/$defs/Certificate/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema59.properties.file, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              } else {
                const err8 = { instancePath: instancePath + "/certificates/" + i1 + "/file", schemaPath: "#/$defs/Certificate/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema59.properties.file.type, parentSchema: schema59.properties.file, data: data4 };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
          } else {
            const err9 = { instancePath: instancePath + "/certificates/" + i1, schemaPath: "#/$defs/Certificate/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema59.type, parentSchema: schema59, data: data3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/certificates", schemaPath: "#/properties/certificates/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema57.properties.certificates.type, parentSchema: schema57.properties.certificates, data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.astro !== void 0) {
      if (!validate34(data.astro, { instancePath: instancePath + "/astro", parentData: data, parentDataProperty: "astro", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
        errors = vErrors.length;
      }
    }
    if (data.atlas !== void 0) {
      if (!validate40(data.atlas, { instancePath: instancePath + "/atlas", parentData: data, parentDataProperty: "atlas", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate40.errors : vErrors.concat(validate40.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema57.type, parentSchema: schema57, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
validate33.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema75 = { "description": "An organization; `type` says of which vendor.", "type": "object", "required": ["type"], "properties": { "type": { "enum": ["astro", "atlas", "scim"] } }, "allOf": [{ "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "astro" } } }, "then": { "$ref": "#/$defs/AstroOrganization" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "atlas" } } }, "then": { "$ref": "#/$defs/AtlasOrganization" } }, { "if": { "type": "object", "required": ["type"], "properties": { "type": { "const": "scim" } } }, "then": { "$ref": "#/$defs/ScimOrganization" } }] };
var schema76 = { "description": "An Astronomer Astro organization. A key that is absent is not managed.", "type": "object", "additionalProperties": false, "required": ["type", "id"], "properties": { "type": { "description": "Astronomer Astro.", "const": "astro" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "id": { "description": "The organization's id, as Astro shows it in the organization's settings.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$", "examples": ["clm3x0acme000000000000001"] }, "settings": { "description": "The organization's own settings.", "$ref": "#/$defs/AstroSettings" }, "scim": { "description": "SCIM provisioning.", "$ref": "#/$defs/AstroScim" }, "authentication": { "description": "How people may log in.", "$ref": "#/$defs/AstroAuthentication" }, "members": { "description": "The people who must be members, by e-mail address. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Email" }, "additionalProperties": { "description": "A member, by e-mail address.", "$ref": "#/$defs/AstroMember" }, "examples": [{ "alice@acme.com": { "role": "ORGANIZATION_OWNER" }, "carol@acme.com": {} }] }, "memberLists": { "description": "Members by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/AstroMember" }, "examples": [{ "data-eng": { "role": "ORGANIZATION_MEMBER" } }] }, "teams": { "description": "The teams that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A team, by name.", "$ref": "#/$defs/AstroTeam" } }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/Unlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } };
var schema80 = { "description": "SCIM provisioning.", "type": "object", "additionalProperties": false, "required": ["enabled"], "properties": { "enabled": { "description": "Whether an identity provider may provision people and teams. While it is on, Astro refuses new teams and new team members from everyone else.", "type": "boolean" } } };
var schema79 = { "description": "An e-mail address. Case does not matter.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$", "examples": ["alice@acme.com"] };
var pattern29 = new RegExp("^[A-Za-z0-9_-]+$", "u");
var pattern30 = new RegExp("^[^\\s@]+@[^\\s@]+$", "u");
var schema78 = { "description": "An organization's own settings.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The name that people see, at most 50 characters.", "type": "string", "minLength": 1, "maxLength": 50, "examples": ["Acme Data"] }, "billingEmail": { "description": "Where invoices go.", "$ref": "#/$defs/Email", "examples": ["billing@acme.com"] } } };
function validate49(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate49.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "billingEmail")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema78, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (func1(data0) > 50) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 50 }, message: "must NOT have more than 50 characters", schema: 50, parentSchema: schema78.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema78.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema78.properties.name.type, parentSchema: schema78.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.billingEmail !== void 0) {
      let data1 = data.billingEmail;
      if (typeof data1 === "string") {
        if (!pattern30.test(data1)) {
          const err4 = { instancePath: instancePath + "/billingEmail", schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/billingEmail", schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
  } else {
    const err6 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema78.type, parentSchema: schema78, data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate49.errors = vErrors;
  return errors === 0;
}
validate49.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema81 = { "description": "How people may log in.", "type": "object", "additionalProperties": false, "properties": { "bypassLink": { "description": "The SSO bypass link, with which anyone may log in by password while the identity provider is down.", "$ref": "#/$defs/AstroBypassLink" }, "domains": { "description": "The managed e-mail domains. `unlisted.domains` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Domain" }, "additionalProperties": { "description": "A managed domain.", "$ref": "#/$defs/AstroDomain" } } } };
var schema82 = { "description": "The SSO bypass link.", "type": "object", "additionalProperties": false, "required": ["state"], "properties": { "state": { "description": "Whether there is to be a link.", "$ref": "#/$defs/State" }, "rotateAfter": { "description": "The age at which the link is replaced by a new one: a number of days (d), hours (h) or weeks (w).", "type": "string", "pattern": "^[1-9][0-9]{0,4}[dhw]$", "examples": ["90d", "12w", "36h"] }, "protect": { "description": "Whether a plan that removes or replaces the link trips the guard `protect`.", "$ref": "#/$defs/Protect" } } };
var pattern31 = new RegExp("^[1-9][0-9]{0,4}[dhw]$", "u");
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.state === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "state" }, message: "must have required property 'state'", schema: schema82.required, parentSchema: schema82, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "state" || key0 === "rotateAfter" || key0 === "protect")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema82, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data0 = data.state;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data0 === "present" || data0 === "absent")) {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.rotateAfter !== void 0) {
      let data1 = data.rotateAfter;
      if (typeof data1 === "string") {
        if (!pattern31.test(data1)) {
          const err4 = { instancePath: instancePath + "/rotateAfter", schemaPath: "#/properties/rotateAfter/pattern", keyword: "pattern", params: { pattern: "^[1-9][0-9]{0,4}[dhw]$" }, message: 'must match pattern "^[1-9][0-9]{0,4}[dhw]$"', schema: "^[1-9][0-9]{0,4}[dhw]$", parentSchema: schema82.properties.rotateAfter, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/rotateAfter", schemaPath: "#/properties/rotateAfter/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema82.properties.rotateAfter.type, parentSchema: schema82.properties.rotateAfter, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data2 = data.protect;
      if (typeof data2 !== "boolean") {
        const err6 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
  } else {
    const err7 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema82.type, parentSchema: schema82, data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema86 = { "description": "A managed e-mail domain.", "type": "object", "additionalProperties": false, "properties": { "allowedMethods": { "description": "Exactly the ways in which people of this domain may log in.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A way to log in.", "$ref": "#/$defs/AstroLoginMethod" }, "examples": [["sso"], ["google", "github"]] }, "sso": { "description": "The domain's SSO connection; `none` means that there is to be none.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["none"] } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroSso" } }] }, "state": { "description": "`absent` removes the domain. With `sso: none` its connection goes too.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the domain or its SSO connection trips the guard `protect`.", "$ref": "#/$defs/Protect" } } };
var schema87 = { "description": "A way to log in.", "type": "string", "enum": ["password", "google", "github", "sso"] };
var func0 = require_equal().default;
var schema88 = { "description": "A domain's SSO connection.", "type": "object", "additionalProperties": false, "required": ["identityProvider"], "properties": { "identityProvider": { "description": "The identity provider, by its name in `identityProviders`.", "$ref": "#/$defs/Name", "examples": ["acme-okta"] }, "active": { "description": "Whether people may log in through the connection.", "type": "boolean" }, "jit": { "description": "What those get who log in for the first time without an invitation; `none` means that they may not join.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["none"] } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroJit" } }] } } };
var schema90 = { "description": "The default roles of people who join by logging in.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "role": { "description": "The default organization role.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Default workspace roles, by the workspace's name; exactly these.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role in this workspace.", "$ref": "#/$defs/AstroWorkspaceRole" }, "examples": [{ "Analytics": "WORKSPACE_MEMBER" }] } } };
var schema91 = { "description": "An organization role; the OBSERVE roles need the Observe product.", "type": "string", "enum": ["ORGANIZATION_OWNER", "ORGANIZATION_BILLING_ADMIN", "ORGANIZATION_MEMBER", "ORGANIZATION_OBSERVE_ADMIN", "ORGANIZATION_OBSERVE_MEMBER"] };
var schema93 = { "description": "A workspace role.", "type": "string", "enum": ["WORKSPACE_OWNER", "WORKSPACE_OPERATOR", "WORKSPACE_AUTHOR", "WORKSPACE_MEMBER", "WORKSPACE_ACCESSOR"] };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'", schema: schema90.required, parentSchema: schema90, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "role" || key0 === "workspaces")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema90, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data0 = data.role;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema91.type, parentSchema: schema91, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data0 === "ORGANIZATION_OWNER" || data0 === "ORGANIZATION_BILLING_ADMIN" || data0 === "ORGANIZATION_MEMBER" || data0 === "ORGANIZATION_OBSERVE_ADMIN" || data0 === "ORGANIZATION_OBSERVE_MEMBER")) {
        const err3 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema91.enum }, message: "must be equal to one of the allowed values", schema: schema91.enum, parentSchema: schema91, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.workspaces !== void 0) {
      let data1 = data.workspaces;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs7 = errors;
          if (typeof key1 === "string") {
            if (!pattern4.test(key1)) {
              const err4 = { instancePath: instancePath + "/workspaces", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
          } else {
            const err5 = { instancePath: instancePath + "/workspaces", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          var valid2 = _errs7 === errors;
          if (!valid2) {
            const err6 = { instancePath: instancePath + "/workspaces", schemaPath: "#/properties/workspaces/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema90.properties.workspaces.propertyNames, parentSchema: schema90.properties.workspaces, data: data1 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          let data2 = data1[key2];
          if (typeof data2 !== "string") {
            const err7 = { instancePath: instancePath + "/workspaces/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroWorkspaceRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema93.type, parentSchema: schema93, data: data2 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          if (!(data2 === "WORKSPACE_OWNER" || data2 === "WORKSPACE_OPERATOR" || data2 === "WORKSPACE_AUTHOR" || data2 === "WORKSPACE_MEMBER" || data2 === "WORKSPACE_ACCESSOR")) {
            const err8 = { instancePath: instancePath + "/workspaces/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroWorkspaceRole/enum", keyword: "enum", params: { allowedValues: schema93.enum }, message: "must be equal to one of the allowed values", schema: schema93.enum, parentSchema: schema93, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/workspaces", schemaPath: "#/properties/workspaces/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema90.properties.workspaces.type, parentSchema: schema90.properties.workspaces, data: data1 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema90.type, parentSchema: schema90, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.identityProvider === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "identityProvider" }, message: "must have required property 'identityProvider'", schema: schema88.required, parentSchema: schema88, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "identityProvider" || key0 === "active" || key0 === "jit")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema88, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.identityProvider !== void 0) {
      let data0 = data.identityProvider;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err2 = { instancePath: instancePath + "/identityProvider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/identityProvider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.active !== void 0) {
      let data1 = data.active;
      if (typeof data1 !== "boolean") {
        const err4 = { instancePath: instancePath + "/active", schemaPath: "#/properties/active/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema88.properties.active.type, parentSchema: schema88.properties.active, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.jit !== void 0) {
      let data2 = data.jit;
      if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err5 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/type", keyword: "type", params: { type: schema88.properties.jit.type }, message: "must be string,object", schema: schema88.properties.jit.type, parentSchema: schema88.properties.jit, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      const _errs10 = errors;
      let valid3 = true;
      const _errs11 = errors;
      if (typeof data2 !== "string") {
        const err6 = {};
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      errors = _errs10;
      if (vErrors !== null) {
        if (_errs10) {
          vErrors.length = _errs10;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs13 = errors;
        if (typeof data2 !== "string") {
          const err7 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/allOf/0/then/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema88.properties.jit.allOf[0].then.type, parentSchema: schema88.properties.jit.allOf[0].then, data: data2 };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        if (!(data2 === "none")) {
          const err8 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/allOf/0/then/enum", keyword: "enum", params: { allowedValues: schema88.properties.jit.allOf[0].then.enum }, message: "must be equal to one of the allowed values", schema: schema88.properties.jit.allOf[0].then.enum, parentSchema: schema88.properties.jit.allOf[0].then, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        var _valid0 = _errs13 === errors;
        valid3 = _valid0;
      }
      if (!valid3) {
        const err9 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema88.properties.jit.allOf[0].if, parentSchema: schema88.properties.jit.allOf[0], data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
      const _errs16 = errors;
      let valid4 = true;
      const _errs17 = errors;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err10 = {};
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      var _valid1 = _errs17 === errors;
      errors = _errs16;
      if (vErrors !== null) {
        if (_errs16) {
          vErrors.length = _errs16;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs19 = errors;
        if (!validate56(data2, { instancePath: instancePath + "/jit", parentData: data, parentDataProperty: "jit", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
          errors = vErrors.length;
        }
        var _valid1 = _errs19 === errors;
        valid4 = _valid1;
      }
      if (!valid4) {
        const err11 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema88.properties.jit.allOf[1].if, parentSchema: schema88.properties.jit.allOf[1], data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema88.type, parentSchema: schema88, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate54.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "allowedMethods" || key0 === "sso" || key0 === "state" || key0 === "protect")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema86, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.allowedMethods !== void 0) {
      let data0 = data.allowedMethods;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/allowedMethods", schemaPath: "#/properties/allowedMethods/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema86.properties.allowedMethods, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string") {
            const err2 = { instancePath: instancePath + "/allowedMethods/" + i0, schemaPath: "#/$defs/AstroLoginMethod/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema87.type, parentSchema: schema87, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (!(data1 === "password" || data1 === "google" || data1 === "github" || data1 === "sso")) {
            const err3 = { instancePath: instancePath + "/allowedMethods/" + i0, schemaPath: "#/$defs/AstroLoginMethod/enum", keyword: "enum", params: { allowedValues: schema87.enum }, message: "must be equal to one of the allowed values", schema: schema87.enum, parentSchema: schema87, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        let i1 = data0.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data0[i1], data0[j0])) {
                  const err4 = { instancePath: instancePath + "/allowedMethods", schemaPath: "#/properties/allowedMethods/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema86.properties.allowedMethods, data: data0 };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err5 = { instancePath: instancePath + "/allowedMethods", schemaPath: "#/properties/allowedMethods/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema86.properties.allowedMethods.type, parentSchema: schema86.properties.allowedMethods, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.sso !== void 0) {
      let data2 = data.sso;
      if (typeof data2 !== "string" && !(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err6 = { instancePath: instancePath + "/sso", schemaPath: "#/properties/sso/type", keyword: "type", params: { type: schema86.properties.sso.type }, message: "must be string,object", schema: schema86.properties.sso.type, parentSchema: schema86.properties.sso, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      const _errs10 = errors;
      let valid6 = true;
      const _errs11 = errors;
      if (typeof data2 !== "string") {
        const err7 = {};
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      var _valid0 = _errs11 === errors;
      errors = _errs10;
      if (vErrors !== null) {
        if (_errs10) {
          vErrors.length = _errs10;
        } else {
          vErrors = null;
        }
      }
      if (_valid0) {
        const _errs13 = errors;
        if (typeof data2 !== "string") {
          const err8 = { instancePath: instancePath + "/sso", schemaPath: "#/properties/sso/allOf/0/then/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema86.properties.sso.allOf[0].then.type, parentSchema: schema86.properties.sso.allOf[0].then, data: data2 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (!(data2 === "none")) {
          const err9 = { instancePath: instancePath + "/sso", schemaPath: "#/properties/sso/allOf/0/then/enum", keyword: "enum", params: { allowedValues: schema86.properties.sso.allOf[0].then.enum }, message: "must be equal to one of the allowed values", schema: schema86.properties.sso.allOf[0].then.enum, parentSchema: schema86.properties.sso.allOf[0].then, data: data2 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        var _valid0 = _errs13 === errors;
        valid6 = _valid0;
      }
      if (!valid6) {
        const err10 = { instancePath: instancePath + "/sso", schemaPath: "#/properties/sso/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema86.properties.sso.allOf[0].if, parentSchema: schema86.properties.sso.allOf[0], data: data2 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
      const _errs16 = errors;
      let valid7 = true;
      const _errs17 = errors;
      if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
        const err11 = {};
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
      var _valid1 = _errs17 === errors;
      errors = _errs16;
      if (vErrors !== null) {
        if (_errs16) {
          vErrors.length = _errs16;
        } else {
          vErrors = null;
        }
      }
      if (_valid1) {
        const _errs19 = errors;
        if (!validate55(data2, { instancePath: instancePath + "/sso", parentData: data, parentDataProperty: "sso", rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
          errors = vErrors.length;
        }
        var _valid1 = _errs19 === errors;
        valid7 = _valid1;
      }
      if (!valid7) {
        const err12 = { instancePath: instancePath + "/sso", schemaPath: "#/properties/sso/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema86.properties.sso.allOf[1].if, parentSchema: schema86.properties.sso.allOf[1], data: data2 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data3 = data.state;
      if (typeof data3 !== "string") {
        const err13 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
      if (!(data3 === "present" || data3 === "absent")) {
        const err14 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data4 = data.protect;
      if (typeof data4 !== "boolean") {
        const err15 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data4 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
  } else {
    const err16 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema86.type, parentSchema: schema86, data };
    if (vErrors === null) {
      vErrors = [err16];
    } else {
      vErrors.push(err16);
    }
    errors++;
  }
  validate54.errors = vErrors;
  return errors === 0;
}
validate54.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate51.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "bypassLink" || key0 === "domains")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema81, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.bypassLink !== void 0) {
      if (!validate52(data.bypassLink, { instancePath: instancePath + "/bypassLink", parentData: data, parentDataProperty: "bypassLink", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate52.errors : vErrors.concat(validate52.errors);
        errors = vErrors.length;
      }
    }
    if (data.domains !== void 0) {
      let data1 = data.domains;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs5 = errors;
          if (typeof key1 === "string") {
            if (!pattern19.test(key1)) {
              const err1 = { instancePath: instancePath + "/domains", schemaPath: "#/$defs/Domain/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$"', schema: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", parentSchema: schema58, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err1];
              } else {
                vErrors.push(err1);
              }
              errors++;
            }
          } else {
            const err2 = { instancePath: instancePath + "/domains", schemaPath: "#/$defs/Domain/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.type, parentSchema: schema58, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          var valid1 = _errs5 === errors;
          if (!valid1) {
            const err3 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema81.properties.domains.propertyNames, parentSchema: schema81.properties.domains, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          if (!validate54(data1[key2], { instancePath: instancePath + "/domains/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data1, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/domains", schemaPath: "#/properties/domains/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema81.properties.domains.type, parentSchema: schema81.properties.domains, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema81.type, parentSchema: schema81, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate51.errors = vErrors;
  return errors === 0;
}
validate51.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema97 = { "description": "A membership. `{}` means: a member, with any role; somebody new is invited with the lowest one.", "type": "object", "additionalProperties": false, "properties": { "role": { "description": "The organization role.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Exactly the roles in workspaces.", "$ref": "#/$defs/AstroWorkspaces" }, "state": { "description": "`absent` removes the person from the organization.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the membership trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the membership is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the membership lasts until then.", "$ref": "#/$defs/UntilReason" } } };
var schema99 = { "description": "Workspace roles, by the workspace's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role in this workspace, alone or with deployment roles.", "$ref": "#/$defs/AstroWorkspaceEntry" }, "examples": [{ "Analytics": "WORKSPACE_AUTHOR" }] };
var schema101 = { "description": "A workspace role, or an object that adds deployment roles.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/AstroWorkspaceRole" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroWorkspaceGrant" } }] };
var schema103 = { "description": "A workspace role with deployment roles.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "id": { "description": "The workspace's id, where its name is ambiguous.", "$ref": "#/$defs/RemoteId" }, "role": { "description": "The role in this workspace. Astro demands one for every deployment role.", "$ref": "#/$defs/AstroWorkspaceRole" }, "deployments": { "description": "Exactly the deployment roles in this workspace, by the deployment's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on this deployment, alone or with DAG roles.", "$ref": "#/$defs/AstroDeploymentEntry" }, "examples": [{ "etl": "DEPLOYMENT_ADMIN" }] } } };
var schema104 = { "description": "An id that the vendor gave.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" };
var schema107 = { "description": "A deployment role, or an object that adds DAG roles.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/AstroDeploymentRole" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AstroDeploymentGrant" } }] };
var schema108 = { "description": "A deployment role: one of Astro's, or the name of a custom role.", "type": "string", "minLength": 1, "examples": ["DEPLOYMENT_ADMIN", "DEPLOYMENT_ACCESSOR"] };
var schema109 = { "description": "A deployment role with DAG roles.", "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "id": { "description": "The deployment's id, where its name is ambiguous.", "$ref": "#/$defs/RemoteId" }, "role": { "description": "The role on this deployment. Astro demands one for every DAG role.", "$ref": "#/$defs/AstroDeploymentRole" }, "dags": { "description": "Exactly the roles on single DAGs, by DAG id.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on this DAG.", "$ref": "#/$defs/AstroDagRole" }, "examples": [{ "daily_load": "DAG_VIEWER" }] }, "dagTags": { "description": "Exactly the roles on DAGs with a tag, by tag.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The role on DAGs with this tag.", "$ref": "#/$defs/AstroDagRole" }, "examples": [{ "finance": "DAG_AUTHOR" }] } } };
var schema113 = { "description": "A DAG role: one of Astro's, or the name of a custom role.", "type": "string", "minLength": 1, "examples": ["DAG_VIEWER", "DAG_AUTHOR"] };
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate66.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'", schema: schema109.required, parentSchema: schema109, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "role" || key0 === "dags" || key0 === "dagTags")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema109, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern29.test(data0)) {
          const err2 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/RemoteId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"', schema: "^[A-Za-z0-9_-]+$", parentSchema: schema104, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/RemoteId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema104.type, parentSchema: schema104, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data1 = data.role;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err4 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroDeploymentRole/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema108, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroDeploymentRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema108.type, parentSchema: schema108, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.dags !== void 0) {
      let data2 = data.dags;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          const _errs10 = errors;
          if (typeof key1 === "string") {
            if (!pattern4.test(key1)) {
              const err6 = { instancePath: instancePath + "/dags", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/dags", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          var valid3 = _errs10 === errors;
          if (!valid3) {
            const err8 = { instancePath: instancePath + "/dags", schemaPath: "#/properties/dags/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema109.properties.dags.propertyNames, parentSchema: schema109.properties.dags, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        for (const key2 in data2) {
          let data3 = data2[key2];
          if (typeof data3 === "string") {
            if (func1(data3) < 1) {
              const err9 = { instancePath: instancePath + "/dags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroDagRole/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema113, data: data3 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
          } else {
            const err10 = { instancePath: instancePath + "/dags/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroDagRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema113.type, parentSchema: schema113, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/dags", schemaPath: "#/properties/dags/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema109.properties.dags.type, parentSchema: schema109.properties.dags, data: data2 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.dagTags !== void 0) {
      let data4 = data.dagTags;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        for (const key3 in data4) {
          const _errs19 = errors;
          if (typeof key3 === "string") {
            if (!pattern4.test(key3)) {
              const err12 = { instancePath: instancePath + "/dagTags", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/dagTags", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key3, propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var valid7 = _errs19 === errors;
          if (!valid7) {
            const err14 = { instancePath: instancePath + "/dagTags", schemaPath: "#/properties/dagTags/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema109.properties.dagTags.propertyNames, parentSchema: schema109.properties.dagTags, data: data4 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        for (const key4 in data4) {
          let data5 = data4[key4];
          if (typeof data5 === "string") {
            if (func1(data5) < 1) {
              const err15 = { instancePath: instancePath + "/dagTags/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroDagRole/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema113, data: data5 };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
          } else {
            const err16 = { instancePath: instancePath + "/dagTags/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/$defs/AstroDagRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema113.type, parentSchema: schema113, data: data5 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/dagTags", schemaPath: "#/properties/dagTags/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema109.properties.dagTags.type, parentSchema: schema109.properties.dagTags, data: data4 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema109.type, parentSchema: schema109, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate66.errors = vErrors;
  return errors === 0;
}
validate66.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema107.type }, message: "must be string,object", schema: schema107.type, parentSchema: schema107, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data === "string") {
      if (func1(data) < 1) {
        const err2 = { instancePath, schemaPath: "#/$defs/AstroDeploymentRole/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema108, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/$defs/AstroDeploymentRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema108.type, parentSchema: schema108, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema107.allOf[0].if, parentSchema: schema107.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate66(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props0 = true;
    }
  }
  if (!valid3) {
    const err6 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema107.allOf[1].if, parentSchema: schema107.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate65.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate65.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.role === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'", schema: schema103.required, parentSchema: schema103, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "role" || key0 === "deployments")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema103, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern29.test(data0)) {
          const err2 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/RemoteId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"', schema: "^[A-Za-z0-9_-]+$", parentSchema: schema104, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/RemoteId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema104.type, parentSchema: schema104, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data1 = data.role;
      if (typeof data1 !== "string") {
        const err4 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroWorkspaceRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema93.type, parentSchema: schema93, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
      if (!(data1 === "WORKSPACE_OWNER" || data1 === "WORKSPACE_OPERATOR" || data1 === "WORKSPACE_AUTHOR" || data1 === "WORKSPACE_MEMBER" || data1 === "WORKSPACE_ACCESSOR")) {
        const err5 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroWorkspaceRole/enum", keyword: "enum", params: { allowedValues: schema93.enum }, message: "must be equal to one of the allowed values", schema: schema93.enum, parentSchema: schema93, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.deployments !== void 0) {
      let data2 = data.deployments;
      if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
        for (const key1 in data2) {
          const _errs10 = errors;
          if (typeof key1 === "string") {
            if (!pattern4.test(key1)) {
              const err6 = { instancePath: instancePath + "/deployments", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          } else {
            const err7 = { instancePath: instancePath + "/deployments", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
          var valid3 = _errs10 === errors;
          if (!valid3) {
            const err8 = { instancePath: instancePath + "/deployments", schemaPath: "#/properties/deployments/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema103.properties.deployments.propertyNames, parentSchema: schema103.properties.deployments, data: data2 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        for (const key2 in data2) {
          if (!validate65(data2[key2], { instancePath: instancePath + "/deployments/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data2, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err9 = { instancePath: instancePath + "/deployments", schemaPath: "#/properties/deployments/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema103.properties.deployments.type, parentSchema: schema103.properties.deployments, data: data2 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema103.type, parentSchema: schema103, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate64.errors = vErrors;
  return errors === 0;
}
validate64.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema101.type }, message: "must be string,object", schema: schema101.type, parentSchema: schema101, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data !== "string") {
      const err2 = { instancePath, schemaPath: "#/$defs/AstroWorkspaceRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema93.type, parentSchema: schema93, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (!(data === "WORKSPACE_OWNER" || data === "WORKSPACE_OPERATOR" || data === "WORKSPACE_AUTHOR" || data === "WORKSPACE_MEMBER" || data === "WORKSPACE_ACCESSOR")) {
      const err3 = { instancePath, schemaPath: "#/$defs/AstroWorkspaceRole/enum", keyword: "enum", params: { allowedValues: schema93.enum }, message: "must be equal to one of the allowed values", schema: schema93.enum, parentSchema: schema93, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema101.allOf[0].if, parentSchema: schema101.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate64(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props0 = true;
    }
  }
  if (!valid3) {
    const err6 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema101.allOf[1].if, parentSchema: schema101.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate63.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate63.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate62.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors;
      if (typeof key0 === "string") {
        if (!pattern4.test(key0)) {
          const err0 = { instancePath, schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key0, propertyName: key0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key0, propertyName: key0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err2 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid", schema: schema99.propertyNames, parentSchema: schema99, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (!validate63(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema99.type, parentSchema: schema99, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate62.errors = vErrors;
  return errors === 0;
}
validate62.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "role" || key0 === "workspaces" || key0 === "state" || key0 === "protect" || key0 === "until" || key0 === "reason")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema97, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data0 = data.role;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema91.type, parentSchema: schema91, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (!(data0 === "ORGANIZATION_OWNER" || data0 === "ORGANIZATION_BILLING_ADMIN" || data0 === "ORGANIZATION_MEMBER" || data0 === "ORGANIZATION_OBSERVE_ADMIN" || data0 === "ORGANIZATION_OBSERVE_MEMBER")) {
        const err2 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema91.enum }, message: "must be equal to one of the allowed values", schema: schema91.enum, parentSchema: schema91, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.workspaces !== void 0) {
      if (!validate62(data.workspaces, { instancePath: instancePath + "/workspaces", parentData: data, parentDataProperty: "workspaces", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
        errors = vErrors.length;
      }
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (typeof data2 !== "string") {
        const err3 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data2 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
      if (!(data2 === "present" || data2 === "absent")) {
        const err4 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data3 = data.protect;
      if (typeof data3 !== "boolean") {
        const err5 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data3 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data4 = data.until;
      if (typeof data4 === "string") {
        if (!pattern14.test(data4)) {
          const err6 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data4 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data5 = data.reason;
      if (typeof data5 === "string") {
        if (!pattern15.test(data5)) {
          const err8 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data5 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
  } else {
    const err10 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema97.type, parentSchema: schema97, data };
    if (vErrors === null) {
      vErrors = [err10];
    } else {
      vErrors.push(err10);
    }
    errors++;
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema122 = { "description": "A team. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "properties": { "description": { "description": "What the team is for.", "type": "string", "examples": ["Data engineering"] }, "role": { "description": "The organization role that the team gives to its members.", "$ref": "#/$defs/AstroOrganizationRole" }, "workspaces": { "description": "Exactly the workspace roles that the team gives to its members.", "$ref": "#/$defs/AstroWorkspaces" }, "members": { "description": "The people who must be in the team; `unlisted.teamMembers` decides about others.", "type": "array", "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/TeamMember" }, "examples": [[{ "list": "data-eng" }, "carol@acme.com"]] }, "previously": { "description": "Earlier names of the team, so that a rename is not a removal and a new team.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["data-engineering"]] }, "state": { "description": "`absent` removes the team.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the team or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the team is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the team lasts until then.", "$ref": "#/$defs/UntilReason" } } };
var schema124 = { "description": "A person's e-mail address, or `{ list: NAME }` for the people of a list.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/Email" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/ListReference" } }] };
var schema126 = { "description": "The people of a list.", "type": "object", "additionalProperties": false, "required": ["list"], "properties": { "list": { "description": "The list, by its name in `lists`.", "$ref": "#/$defs/Name", "examples": ["data-eng"] }, "until": { "description": "The day after which these people leave the team.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why they are in the team until then.", "$ref": "#/$defs/UntilReason" } } };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate77.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.list === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "list" }, message: "must have required property 'list'", schema: schema126.required, parentSchema: schema126, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "list" || key0 === "until" || key0 === "reason")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema126, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.list !== void 0) {
      let data0 = data.list;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err2 = { instancePath: instancePath + "/list", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/list", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data1 = data.until;
      if (typeof data1 === "string") {
        if (!pattern14.test(data1)) {
          const err4 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data2 = data.reason;
      if (typeof data2 === "string") {
        if (!pattern15.test(data2)) {
          const err6 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
  } else {
    const err8 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema126.type, parentSchema: schema126, data };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
  }
  validate77.errors = vErrors;
  return errors === 0;
}
validate77.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema124.type }, message: "must be string,object", schema: schema124.type, parentSchema: schema124, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data === "string") {
      if (!pattern30.test(data)) {
        const err2 = { instancePath, schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema124.allOf[0].if, parentSchema: schema124.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate77(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props0 = true;
    }
  }
  if (!valid3) {
    const err6 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema124.allOf[1].if, parentSchema: schema124.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate76.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate76.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate74(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate74.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func15.call(schema122.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema122, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.description !== void 0) {
      let data0 = data.description;
      if (typeof data0 !== "string") {
        const err1 = { instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema122.properties.description.type, parentSchema: schema122.properties.description, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.role !== void 0) {
      let data1 = data.role;
      if (typeof data1 !== "string") {
        const err2 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema91.type, parentSchema: schema91, data: data1 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data1 === "ORGANIZATION_OWNER" || data1 === "ORGANIZATION_BILLING_ADMIN" || data1 === "ORGANIZATION_MEMBER" || data1 === "ORGANIZATION_OBSERVE_ADMIN" || data1 === "ORGANIZATION_OBSERVE_MEMBER")) {
        const err3 = { instancePath: instancePath + "/role", schemaPath: "#/$defs/AstroOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema91.enum }, message: "must be equal to one of the allowed values", schema: schema91.enum, parentSchema: schema91, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.workspaces !== void 0) {
      if (!validate62(data.workspaces, { instancePath: instancePath + "/workspaces", parentData: data, parentDataProperty: "workspaces", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
        errors = vErrors.length;
      }
    }
    if (data.members !== void 0) {
      let data3 = data.members;
      if (Array.isArray(data3)) {
        const len0 = data3.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate76(data3[i0], { instancePath: instancePath + "/members/" + i0, parentData: data3, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema122.properties.members.type, parentSchema: schema122.properties.members, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.previously !== void 0) {
      let data5 = data.previously;
      if (Array.isArray(data5)) {
        const len1 = data5.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data6 = data5[i1];
          if (typeof data6 === "string") {
            if (func1(data6) < 1) {
              const err5 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema122.properties.previously.items, data: data6 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema122.properties.previously.items.type, parentSchema: schema122.properties.previously.items, data: data6 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/previously", schemaPath: "#/properties/previously/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema122.properties.previously.type, parentSchema: schema122.properties.previously, data: data5 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data7 = data.state;
      if (typeof data7 !== "string") {
        const err8 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data7 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data7 === "present" || data7 === "absent")) {
        const err9 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data7 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data8 = data.protect;
      if (typeof data8 !== "boolean") {
        const err10 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data8 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data9 = data.until;
      if (typeof data9 === "string") {
        if (!pattern14.test(data9)) {
          const err11 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data9 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data9 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data10 = data.reason;
      if (typeof data10 === "string") {
        if (!pattern15.test(data10)) {
          const err13 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data10 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data10 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema122.type, parentSchema: schema122, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate74.errors = vErrors;
  return errors === 0;
}
validate74.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema134 = { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "Members that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Teams that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed team whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" }, "domains": { "description": "Domains that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "roleMappings": { "description": "Role mappings that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" } }, "examples": [{ "members": "keep", "teams": "remove" }] };
var schema135 = { "description": "`report` shows it as drift, `keep` only counts it, `remove` removes it.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/UnlistedWord" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/UnlistedRule" } }] };
var schema136 = { "description": "`report` shows it as drift, `keep` only counts it, `remove` removes it unless an identity provider made it.", "type": "string", "enum": ["report", "keep", "remove"] };
var schema137 = { "description": "A policy with its options.", "type": "object", "additionalProperties": false, "required": ["policy"], "properties": { "policy": { "description": "What to do.", "$ref": "#/$defs/UnlistedWord" }, "includeProvisioned": { "description": "Whether `remove` also removes what an identity provider made (by SCIM, group mapping or first login).", "type": "boolean" } }, "examples": [{ "policy": "remove", "includeProvisioned": true }] };
function validate83(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate83.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.policy === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "policy" }, message: "must have required property 'policy'", schema: schema137.required, parentSchema: schema137, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "policy" || key0 === "includeProvisioned")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema137, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.policy !== void 0) {
      let data0 = data.policy;
      if (typeof data0 !== "string") {
        const err2 = { instancePath: instancePath + "/policy", schemaPath: "#/$defs/UnlistedWord/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema136.type, parentSchema: schema136, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (!(data0 === "report" || data0 === "keep" || data0 === "remove")) {
        const err3 = { instancePath: instancePath + "/policy", schemaPath: "#/$defs/UnlistedWord/enum", keyword: "enum", params: { allowedValues: schema136.enum }, message: "must be equal to one of the allowed values", schema: schema136.enum, parentSchema: schema136, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.includeProvisioned !== void 0) {
      let data1 = data.includeProvisioned;
      if (typeof data1 !== "boolean") {
        const err4 = { instancePath: instancePath + "/includeProvisioned", schemaPath: "#/properties/includeProvisioned/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema137.properties.includeProvisioned.type, parentSchema: schema137.properties.includeProvisioned, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
  } else {
    const err5 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema137.type, parentSchema: schema137, data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  validate83.errors = vErrors;
  return errors === 0;
}
validate83.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate82(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate82.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema135.type }, message: "must be string,object", schema: schema135.type, parentSchema: schema135, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data !== "string") {
      const err2 = { instancePath, schemaPath: "#/$defs/UnlistedWord/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema136.type, parentSchema: schema136, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (!(data === "report" || data === "keep" || data === "remove")) {
      const err3 = { instancePath, schemaPath: "#/$defs/UnlistedWord/enum", keyword: "enum", params: { allowedValues: schema136.enum }, message: "must be equal to one of the allowed values", schema: schema136.enum, parentSchema: schema136, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema135.allOf[0].if, parentSchema: schema135.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate83(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate83.errors : vErrors.concat(validate83.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props0 = true;
    }
  }
  if (!valid3) {
    const err6 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema135.allOf[1].if, parentSchema: schema135.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  validate82.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate82.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate81(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate81.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "members" || key0 === "teams" || key0 === "teamMembers" || key0 === "domains" || key0 === "roleMappings")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema134, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      if (!validate82(data.members, { instancePath: instancePath + "/members", parentData: data, parentDataProperty: "members", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teams !== void 0) {
      if (!validate82(data.teams, { instancePath: instancePath + "/teams", parentData: data, parentDataProperty: "teams", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teamMembers !== void 0) {
      if (!validate82(data.teamMembers, { instancePath: instancePath + "/teamMembers", parentData: data, parentDataProperty: "teamMembers", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.domains !== void 0) {
      if (!validate82(data.domains, { instancePath: instancePath + "/domains", parentData: data, parentDataProperty: "domains", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.roleMappings !== void 0) {
      if (!validate82(data.roleMappings, { instancePath: instancePath + "/roleMappings", parentData: data, parentDataProperty: "roleMappings", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema134.type, parentSchema: schema134, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate81.errors = vErrors;
  return errors === 0;
}
validate81.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema139 = { "description": "Limits that stop a plan from being applied.", "type": "object", "additionalProperties": false, "properties": { "minOwners": { "description": "How many active owners must remain. Default 1.", "type": "integer", "minimum": 0, "examples": [2] }, "maxRemovals": { "description": "How much one plan may remove, by scope. A limit trips when removals exceed both its numbers.", "$ref": "#/$defs/MaxRemovals" }, "requiredOwners": { "description": "People each of whom must remain an owner who can log in. Trips where a plan takes that from one of them.", "type": "array", "uniqueItems": true, "items": { "description": "A person's e-mail address.", "$ref": "#/$defs/Email" }, "examples": [["alice@acme.com"]] }, "maxNewOwners": { "description": "How many people one plan may make owners, by a role of their own or of their team. A default role, JIT policy or role mapping that makes owners of people whom nobody has named is always beyond it. Without it there is no limit.", "type": "integer", "minimum": 0, "examples": [1] }, "denyWeakerLogin": { "description": "Whether a plan that makes logging in weaker trips. A domain is as weak as the weakest method that it allows: password, then google and github, then sso. It may lose methods, or change to others that are as strong. Weaker is also: an SSO connection that is removed or made inactive while its domain allows SSO, an identity provider detached, made inactive or taken from a domain, a login past SSO (a bypass link, `ssoDebug`), and a second factor no longer required. Default false.", "type": "boolean", "examples": [true] }, "requireSelf": { "description": "Whether a plan trips that takes away what orgwright's own requests stand on: today that is `apiAccessListRequired` of Atlas switched on, since the credential's access list may lack this machine's address. Default true.", "type": "boolean", "examples": [false] } } };
var schema140 = { "description": "How much one plan may remove, by scope.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "Members who leave an organization.", "$ref": "#/$defs/RemovalLimit" }, "teamMembers": { "description": "People who leave a team.", "$ref": "#/$defs/RemovalLimit" }, "teams": { "description": "Teams.", "$ref": "#/$defs/RemovalLimit" }, "roles": { "description": "Roles taken from people and teams that stay.", "$ref": "#/$defs/RemovalLimit" }, "domains": { "description": "Domains.", "$ref": "#/$defs/RemovalLimit" }, "roleMappings": { "description": "Role mappings.", "$ref": "#/$defs/RemovalLimit" }, "owners": { "description": "Owners who stop being owners.", "$ref": "#/$defs/RemovalLimit" } }, "examples": [{ "teamMembers": { "percent": 25, "atLeast": 5 } }] };
var schema141 = { "description": "Trips when removals exceed both `percent` of what is live and `atLeast`.", "type": "object", "additionalProperties": false, "properties": { "percent": { "description": "A share of what is live. Default 25.", "type": "number", "minimum": 0, "maximum": 100 }, "atLeast": { "description": "A number below which the share does not matter. Default 5.", "type": "integer", "minimum": 0 } } };
function validate92(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate92.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "members" || key0 === "teamMembers" || key0 === "teams" || key0 === "roles" || key0 === "domains" || key0 === "roleMappings" || key0 === "owners")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema140, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      let data0 = data.members;
      if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
        for (const key1 in data0) {
          if (!(key1 === "percent" || key1 === "atLeast")) {
            const err1 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data0 };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data0.percent !== void 0) {
          let data1 = data0.percent;
          if (typeof data1 == "number" && isFinite(data1)) {
            if (data1 > 100 || isNaN(data1)) {
              const err2 = { instancePath: instancePath + "/members/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data1 };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            if (data1 < 0 || isNaN(data1)) {
              const err3 = { instancePath: instancePath + "/members/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/members/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data0.atLeast !== void 0) {
          let data2 = data0.atLeast;
          if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
            const err5 = { instancePath: instancePath + "/members/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data2 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (typeof data2 == "number" && isFinite(data2)) {
            if (data2 < 0 || isNaN(data2)) {
              const err6 = { instancePath: instancePath + "/members/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data2 };
              if (vErrors === null) {
                vErrors = [err6];
              } else {
                vErrors.push(err6);
              }
              errors++;
            }
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data0 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.teamMembers !== void 0) {
      let data3 = data.teamMembers;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key2 in data3) {
          if (!(key2 === "percent" || key2 === "atLeast")) {
            const err8 = { instancePath: instancePath + "/teamMembers", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data3 };
            if (vErrors === null) {
              vErrors = [err8];
            } else {
              vErrors.push(err8);
            }
            errors++;
          }
        }
        if (data3.percent !== void 0) {
          let data4 = data3.percent;
          if (typeof data4 == "number" && isFinite(data4)) {
            if (data4 > 100 || isNaN(data4)) {
              const err9 = { instancePath: instancePath + "/teamMembers/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data4 };
              if (vErrors === null) {
                vErrors = [err9];
              } else {
                vErrors.push(err9);
              }
              errors++;
            }
            if (data4 < 0 || isNaN(data4)) {
              const err10 = { instancePath: instancePath + "/teamMembers/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data4 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/teamMembers/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data4 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.atLeast !== void 0) {
          let data5 = data3.atLeast;
          if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
            const err12 = { instancePath: instancePath + "/teamMembers/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data5 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
          if (typeof data5 == "number" && isFinite(data5)) {
            if (data5 < 0 || isNaN(data5)) {
              const err13 = { instancePath: instancePath + "/teamMembers/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data5 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
          }
        }
      } else {
        const err14 = { instancePath: instancePath + "/teamMembers", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data3 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
    if (data.teams !== void 0) {
      let data6 = data.teams;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key3 in data6) {
          if (!(key3 === "percent" || key3 === "atLeast")) {
            const err15 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data6 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data6.percent !== void 0) {
          let data7 = data6.percent;
          if (typeof data7 == "number" && isFinite(data7)) {
            if (data7 > 100 || isNaN(data7)) {
              const err16 = { instancePath: instancePath + "/teams/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data7 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
            if (data7 < 0 || isNaN(data7)) {
              const err17 = { instancePath: instancePath + "/teams/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data7 };
              if (vErrors === null) {
                vErrors = [err17];
              } else {
                vErrors.push(err17);
              }
              errors++;
            }
          } else {
            const err18 = { instancePath: instancePath + "/teams/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data6.atLeast !== void 0) {
          let data8 = data6.atLeast;
          if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
            const err19 = { instancePath: instancePath + "/teams/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data8 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          if (typeof data8 == "number" && isFinite(data8)) {
            if (data8 < 0 || isNaN(data8)) {
              const err20 = { instancePath: instancePath + "/teams/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data8 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data6 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.roles !== void 0) {
      let data9 = data.roles;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key4 in data9) {
          if (!(key4 === "percent" || key4 === "atLeast")) {
            const err22 = { instancePath: instancePath + "/roles", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data9 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        if (data9.percent !== void 0) {
          let data10 = data9.percent;
          if (typeof data10 == "number" && isFinite(data10)) {
            if (data10 > 100 || isNaN(data10)) {
              const err23 = { instancePath: instancePath + "/roles/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data10 };
              if (vErrors === null) {
                vErrors = [err23];
              } else {
                vErrors.push(err23);
              }
              errors++;
            }
            if (data10 < 0 || isNaN(data10)) {
              const err24 = { instancePath: instancePath + "/roles/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data10 };
              if (vErrors === null) {
                vErrors = [err24];
              } else {
                vErrors.push(err24);
              }
              errors++;
            }
          } else {
            const err25 = { instancePath: instancePath + "/roles/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data10 };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data9.atLeast !== void 0) {
          let data11 = data9.atLeast;
          if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
            const err26 = { instancePath: instancePath + "/roles/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data11 };
            if (vErrors === null) {
              vErrors = [err26];
            } else {
              vErrors.push(err26);
            }
            errors++;
          }
          if (typeof data11 == "number" && isFinite(data11)) {
            if (data11 < 0 || isNaN(data11)) {
              const err27 = { instancePath: instancePath + "/roles/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data11 };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
          }
        }
      } else {
        const err28 = { instancePath: instancePath + "/roles", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data9 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
    if (data.domains !== void 0) {
      let data12 = data.domains;
      if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
        for (const key5 in data12) {
          if (!(key5 === "percent" || key5 === "atLeast")) {
            const err29 = { instancePath: instancePath + "/domains", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data12 };
            if (vErrors === null) {
              vErrors = [err29];
            } else {
              vErrors.push(err29);
            }
            errors++;
          }
        }
        if (data12.percent !== void 0) {
          let data13 = data12.percent;
          if (typeof data13 == "number" && isFinite(data13)) {
            if (data13 > 100 || isNaN(data13)) {
              const err30 = { instancePath: instancePath + "/domains/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data13 };
              if (vErrors === null) {
                vErrors = [err30];
              } else {
                vErrors.push(err30);
              }
              errors++;
            }
            if (data13 < 0 || isNaN(data13)) {
              const err31 = { instancePath: instancePath + "/domains/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data13 };
              if (vErrors === null) {
                vErrors = [err31];
              } else {
                vErrors.push(err31);
              }
              errors++;
            }
          } else {
            const err32 = { instancePath: instancePath + "/domains/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data13 };
            if (vErrors === null) {
              vErrors = [err32];
            } else {
              vErrors.push(err32);
            }
            errors++;
          }
        }
        if (data12.atLeast !== void 0) {
          let data14 = data12.atLeast;
          if (!(typeof data14 == "number" && (!(data14 % 1) && !isNaN(data14)) && isFinite(data14))) {
            const err33 = { instancePath: instancePath + "/domains/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data14 };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
          if (typeof data14 == "number" && isFinite(data14)) {
            if (data14 < 0 || isNaN(data14)) {
              const err34 = { instancePath: instancePath + "/domains/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data14 };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
          }
        }
      } else {
        const err35 = { instancePath: instancePath + "/domains", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data12 };
        if (vErrors === null) {
          vErrors = [err35];
        } else {
          vErrors.push(err35);
        }
        errors++;
      }
    }
    if (data.roleMappings !== void 0) {
      let data15 = data.roleMappings;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        for (const key6 in data15) {
          if (!(key6 === "percent" || key6 === "atLeast")) {
            const err36 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data15 };
            if (vErrors === null) {
              vErrors = [err36];
            } else {
              vErrors.push(err36);
            }
            errors++;
          }
        }
        if (data15.percent !== void 0) {
          let data16 = data15.percent;
          if (typeof data16 == "number" && isFinite(data16)) {
            if (data16 > 100 || isNaN(data16)) {
              const err37 = { instancePath: instancePath + "/roleMappings/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data16 };
              if (vErrors === null) {
                vErrors = [err37];
              } else {
                vErrors.push(err37);
              }
              errors++;
            }
            if (data16 < 0 || isNaN(data16)) {
              const err38 = { instancePath: instancePath + "/roleMappings/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data16 };
              if (vErrors === null) {
                vErrors = [err38];
              } else {
                vErrors.push(err38);
              }
              errors++;
            }
          } else {
            const err39 = { instancePath: instancePath + "/roleMappings/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data16 };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data15.atLeast !== void 0) {
          let data17 = data15.atLeast;
          if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
            const err40 = { instancePath: instancePath + "/roleMappings/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data17 };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
          if (typeof data17 == "number" && isFinite(data17)) {
            if (data17 < 0 || isNaN(data17)) {
              const err41 = { instancePath: instancePath + "/roleMappings/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data17 };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
          }
        }
      } else {
        const err42 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data15 };
        if (vErrors === null) {
          vErrors = [err42];
        } else {
          vErrors.push(err42);
        }
        errors++;
      }
    }
    if (data.owners !== void 0) {
      let data18 = data.owners;
      if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
        for (const key7 in data18) {
          if (!(key7 === "percent" || key7 === "atLeast")) {
            const err43 = { instancePath: instancePath + "/owners", schemaPath: "#/$defs/RemovalLimit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties", schema: false, parentSchema: schema141, data: data18 };
            if (vErrors === null) {
              vErrors = [err43];
            } else {
              vErrors.push(err43);
            }
            errors++;
          }
        }
        if (data18.percent !== void 0) {
          let data19 = data18.percent;
          if (typeof data19 == "number" && isFinite(data19)) {
            if (data19 > 100 || isNaN(data19)) {
              const err44 = { instancePath: instancePath + "/owners/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/maximum", keyword: "maximum", params: { comparison: "<=", limit: 100 }, message: "must be <= 100", schema: 100, parentSchema: schema141.properties.percent, data: data19 };
              if (vErrors === null) {
                vErrors = [err44];
              } else {
                vErrors.push(err44);
              }
              errors++;
            }
            if (data19 < 0 || isNaN(data19)) {
              const err45 = { instancePath: instancePath + "/owners/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.percent, data: data19 };
              if (vErrors === null) {
                vErrors = [err45];
              } else {
                vErrors.push(err45);
              }
              errors++;
            }
          } else {
            const err46 = { instancePath: instancePath + "/owners/percent", schemaPath: "#/$defs/RemovalLimit/properties/percent/type", keyword: "type", params: { type: "number" }, message: "must be number", schema: schema141.properties.percent.type, parentSchema: schema141.properties.percent, data: data19 };
            if (vErrors === null) {
              vErrors = [err46];
            } else {
              vErrors.push(err46);
            }
            errors++;
          }
        }
        if (data18.atLeast !== void 0) {
          let data20 = data18.atLeast;
          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
            const err47 = { instancePath: instancePath + "/owners/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema141.properties.atLeast.type, parentSchema: schema141.properties.atLeast, data: data20 };
            if (vErrors === null) {
              vErrors = [err47];
            } else {
              vErrors.push(err47);
            }
            errors++;
          }
          if (typeof data20 == "number" && isFinite(data20)) {
            if (data20 < 0 || isNaN(data20)) {
              const err48 = { instancePath: instancePath + "/owners/atLeast", schemaPath: "#/$defs/RemovalLimit/properties/atLeast/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema141.properties.atLeast, data: data20 };
              if (vErrors === null) {
                vErrors = [err48];
              } else {
                vErrors.push(err48);
              }
              errors++;
            }
          }
        }
      } else {
        const err49 = { instancePath: instancePath + "/owners", schemaPath: "#/$defs/RemovalLimit/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema141.type, parentSchema: schema141, data: data18 };
        if (vErrors === null) {
          vErrors = [err49];
        } else {
          vErrors.push(err49);
        }
        errors++;
      }
    }
  } else {
    const err50 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema140.type, parentSchema: schema140, data };
    if (vErrors === null) {
      vErrors = [err50];
    } else {
      vErrors.push(err50);
    }
    errors++;
  }
  validate92.errors = vErrors;
  return errors === 0;
}
validate92.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate91(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate91.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "minOwners" || key0 === "maxRemovals" || key0 === "requiredOwners" || key0 === "maxNewOwners" || key0 === "denyWeakerLogin" || key0 === "requireSelf")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema139, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.minOwners !== void 0) {
      let data0 = data.minOwners;
      if (!(typeof data0 == "number" && (!(data0 % 1) && !isNaN(data0)) && isFinite(data0))) {
        const err1 = { instancePath: instancePath + "/minOwners", schemaPath: "#/properties/minOwners/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema139.properties.minOwners.type, parentSchema: schema139.properties.minOwners, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      if (typeof data0 == "number" && isFinite(data0)) {
        if (data0 < 0 || isNaN(data0)) {
          const err2 = { instancePath: instancePath + "/minOwners", schemaPath: "#/properties/minOwners/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema139.properties.minOwners, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
    if (data.maxRemovals !== void 0) {
      if (!validate92(data.maxRemovals, { instancePath: instancePath + "/maxRemovals", parentData: data, parentDataProperty: "maxRemovals", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate92.errors : vErrors.concat(validate92.errors);
        errors = vErrors.length;
      }
    }
    if (data.requiredOwners !== void 0) {
      let data2 = data.requiredOwners;
      if (Array.isArray(data2)) {
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern30.test(data3)) {
              const err3 = { instancePath: instancePath + "/requiredOwners/" + i0, schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data: data3 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/requiredOwners/" + i0, schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data: data3 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        let i1 = data2.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data2[i1], data2[j0])) {
                  const err5 = { instancePath: instancePath + "/requiredOwners", schemaPath: "#/properties/requiredOwners/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema139.properties.requiredOwners, data: data2 };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err6 = { instancePath: instancePath + "/requiredOwners", schemaPath: "#/properties/requiredOwners/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema139.properties.requiredOwners.type, parentSchema: schema139.properties.requiredOwners, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.maxNewOwners !== void 0) {
      let data4 = data.maxNewOwners;
      if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
        const err7 = { instancePath: instancePath + "/maxNewOwners", schemaPath: "#/properties/maxNewOwners/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema139.properties.maxNewOwners.type, parentSchema: schema139.properties.maxNewOwners, data: data4 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data4 == "number" && isFinite(data4)) {
        if (data4 < 0 || isNaN(data4)) {
          const err8 = { instancePath: instancePath + "/maxNewOwners", schemaPath: "#/properties/maxNewOwners/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0", schema: 0, parentSchema: schema139.properties.maxNewOwners, data: data4 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
    }
    if (data.denyWeakerLogin !== void 0) {
      let data5 = data.denyWeakerLogin;
      if (typeof data5 !== "boolean") {
        const err9 = { instancePath: instancePath + "/denyWeakerLogin", schemaPath: "#/properties/denyWeakerLogin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema139.properties.denyWeakerLogin.type, parentSchema: schema139.properties.denyWeakerLogin, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.requireSelf !== void 0) {
      let data6 = data.requireSelf;
      if (typeof data6 !== "boolean") {
        const err10 = { instancePath: instancePath + "/requireSelf", schemaPath: "#/properties/requireSelf/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema139.properties.requireSelf.type, parentSchema: schema139.properties.requireSelf, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
  } else {
    const err11 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema139.type, parentSchema: schema139, data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate91.errors = vErrors;
  return errors === 0;
}
validate91.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate48.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema76.required, parentSchema: schema76, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema76.required, parentSchema: schema76, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func15.call(schema76.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema76, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("astro" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "astro" }, message: "must be equal to constant", schema: "astro", parentSchema: schema76.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.provider !== void 0) {
      let data1 = data.provider;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err4 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data2 = data.id;
      if (typeof data2 === "string") {
        if (!pattern29.test(data2)) {
          const err6 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"', schema: "^[A-Za-z0-9_-]+$", parentSchema: schema76.properties.id, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/id", schemaPath: "#/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema76.properties.id.type, parentSchema: schema76.properties.id, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.settings !== void 0) {
      if (!validate49(data.settings, { instancePath: instancePath + "/settings", parentData: data, parentDataProperty: "settings", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate49.errors : vErrors.concat(validate49.errors);
        errors = vErrors.length;
      }
    }
    if (data.scim !== void 0) {
      let data4 = data.scim;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.enabled === void 0) {
          const err8 = { instancePath: instancePath + "/scim", schemaPath: "#/$defs/AstroScim/required", keyword: "required", params: { missingProperty: "enabled" }, message: "must have required property 'enabled'", schema: schema80.required, parentSchema: schema80, data: data4 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        for (const key1 in data4) {
          if (!(key1 === "enabled")) {
            const err9 = { instancePath: instancePath + "/scim", schemaPath: "#/$defs/AstroScim/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema80, data: data4 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data4.enabled !== void 0) {
          let data5 = data4.enabled;
          if (typeof data5 !== "boolean") {
            const err10 = { instancePath: instancePath + "/scim/enabled", schemaPath: "#/$defs/AstroScim/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema80.properties.enabled.type, parentSchema: schema80.properties.enabled, data: data5 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/scim", schemaPath: "#/$defs/AstroScim/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema80.type, parentSchema: schema80, data: data4 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.authentication !== void 0) {
      if (!validate51(data.authentication, { instancePath: instancePath + "/authentication", parentData: data, parentDataProperty: "authentication", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
        errors = vErrors.length;
      }
    }
    if (data.members !== void 0) {
      let data7 = data.members;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key2 in data7) {
          const _errs18 = errors;
          if (typeof key2 === "string") {
            if (!pattern30.test(key2)) {
              const err12 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data: key2, propertyName: key2 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data: key2, propertyName: key2 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var valid4 = _errs18 === errors;
          if (!valid4) {
            const err14 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/propertyNames", keyword: "propertyNames", params: { propertyName: key2 }, message: "property name must be valid", schema: schema76.properties.members.propertyNames, parentSchema: schema76.properties.members, data: data7 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        for (const key3 in data7) {
          if (!validate61(data7[key3], { instancePath: instancePath + "/members/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key3, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema76.properties.members.type, parentSchema: schema76.properties.members, data: data7 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.memberLists !== void 0) {
      let data9 = data.memberLists;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key4 in data9) {
          const _errs25 = errors;
          if (typeof key4 === "string") {
            if (!pattern4.test(key4)) {
              const err16 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key4, propertyName: key4 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key4, propertyName: key4 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          var valid7 = _errs25 === errors;
          if (!valid7) {
            const err18 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/propertyNames", keyword: "propertyNames", params: { propertyName: key4 }, message: "property name must be valid", schema: schema76.properties.memberLists.propertyNames, parentSchema: schema76.properties.memberLists, data: data9 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        for (const key5 in data9) {
          if (!validate61(data9[key5], { instancePath: instancePath + "/memberLists/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data9, parentDataProperty: key5, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema76.properties.memberLists.type, parentSchema: schema76.properties.memberLists, data: data9 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.teams !== void 0) {
      let data11 = data.teams;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        for (const key6 in data11) {
          const _errs32 = errors;
          if (typeof key6 === "string") {
            if (!pattern4.test(key6)) {
              const err20 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key6, propertyName: key6 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key6, propertyName: key6 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          var valid10 = _errs32 === errors;
          if (!valid10) {
            const err22 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/propertyNames", keyword: "propertyNames", params: { propertyName: key6 }, message: "property name must be valid", schema: schema76.properties.teams.propertyNames, parentSchema: schema76.properties.teams, data: data11 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        for (const key7 in data11) {
          if (!validate74(data11[key7], { instancePath: instancePath + "/teams/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data11, parentDataProperty: key7, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate74.errors : vErrors.concat(validate74.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema76.properties.teams.type, parentSchema: schema76.properties.teams, data: data11 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.unlisted !== void 0) {
      if (!validate81(data.unlisted, { instancePath: instancePath + "/unlisted", parentData: data, parentDataProperty: "unlisted", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate81.errors : vErrors.concat(validate81.errors);
        errors = vErrors.length;
      }
    }
    if (data.guards !== void 0) {
      if (!validate91(data.guards, { instancePath: instancePath + "/guards", parentData: data, parentDataProperty: "guards", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
    }
    if (data.protect !== void 0) {
      let data15 = data.protect;
      if (typeof data15 !== "boolean") {
        const err24 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data15 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
  } else {
    const err25 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema76.type, parentSchema: schema76, data };
    if (vErrors === null) {
      vErrors = [err25];
    } else {
      vErrors.push(err25);
    }
    errors++;
  }
  validate48.errors = vErrors;
  return errors === 0;
}
validate48.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema150 = { "description": "A MongoDB Atlas organization. A key that is absent is not managed.", "type": "object", "additionalProperties": false, "required": ["type", "id"], "properties": { "type": { "description": "MongoDB Atlas.", "const": "atlas" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "id": { "description": "The organization's id, as Atlas shows it in the organization's settings. Keep the quotes: without them some ids are numbers.", "$ref": "#/$defs/AtlasId", "examples": ["5f0000000000000000000001"] }, "connection": { "description": "`disconnected` takes the organization out of its federation, which no API can undo: only the Atlas console connects it again. `connected` is checked; making it so is a manual step.", "type": "string", "enum": ["connected", "disconnected"] }, "settings": { "description": "The organization's own settings.", "$ref": "#/$defs/AtlasSettings" }, "authentication": { "description": "How people may log in and what they get: the organization in its federation.", "$ref": "#/$defs/AtlasAuthentication" }, "members": { "description": "The people who must be members, by e-mail address. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Email" }, "additionalProperties": { "description": "A member, by e-mail address.", "$ref": "#/$defs/AtlasMember" }, "examples": [{ "alice@acme.com": { "roles": ["ORG_OWNER"] }, "carol@acme.com": {} }] }, "memberLists": { "description": "Members by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/AtlasMember" }, "examples": [{ "data-eng": { "roles": ["ORG_MEMBER"] } }] }, "teams": { "description": "The teams that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A team, by name.", "$ref": "#/$defs/AtlasTeam" }, "examples": [{ "dba": { "members": ["alice@acme.com"], "projects": { "payments": ["GROUP_OWNER"] } } }] }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/AtlasUnlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } };
var schema152 = { "description": "An Atlas id: 24 hexadecimal digits.", "type": "string", "pattern": "^[a-f0-9]{24}$", "examples": ["5f0000000000000000000001"] };
var pattern54 = new RegExp("^[a-f0-9]{24}$", "u");
var schema153 = { "description": "An organization's own settings.", "type": "object", "additionalProperties": false, "properties": { "name": { "description": "The name that people see: at most 64 letters, digits, spaces and -_.(),:&@+'.", "type": "string", "pattern": "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$", "examples": ["Acme Atlas"] }, "apiAccessListRequired": { "description": "Whether the API is open to listed addresses only. Switched on from an address that is not listed, it locks orgwright out.", "type": "boolean" }, "multiFactorAuthRequired": { "description": "Whether people need a second factor.", "type": "boolean" }, "restrictEmployeeAccess": { "description": "Whether MongoDB's own staff need consent to reach the infrastructure of databases.", "type": "boolean" }, "genAIFeaturesEnabled": { "description": "Whether features with generative AI are on.", "type": "boolean" }, "maxServiceAccountSecretValidityInHours": { "description": "How long a new service account secret may be valid, in hours: 8 to 8760 (a year).", "type": "integer", "minimum": 8, "maximum": 8760, "examples": [2160] }, "securityContact": { "description": "The e-mail address that gets security notices; `none` for no contact.", "$ref": "#/$defs/AtlasContact" } } };
var schema154 = { "description": "An e-mail address, or `none`.", "type": "string", "pattern": "^(?:none|[^\\s@]+@[^\\s@]+)$", "examples": ["security@acme.com"] };
var pattern55 = new RegExp("^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$", "u");
var pattern56 = new RegExp("^(?:none|[^\\s@]+@[^\\s@]+)$", "u");
function validate97(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate97.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "name" || key0 === "apiAccessListRequired" || key0 === "multiFactorAuthRequired" || key0 === "restrictEmployeeAccess" || key0 === "genAIFeaturesEnabled" || key0 === "maxServiceAccountSecretValidityInHours" || key0 === "securityContact")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema153, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data0 = data.name;
      if (typeof data0 === "string") {
        if (!pattern55.test(data0)) {
          const err1 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/pattern", keyword: "pattern", params: { pattern: "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$" }, message: `must match pattern "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$"`, schema: "^[\\p{L}\\p{N} \\-_.(),:&@+']{1,64}$", parentSchema: schema153.properties.name, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema153.properties.name.type, parentSchema: schema153.properties.name, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.apiAccessListRequired !== void 0) {
      let data1 = data.apiAccessListRequired;
      if (typeof data1 !== "boolean") {
        const err3 = { instancePath: instancePath + "/apiAccessListRequired", schemaPath: "#/properties/apiAccessListRequired/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema153.properties.apiAccessListRequired.type, parentSchema: schema153.properties.apiAccessListRequired, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.multiFactorAuthRequired !== void 0) {
      let data2 = data.multiFactorAuthRequired;
      if (typeof data2 !== "boolean") {
        const err4 = { instancePath: instancePath + "/multiFactorAuthRequired", schemaPath: "#/properties/multiFactorAuthRequired/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema153.properties.multiFactorAuthRequired.type, parentSchema: schema153.properties.multiFactorAuthRequired, data: data2 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.restrictEmployeeAccess !== void 0) {
      let data3 = data.restrictEmployeeAccess;
      if (typeof data3 !== "boolean") {
        const err5 = { instancePath: instancePath + "/restrictEmployeeAccess", schemaPath: "#/properties/restrictEmployeeAccess/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema153.properties.restrictEmployeeAccess.type, parentSchema: schema153.properties.restrictEmployeeAccess, data: data3 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.genAIFeaturesEnabled !== void 0) {
      let data4 = data.genAIFeaturesEnabled;
      if (typeof data4 !== "boolean") {
        const err6 = { instancePath: instancePath + "/genAIFeaturesEnabled", schemaPath: "#/properties/genAIFeaturesEnabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema153.properties.genAIFeaturesEnabled.type, parentSchema: schema153.properties.genAIFeaturesEnabled, data: data4 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.maxServiceAccountSecretValidityInHours !== void 0) {
      let data5 = data.maxServiceAccountSecretValidityInHours;
      if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
        const err7 = { instancePath: instancePath + "/maxServiceAccountSecretValidityInHours", schemaPath: "#/properties/maxServiceAccountSecretValidityInHours/type", keyword: "type", params: { type: "integer" }, message: "must be integer", schema: schema153.properties.maxServiceAccountSecretValidityInHours.type, parentSchema: schema153.properties.maxServiceAccountSecretValidityInHours, data: data5 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (typeof data5 == "number" && isFinite(data5)) {
        if (data5 > 8760 || isNaN(data5)) {
          const err8 = { instancePath: instancePath + "/maxServiceAccountSecretValidityInHours", schemaPath: "#/properties/maxServiceAccountSecretValidityInHours/maximum", keyword: "maximum", params: { comparison: "<=", limit: 8760 }, message: "must be <= 8760", schema: 8760, parentSchema: schema153.properties.maxServiceAccountSecretValidityInHours, data: data5 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
        if (data5 < 8 || isNaN(data5)) {
          const err9 = { instancePath: instancePath + "/maxServiceAccountSecretValidityInHours", schemaPath: "#/properties/maxServiceAccountSecretValidityInHours/minimum", keyword: "minimum", params: { comparison: ">=", limit: 8 }, message: "must be >= 8", schema: 8, parentSchema: schema153.properties.maxServiceAccountSecretValidityInHours, data: data5 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      }
    }
    if (data.securityContact !== void 0) {
      let data6 = data.securityContact;
      if (typeof data6 === "string") {
        if (!pattern56.test(data6)) {
          const err10 = { instancePath: instancePath + "/securityContact", schemaPath: "#/$defs/AtlasContact/pattern", keyword: "pattern", params: { pattern: "^(?:none|[^\\s@]+@[^\\s@]+)$" }, message: 'must match pattern "^(?:none|[^\\s@]+@[^\\s@]+)$"', schema: "^(?:none|[^\\s@]+@[^\\s@]+)$", parentSchema: schema154, data: data6 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/securityContact", schemaPath: "#/$defs/AtlasContact/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema154.type, parentSchema: schema154, data: data6 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema153.type, parentSchema: schema153, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate97.errors = vErrors;
  return errors === 0;
}
validate97.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema155 = { "description": "How people may log in and what they get: the organization's part of its federation.", "type": "object", "additionalProperties": false, "properties": { "identityProvider": { "description": "The identity provider for logging in to the Atlas console, by its name in `identityProviders`; it must be a SAML one. `none` detaches the organization from its identity provider.", "$ref": "#/$defs/Name", "examples": ["acme-okta"] }, "dataAccessIdentityProviders": { "description": "Exactly the OIDC identity providers for access to databases, by their names in `identityProviders`.", "type": "array", "uniqueItems": true, "items": { "description": "An OIDC identity provider.", "$ref": "#/$defs/Name" }, "examples": [["acme-oidc"]] }, "jit": { "description": "Whether people of the identity provider join at their first login (`enabled`) or only by invitation (`none`).", "type": "string", "enum": ["enabled", "none"] }, "defaultRoles": { "description": "Exactly the roles of those who join at first login and have no role by a mapping. Needs an identity provider.", "type": "array", "uniqueItems": true, "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" }, "examples": [["ORG_MEMBER"]] }, "allowedDomains": { "description": "Exactly the domains whose people may join; `any` lifts the restriction. Members of other domains stay.", "$ref": "#/$defs/AtlasAllowedDomains" }, "roleMappings": { "description": "Roles by the identity provider's group name, given at login. `unlisted.roleMappings` decides about other mappings. Needs an identity provider.", "type": "object", "propertyNames": { "$ref": "#/$defs/AtlasGroupName" }, "additionalProperties": { "description": "What the group's people get.", "$ref": "#/$defs/AtlasRoleMapping" }, "examples": [{ "atlas-admins": { "roles": ["ORG_OWNER"] }, "payments-dev": { "roles": ["ORG_MEMBER"], "projects": { "payments": ["GROUP_DATA_ACCESS_READ_WRITE"] } } }] } } };
var schema158 = { "description": "An organization role.", "type": "string", "enum": ["ORG_OWNER", "ORG_MEMBER", "ORG_GROUP_CREATOR", "ORG_BILLING_ADMIN", "ORG_BILLING_READ_ONLY", "ORG_STREAM_PROCESSING_ADMIN", "ORG_READ_ONLY"] };
var schema161 = { "description": "The name of a group at the identity provider, exactly as it sends it: 1 to 200 characters.", "type": "string", "minLength": 1, "maxLength": 200 };
var schema159 = { "description": "Domains, or `any` for no restriction.", "examples": [["acme.com", "contractor.example"], "any"], "type": ["string", "array"], "allOf": [{ "if": { "type": "string" }, "then": { "type": "string", "enum": ["any"] } }, { "if": { "type": "array" }, "then": { "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "A domain.", "$ref": "#/$defs/Domain" } } }] };
function validate100(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate100.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !Array.isArray(data)) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema159.type }, message: "must be string,array", schema: schema159.type, parentSchema: schema159, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data !== "string") {
      const err2 = { instancePath, schemaPath: "#/allOf/0/then/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema159.allOf[0].then.type, parentSchema: schema159.allOf[0].then, data };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (!(data === "any")) {
      const err3 = { instancePath, schemaPath: "#/allOf/0/then/enum", keyword: "enum", params: { allowedValues: schema159.allOf[0].then.enum }, message: "must be equal to one of the allowed values", schema: schema159.allOf[0].then.enum, parentSchema: schema159.allOf[0].then, data };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err4 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema159.allOf[0].if, parentSchema: schema159.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  const _errs8 = errors;
  let valid2 = true;
  const _errs9 = errors;
  if (!Array.isArray(data)) {
    const err5 = {};
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  var _valid1 = _errs9 === errors;
  errors = _errs8;
  if (vErrors !== null) {
    if (_errs8) {
      vErrors.length = _errs8;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs11 = errors;
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err6 = { instancePath, schemaPath: "#/allOf/1/then/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema159.allOf[1].then, data };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        let data0 = data[i0];
        if (typeof data0 === "string") {
          if (!pattern19.test(data0)) {
            const err7 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/Domain/pattern", keyword: "pattern", params: { pattern: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$" }, message: 'must match pattern "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$"', schema: "^(?:[A-Za-z0-9_](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\\.)+[A-Za-z0-9-]{2,63}$", parentSchema: schema58, data: data0 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        } else {
          const err8 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/Domain/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema58.type, parentSchema: schema58, data: data0 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      }
      let i1 = data.length;
      let j0;
      if (i1 > 1) {
        outer0:
          for (; i1--; ) {
            for (j0 = i1; j0--; ) {
              if (func0(data[i1], data[j0])) {
                const err9 = { instancePath, schemaPath: "#/allOf/1/then/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema159.allOf[1].then, data };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
                break outer0;
              }
            }
          }
      }
    } else {
      const err10 = { instancePath, schemaPath: "#/allOf/1/then/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema159.allOf[1].then.type, parentSchema: schema159.allOf[1].then, data };
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
    var _valid1 = _errs11 === errors;
    valid2 = _valid1;
    if (valid2) {
      var items0 = true;
    }
  }
  if (!valid2) {
    const err11 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema159.allOf[1].if, parentSchema: schema159.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  validate100.errors = vErrors;
  evaluated0.items = items0;
  return errors === 0;
}
validate100.evaluated = { "dynamicProps": false, "dynamicItems": true };
var schema162 = { "description": "What a group's people get, exactly.", "type": "object", "additionalProperties": false, "examples": [{ "roles": ["ORG_MEMBER"], "projects": { "payments": ["GROUP_READ_ONLY"] } }, { "state": "absent" }], "properties": { "roles": { "description": "Exactly the organization roles; Atlas demands at least one. Needed unless the mapping is to be absent.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["ORG_MEMBER"]], "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" } }, "projects": { "description": "Exactly the project roles that the group's people get; `{}` for none.", "$ref": "#/$defs/AtlasProjects" }, "state": { "description": "`absent` removes the mapping.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the mapping trips the guard `protect`.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the mapping is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the mapping lasts until then.", "$ref": "#/$defs/UntilReason" } } };
var schema164 = { "description": "Project roles, by the project's name.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "The roles in this project.", "$ref": "#/$defs/AtlasProjectEntry" }, "examples": [{ "payments": ["GROUP_OWNER"] }] };
var schema166 = { "description": "Project roles, or an object that adds the project's id.", "type": ["array", "object"], "allOf": [{ "if": { "type": "array" }, "then": { "$ref": "#/$defs/AtlasProjectRoles" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/AtlasProjectGrant" } }] };
var schema167 = { "description": "Exactly the roles in this project.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["GROUP_READ_ONLY"]], "items": { "description": "A project role.", "$ref": "#/$defs/AtlasProjectRole" } };
var schema168 = { "description": "A project role: its name begins with GROUP_. A role that orgwright does not know is a warning, since Atlas adds some from time to time.", "type": "string", "pattern": "^GROUP_[A-Z0-9_]+$", "examples": ["GROUP_OWNER", "GROUP_READ_ONLY", "GROUP_DATA_ACCESS_READ_WRITE"] };
var pattern61 = new RegExp("^GROUP_[A-Z0-9_]+$", "u");
function validate105(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate105.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (Array.isArray(data)) {
    if (data.length < 1) {
      const err0 = { instancePath, schemaPath: "#/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema167, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    const len0 = data.length;
    for (let i0 = 0; i0 < len0; i0++) {
      let data0 = data[i0];
      if (typeof data0 === "string") {
        if (!pattern61.test(data0)) {
          const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/AtlasProjectRole/pattern", keyword: "pattern", params: { pattern: "^GROUP_[A-Z0-9_]+$" }, message: 'must match pattern "^GROUP_[A-Z0-9_]+$"', schema: "^GROUP_[A-Z0-9_]+$", parentSchema: schema168, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/" + i0, schemaPath: "#/$defs/AtlasProjectRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema168.type, parentSchema: schema168, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    let i1 = data.length;
    let j0;
    if (i1 > 1) {
      outer0:
        for (; i1--; ) {
          for (j0 = i1; j0--; ) {
            if (func0(data[i1], data[j0])) {
              const err3 = { instancePath, schemaPath: "#/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema167, data };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
              break outer0;
            }
          }
        }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema167.type, parentSchema: schema167, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate105.errors = vErrors;
  return errors === 0;
}
validate105.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
var schema169 = { "description": "The roles in a project whose name is ambiguous.", "type": "object", "additionalProperties": false, "required": ["roles"], "examples": [{ "id": "5c0000000000000000000001", "roles": ["GROUP_OWNER"] }], "properties": { "id": { "description": "The project's id, where its name is ambiguous.", "$ref": "#/$defs/AtlasId" }, "roles": { "description": "Exactly the roles in this project.", "$ref": "#/$defs/AtlasProjectRoles" } } };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate107.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.roles === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "roles" }, message: "must have required property 'roles'", schema: schema169.required, parentSchema: schema169, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "id" || key0 === "roles")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema169, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data0 = data.id;
      if (typeof data0 === "string") {
        if (!pattern54.test(data0)) {
          const err2 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/AtlasId/pattern", keyword: "pattern", params: { pattern: "^[a-f0-9]{24}$" }, message: 'must match pattern "^[a-f0-9]{24}$"', schema: "^[a-f0-9]{24}$", parentSchema: schema152, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/AtlasId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema152.type, parentSchema: schema152, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.roles !== void 0) {
      if (!validate105(data.roles, { instancePath: instancePath + "/roles", parentData: data, parentDataProperty: "roles", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err4 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema169.type, parentSchema: schema169, data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate107.errors = vErrors;
  return errors === 0;
}
validate107.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate104(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate104.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (!data || typeof data != "object") {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema166.type }, message: "must be array,object", schema: schema166.type, parentSchema: schema166, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (!Array.isArray(data)) {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (!validate105(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate105.errors : vErrors.concat(validate105.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
    if (valid1) {
      var items0 = true;
    }
  }
  if (!valid1) {
    const err2 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema166.allOf[0].if, parentSchema: schema166.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
  }
  const _errs7 = errors;
  let valid2 = true;
  const _errs8 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err3 = {};
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  var _valid1 = _errs8 === errors;
  errors = _errs7;
  if (vErrors !== null) {
    if (_errs7) {
      vErrors.length = _errs7;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs10 = errors;
    if (!validate107(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs10 === errors;
    valid2 = _valid1;
    if (valid2) {
      var props0 = true;
    }
  }
  if (!valid2) {
    const err4 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema166.allOf[1].if, parentSchema: schema166.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
  }
  validate104.errors = vErrors;
  evaluated0.props = props0;
  evaluated0.items = items0;
  return errors === 0;
}
validate104.evaluated = { "dynamicProps": true, "dynamicItems": true };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate103.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      const _errs1 = errors;
      if (typeof key0 === "string") {
        if (!pattern4.test(key0)) {
          const err0 = { instancePath, schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key0, propertyName: key0 };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
      } else {
        const err1 = { instancePath, schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key0, propertyName: key0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
      var valid0 = _errs1 === errors;
      if (!valid0) {
        const err2 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 }, message: "property name must be valid", schema: schema164.propertyNames, parentSchema: schema164, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    for (const key1 in data) {
      if (!validate104(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data, parentDataProperty: key1, rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate104.errors : vErrors.concat(validate104.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err3 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema164.type, parentSchema: schema164, data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  validate103.errors = vErrors;
  return errors === 0;
}
validate103.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate102(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate102.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "roles" || key0 === "projects" || key0 === "state" || key0 === "protect" || key0 === "until" || key0 === "reason")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema162, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.roles !== void 0) {
      let data0 = data.roles;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema162.properties.roles, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string") {
            const err2 = { instancePath: instancePath + "/roles/" + i0, schemaPath: "#/$defs/AtlasOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema158.type, parentSchema: schema158, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (!(data1 === "ORG_OWNER" || data1 === "ORG_MEMBER" || data1 === "ORG_GROUP_CREATOR" || data1 === "ORG_BILLING_ADMIN" || data1 === "ORG_BILLING_READ_ONLY" || data1 === "ORG_STREAM_PROCESSING_ADMIN" || data1 === "ORG_READ_ONLY")) {
            const err3 = { instancePath: instancePath + "/roles/" + i0, schemaPath: "#/$defs/AtlasOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema158.enum }, message: "must be equal to one of the allowed values", schema: schema158.enum, parentSchema: schema158, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        let i1 = data0.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data0[i1], data0[j0])) {
                  const err4 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema162.properties.roles, data: data0 };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err5 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema162.properties.roles.type, parentSchema: schema162.properties.roles, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.projects !== void 0) {
      if (!validate103(data.projects, { instancePath: instancePath + "/projects", parentData: data, parentDataProperty: "projects", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
        errors = vErrors.length;
      }
    }
    if (data.state !== void 0) {
      let data3 = data.state;
      if (typeof data3 !== "string") {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data3 === "present" || data3 === "absent")) {
        const err7 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data4 = data.protect;
      if (typeof data4 !== "boolean") {
        const err8 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data4 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data5 = data.until;
      if (typeof data5 === "string") {
        if (!pattern14.test(data5)) {
          const err9 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data5 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data5 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data6 = data.reason;
      if (typeof data6 === "string") {
        if (!pattern15.test(data6)) {
          const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data6 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data6 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema162.type, parentSchema: schema162, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate102.errors = vErrors;
  return errors === 0;
}
validate102.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate99.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "identityProvider" || key0 === "dataAccessIdentityProviders" || key0 === "jit" || key0 === "defaultRoles" || key0 === "allowedDomains" || key0 === "roleMappings")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema155, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.identityProvider !== void 0) {
      let data0 = data.identityProvider;
      if (typeof data0 === "string") {
        if (!pattern4.test(data0)) {
          const err1 = { instancePath: instancePath + "/identityProvider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
      } else {
        const err2 = { instancePath: instancePath + "/identityProvider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.dataAccessIdentityProviders !== void 0) {
      let data1 = data.dataAccessIdentityProviders;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data2 = data1[i0];
          if (typeof data2 === "string") {
            if (!pattern4.test(data2)) {
              const err3 = { instancePath: instancePath + "/dataAccessIdentityProviders/" + i0, schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data2 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/dataAccessIdentityProviders/" + i0, schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data2 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        let i1 = data1.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data1[i1], data1[j0])) {
                  const err5 = { instancePath: instancePath + "/dataAccessIdentityProviders", schemaPath: "#/properties/dataAccessIdentityProviders/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema155.properties.dataAccessIdentityProviders, data: data1 };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err6 = { instancePath: instancePath + "/dataAccessIdentityProviders", schemaPath: "#/properties/dataAccessIdentityProviders/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema155.properties.dataAccessIdentityProviders.type, parentSchema: schema155.properties.dataAccessIdentityProviders, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.jit !== void 0) {
      let data3 = data.jit;
      if (typeof data3 !== "string") {
        const err7 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema155.properties.jit.type, parentSchema: schema155.properties.jit, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
      if (!(data3 === "enabled" || data3 === "none")) {
        const err8 = { instancePath: instancePath + "/jit", schemaPath: "#/properties/jit/enum", keyword: "enum", params: { allowedValues: schema155.properties.jit.enum }, message: "must be equal to one of the allowed values", schema: schema155.properties.jit.enum, parentSchema: schema155.properties.jit, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.defaultRoles !== void 0) {
      let data4 = data.defaultRoles;
      if (Array.isArray(data4)) {
        const len1 = data4.length;
        for (let i2 = 0; i2 < len1; i2++) {
          let data5 = data4[i2];
          if (typeof data5 !== "string") {
            const err9 = { instancePath: instancePath + "/defaultRoles/" + i2, schemaPath: "#/$defs/AtlasOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema158.type, parentSchema: schema158, data: data5 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          if (!(data5 === "ORG_OWNER" || data5 === "ORG_MEMBER" || data5 === "ORG_GROUP_CREATOR" || data5 === "ORG_BILLING_ADMIN" || data5 === "ORG_BILLING_READ_ONLY" || data5 === "ORG_STREAM_PROCESSING_ADMIN" || data5 === "ORG_READ_ONLY")) {
            const err10 = { instancePath: instancePath + "/defaultRoles/" + i2, schemaPath: "#/$defs/AtlasOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema158.enum }, message: "must be equal to one of the allowed values", schema: schema158.enum, parentSchema: schema158, data: data5 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        let i3 = data4.length;
        let j1;
        if (i3 > 1) {
          outer1:
            for (; i3--; ) {
              for (j1 = i3; j1--; ) {
                if (func0(data4[i3], data4[j1])) {
                  const err11 = { instancePath: instancePath + "/defaultRoles", schemaPath: "#/properties/defaultRoles/uniqueItems", keyword: "uniqueItems", params: { i: i3, j: j1 }, message: "must NOT have duplicate items (items ## " + j1 + " and " + i3 + " are identical)", schema: true, parentSchema: schema155.properties.defaultRoles, data: data4 };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                  break outer1;
                }
              }
            }
        }
      } else {
        const err12 = { instancePath: instancePath + "/defaultRoles", schemaPath: "#/properties/defaultRoles/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema155.properties.defaultRoles.type, parentSchema: schema155.properties.defaultRoles, data: data4 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.allowedDomains !== void 0) {
      if (!validate100(data.allowedDomains, { instancePath: instancePath + "/allowedDomains", parentData: data, parentDataProperty: "allowedDomains", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate100.errors : vErrors.concat(validate100.errors);
        errors = vErrors.length;
      }
    }
    if (data.roleMappings !== void 0) {
      let data7 = data.roleMappings;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key1 in data7) {
          const _errs20 = errors;
          if (typeof key1 === "string") {
            if (func1(key1) > 200) {
              const err13 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/$defs/AtlasGroupName/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters", schema: 200, parentSchema: schema161, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err13];
              } else {
                vErrors.push(err13);
              }
              errors++;
            }
            if (func1(key1) < 1) {
              const err14 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/$defs/AtlasGroupName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema161, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/$defs/AtlasGroupName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema161.type, parentSchema: schema161, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          var valid10 = _errs20 === errors;
          if (!valid10) {
            const err16 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/properties/roleMappings/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema155.properties.roleMappings.propertyNames, parentSchema: schema155.properties.roleMappings, data: data7 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        for (const key2 in data7) {
          if (!validate102(data7[key2], { instancePath: instancePath + "/roleMappings/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate102.errors : vErrors.concat(validate102.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/roleMappings", schemaPath: "#/properties/roleMappings/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema155.properties.roleMappings.type, parentSchema: schema155.properties.roleMappings, data: data7 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
  } else {
    const err18 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema155.type, parentSchema: schema155, data };
    if (vErrors === null) {
      vErrors = [err18];
    } else {
      vErrors.push(err18);
    }
    errors++;
  }
  validate99.errors = vErrors;
  return errors === 0;
}
validate99.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema176 = { "description": "A membership. `{}` means: a member, with any role; somebody new is invited as ORG_MEMBER.", "type": "object", "additionalProperties": false, "properties": { "roles": { "description": "Exactly the organization roles. Whom a role mapping applies to may get others at the next login.", "type": "array", "minItems": 1, "uniqueItems": true, "examples": [["ORG_OWNER"]], "items": { "description": "An organization role.", "$ref": "#/$defs/AtlasOrganizationRole" } }, "state": { "description": "`absent` removes the person from the organization.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the membership trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the membership is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the membership lasts until then.", "$ref": "#/$defs/UntilReason" } } };
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate114.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "roles" || key0 === "state" || key0 === "protect" || key0 === "until" || key0 === "reason")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema176, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.roles !== void 0) {
      let data0 = data.roles;
      if (Array.isArray(data0)) {
        if (data0.length < 1) {
          const err1 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema176.properties.roles, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (typeof data1 !== "string") {
            const err2 = { instancePath: instancePath + "/roles/" + i0, schemaPath: "#/$defs/AtlasOrganizationRole/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema158.type, parentSchema: schema158, data: data1 };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (!(data1 === "ORG_OWNER" || data1 === "ORG_MEMBER" || data1 === "ORG_GROUP_CREATOR" || data1 === "ORG_BILLING_ADMIN" || data1 === "ORG_BILLING_READ_ONLY" || data1 === "ORG_STREAM_PROCESSING_ADMIN" || data1 === "ORG_READ_ONLY")) {
            const err3 = { instancePath: instancePath + "/roles/" + i0, schemaPath: "#/$defs/AtlasOrganizationRole/enum", keyword: "enum", params: { allowedValues: schema158.enum }, message: "must be equal to one of the allowed values", schema: schema158.enum, parentSchema: schema158, data: data1 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        let i1 = data0.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data0[i1], data0[j0])) {
                  const err4 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema176.properties.roles, data: data0 };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err5 = { instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema176.properties.roles.type, parentSchema: schema176.properties.roles, data: data0 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data2 = data.state;
      if (typeof data2 !== "string") {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
      if (!(data2 === "present" || data2 === "absent")) {
        const err7 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data3 = data.protect;
      if (typeof data3 !== "boolean") {
        const err8 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data4 = data.until;
      if (typeof data4 === "string") {
        if (!pattern14.test(data4)) {
          const err9 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data4 };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
      } else {
        const err10 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data4 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data5 = data.reason;
      if (typeof data5 === "string") {
        if (!pattern15.test(data5)) {
          const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data5 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data5 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema176.type, parentSchema: schema176, data };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate114.errors = vErrors;
  return errors === 0;
}
validate114.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema184 = { "description": "A team. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "properties": { "members": { "description": "The people who must be in the team, at least one: Atlas has no empty teams. `unlisted.teamMembers` decides about others.", "type": "array", "examples": [[{ "list": "data-eng" }, "carol@acme.com"]], "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/TeamMember" } }, "projects": { "description": "Exactly the project roles that the team gives to its members.", "$ref": "#/$defs/AtlasProjects" }, "previously": { "description": "Earlier names of the team, so that a rename is not a removal and a new team.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["database-admins"]] }, "state": { "description": "`absent` removes the team.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the team or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the team is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the team lasts until then.", "$ref": "#/$defs/UntilReason" } } };
function validate117(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate117.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "members" || key0 === "projects" || key0 === "previously" || key0 === "state" || key0 === "protect" || key0 === "until" || key0 === "reason")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema184, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      let data0 = data.members;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate76(data0[i0], { instancePath: instancePath + "/members/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err1 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema184.properties.members.type, parentSchema: schema184.properties.members, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.projects !== void 0) {
      if (!validate103(data.projects, { instancePath: instancePath + "/projects", parentData: data, parentDataProperty: "projects", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
        errors = vErrors.length;
      }
    }
    if (data.previously !== void 0) {
      let data3 = data.previously;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err2 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema184.properties.previously.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
          } else {
            const err3 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema184.properties.previously.items.type, parentSchema: schema184.properties.previously.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/previously", schemaPath: "#/properties/previously/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema184.properties.previously.type, parentSchema: schema184.properties.previously, data: data3 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data5 = data.state;
      if (typeof data5 !== "string") {
        const err5 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data5 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data5 === "present" || data5 === "absent")) {
        const err6 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data5 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data6 = data.protect;
      if (typeof data6 !== "boolean") {
        const err7 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data6 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data7 = data.until;
      if (typeof data7 === "string") {
        if (!pattern14.test(data7)) {
          const err8 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data7 };
          if (vErrors === null) {
            vErrors = [err8];
          } else {
            vErrors.push(err8);
          }
          errors++;
        }
      } else {
        const err9 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data7 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data8 = data.reason;
      if (typeof data8 === "string") {
        if (!pattern15.test(data8)) {
          const err10 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data8 };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data8 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
  } else {
    const err12 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema184.type, parentSchema: schema184, data };
    if (vErrors === null) {
      vErrors = [err12];
    } else {
      vErrors.push(err12);
    }
    errors++;
  }
  validate117.errors = vErrors;
  return errors === 0;
}
validate117.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema189 = { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "examples": [{ "members": "keep", "roleMappings": "remove" }], "properties": { "members": { "description": "Members that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Teams that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed team whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" }, "roleMappings": { "description": "Role mappings that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" } } };
function validate121(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate121.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "members" || key0 === "teams" || key0 === "teamMembers" || key0 === "roleMappings")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema189, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      if (!validate82(data.members, { instancePath: instancePath + "/members", parentData: data, parentDataProperty: "members", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teams !== void 0) {
      if (!validate82(data.teams, { instancePath: instancePath + "/teams", parentData: data, parentDataProperty: "teams", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teamMembers !== void 0) {
      if (!validate82(data.teamMembers, { instancePath: instancePath + "/teamMembers", parentData: data, parentDataProperty: "teamMembers", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.roleMappings !== void 0) {
      if (!validate82(data.roleMappings, { instancePath: instancePath + "/roleMappings", parentData: data, parentDataProperty: "roleMappings", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema189.type, parentSchema: schema189, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate121.errors = vErrors;
  return errors === 0;
}
validate121.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate96.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.id === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'", schema: schema150.required, parentSchema: schema150, data };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func15.call(schema150.properties, key0)) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema150, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("atlas" !== data0) {
        const err3 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "atlas" }, message: "must be equal to constant", schema: "atlas", parentSchema: schema150.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.provider !== void 0) {
      let data1 = data.provider;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err4 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
      } else {
        const err5 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.id !== void 0) {
      let data2 = data.id;
      if (typeof data2 === "string") {
        if (!pattern54.test(data2)) {
          const err6 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/AtlasId/pattern", keyword: "pattern", params: { pattern: "^[a-f0-9]{24}$" }, message: 'must match pattern "^[a-f0-9]{24}$"', schema: "^[a-f0-9]{24}$", parentSchema: schema152, data: data2 };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
      } else {
        const err7 = { instancePath: instancePath + "/id", schemaPath: "#/$defs/AtlasId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema152.type, parentSchema: schema152, data: data2 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data3 = data.connection;
      if (typeof data3 !== "string") {
        const err8 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema150.properties.connection.type, parentSchema: schema150.properties.connection, data: data3 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data3 === "connected" || data3 === "disconnected")) {
        const err9 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/enum", keyword: "enum", params: { allowedValues: schema150.properties.connection.enum }, message: "must be equal to one of the allowed values", schema: schema150.properties.connection.enum, parentSchema: schema150.properties.connection, data: data3 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.settings !== void 0) {
      if (!validate97(data.settings, { instancePath: instancePath + "/settings", parentData: data, parentDataProperty: "settings", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate97.errors : vErrors.concat(validate97.errors);
        errors = vErrors.length;
      }
    }
    if (data.authentication !== void 0) {
      if (!validate99(data.authentication, { instancePath: instancePath + "/authentication", parentData: data, parentDataProperty: "authentication", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
        errors = vErrors.length;
      }
    }
    if (data.members !== void 0) {
      let data6 = data.members;
      if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
        for (const key1 in data6) {
          const _errs15 = errors;
          if (typeof key1 === "string") {
            if (!pattern30.test(key1)) {
              const err10 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
          var valid3 = _errs15 === errors;
          if (!valid3) {
            const err12 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema150.properties.members.propertyNames, parentSchema: schema150.properties.members, data: data6 };
            if (vErrors === null) {
              vErrors = [err12];
            } else {
              vErrors.push(err12);
            }
            errors++;
          }
        }
        for (const key2 in data6) {
          if (!validate114(data6[key2], { instancePath: instancePath + "/members/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data6, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err13 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema150.properties.members.type, parentSchema: schema150.properties.members, data: data6 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.memberLists !== void 0) {
      let data8 = data.memberLists;
      if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
        for (const key3 in data8) {
          const _errs22 = errors;
          if (typeof key3 === "string") {
            if (!pattern4.test(key3)) {
              const err14 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key3, propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
          var valid6 = _errs22 === errors;
          if (!valid6) {
            const err16 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema150.properties.memberLists.propertyNames, parentSchema: schema150.properties.memberLists, data: data8 };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        for (const key4 in data8) {
          if (!validate114(data8[key4], { instancePath: instancePath + "/memberLists/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data8, parentDataProperty: key4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err17 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema150.properties.memberLists.type, parentSchema: schema150.properties.memberLists, data: data8 };
        if (vErrors === null) {
          vErrors = [err17];
        } else {
          vErrors.push(err17);
        }
        errors++;
      }
    }
    if (data.teams !== void 0) {
      let data10 = data.teams;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        for (const key5 in data10) {
          const _errs29 = errors;
          if (typeof key5 === "string") {
            if (!pattern4.test(key5)) {
              const err18 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
          var valid9 = _errs29 === errors;
          if (!valid9) {
            const err20 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema150.properties.teams.propertyNames, parentSchema: schema150.properties.teams, data: data10 };
            if (vErrors === null) {
              vErrors = [err20];
            } else {
              vErrors.push(err20);
            }
            errors++;
          }
        }
        for (const key6 in data10) {
          if (!validate117(data10[key6], { instancePath: instancePath + "/teams/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data10, parentDataProperty: key6, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate117.errors : vErrors.concat(validate117.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err21 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema150.properties.teams.type, parentSchema: schema150.properties.teams, data: data10 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.unlisted !== void 0) {
      if (!validate121(data.unlisted, { instancePath: instancePath + "/unlisted", parentData: data, parentDataProperty: "unlisted", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate121.errors : vErrors.concat(validate121.errors);
        errors = vErrors.length;
      }
    }
    if (data.guards !== void 0) {
      if (!validate91(data.guards, { instancePath: instancePath + "/guards", parentData: data, parentDataProperty: "guards", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
    }
    if (data.protect !== void 0) {
      let data14 = data.protect;
      if (typeof data14 !== "boolean") {
        const err22 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data14 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
    }
  } else {
    const err23 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema150.type, parentSchema: schema150, data };
    if (vErrors === null) {
      vErrors = [err23];
    } else {
      vErrors.push(err23);
    }
    errors++;
  }
  validate96.errors = vErrors;
  return errors === 0;
}
validate96.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema191 = { "description": "A directory behind a SCIM 2.0 service. A key that is absent is not managed. It has no `id`: the provider's base address says which directory it is.", "type": "object", "additionalProperties": false, "required": ["type"], "properties": { "type": { "description": "A SCIM 2.0 service.", "const": "scim" }, "provider": { "description": "The connection, by its name in `providers`; defaults to the only one of this type.", "$ref": "#/$defs/Name" }, "removePeople": { "description": "What removing a person means: `deactivate`, the default, keeps the record as inactive; `delete` deletes it.", "type": "string", "enum": ["deactivate", "delete"] }, "members": { "description": "The people who must be there, by user name. `unlisted.members` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/UserName" }, "additionalProperties": { "description": "A person, by user name.", "$ref": "#/$defs/ScimMember" }, "examples": [{ "alice@acme.com": { "displayName": "Alice Ng" }, "svc-etl": {} }] }, "memberLists": { "description": "People by list: everybody in the list has these settings. An entry in `members` wins over a list.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "What everybody in the list gets.", "$ref": "#/$defs/ScimMember" }, "examples": [{ "data-eng": {} }] }, "teams": { "description": "The groups that must be there, by name. `unlisted.teams` decides about others.", "type": "object", "propertyNames": { "$ref": "#/$defs/Name" }, "additionalProperties": { "description": "A group, by name.", "$ref": "#/$defs/ScimTeam" }, "examples": [{ "data-eng": { "members": [{ "list": "data-eng" }, "svc-etl"] } }] }, "unlisted": { "description": "What to do about what is live but not listed, by collection. `report` is the default.", "$ref": "#/$defs/ScimUnlisted" }, "guards": { "description": "This organization's guards; each field overrides the one at the top. A directory has no owners.", "$ref": "#/$defs/Guards" }, "protect": { "description": "Whether everything in the organization is protected: a plan that removes or replaces any of it trips the guard `protect`.", "$ref": "#/$defs/Protect" } } };
var schema194 = { "description": "A person in the directory. `{}` means: there and active, whatever the other attributes. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "displayName": "Alice Ng", "emails": ["alice@acme.com"] }, { "active": false }, { "state": "absent" }], "properties": { "active": { "description": "Whether the person may use the service. `true` is the default: who is listed is active.", "type": "boolean", "examples": [false] }, "displayName": { "description": "The name that people see.", "type": "string", "minLength": 1, "examples": ["Alice Ng"] }, "externalId": { "description": "The person's id at the identity provider. One that is set already by somebody else is never overwritten.", "$ref": "#/$defs/ScimExternalId", "examples": ["00u1a2b3c4"] }, "name": { "description": "The parts of the person's name.", "$ref": "#/$defs/ScimName" }, "emails": { "description": "Exactly the person's e-mail addresses, at least one.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "description": "An e-mail address.", "$ref": "#/$defs/Email" }, "examples": [["alice@acme.com"]] }, "state": { "description": "`absent` removes the person, as `removePeople` says.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes or deactivates the person trips the guard `protect`, in whatever way it comes about.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the person is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the person is there until then.", "$ref": "#/$defs/UntilReason" } } };
var schema195 = { "description": "An id that the identity provider gave. Case matters.", "type": "string", "minLength": 1, "maxLength": 255 };
var schema196 = { "description": "The parts of a person's name. Parts that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "givenName": "Alice", "familyName": "Ng" }], "properties": { "formatted": { "description": "The full name as it is to be shown.", "type": "string", "minLength": 1, "examples": ["Alice Mei Ng"] }, "givenName": { "description": "The given name.", "type": "string", "minLength": 1, "examples": ["Alice"] }, "middleName": { "description": "The middle name.", "type": "string", "minLength": 1, "examples": ["Mei"] }, "familyName": { "description": "The family name.", "type": "string", "minLength": 1, "examples": ["Ng"] } } };
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate130.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!func15.call(schema194.properties, key0)) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema194, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.active !== void 0) {
      let data0 = data.active;
      if (typeof data0 !== "boolean") {
        const err1 = { instancePath: instancePath + "/active", schemaPath: "#/properties/active/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema194.properties.active.type, parentSchema: schema194.properties.active, data: data0 };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.displayName !== void 0) {
      let data1 = data.displayName;
      if (typeof data1 === "string") {
        if (func1(data1) < 1) {
          const err2 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema194.properties.displayName, data: data1 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/displayName", schemaPath: "#/properties/displayName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema194.properties.displayName.type, parentSchema: schema194.properties.displayName, data: data1 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.externalId !== void 0) {
      let data2 = data.externalId;
      if (typeof data2 === "string") {
        if (func1(data2) > 255) {
          const err4 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema195, data: data2 };
          if (vErrors === null) {
            vErrors = [err4];
          } else {
            vErrors.push(err4);
          }
          errors++;
        }
        if (func1(data2) < 1) {
          const err5 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema195, data: data2 };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema195.type, parentSchema: schema195, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.name !== void 0) {
      let data3 = data.name;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          if (!(key1 === "formatted" || key1 === "givenName" || key1 === "middleName" || key1 === "familyName")) {
            const err7 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/ScimName/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties", schema: false, parentSchema: schema196, data: data3 };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data3.formatted !== void 0) {
          let data4 = data3.formatted;
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err8 = { instancePath: instancePath + "/name/formatted", schemaPath: "#/$defs/ScimName/properties/formatted/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema196.properties.formatted, data: data4 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/name/formatted", schemaPath: "#/$defs/ScimName/properties/formatted/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema196.properties.formatted.type, parentSchema: schema196.properties.formatted, data: data4 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
        if (data3.givenName !== void 0) {
          let data5 = data3.givenName;
          if (typeof data5 === "string") {
            if (func1(data5) < 1) {
              const err10 = { instancePath: instancePath + "/name/givenName", schemaPath: "#/$defs/ScimName/properties/givenName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema196.properties.givenName, data: data5 };
              if (vErrors === null) {
                vErrors = [err10];
              } else {
                vErrors.push(err10);
              }
              errors++;
            }
          } else {
            const err11 = { instancePath: instancePath + "/name/givenName", schemaPath: "#/$defs/ScimName/properties/givenName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema196.properties.givenName.type, parentSchema: schema196.properties.givenName, data: data5 };
            if (vErrors === null) {
              vErrors = [err11];
            } else {
              vErrors.push(err11);
            }
            errors++;
          }
        }
        if (data3.middleName !== void 0) {
          let data6 = data3.middleName;
          if (typeof data6 === "string") {
            if (func1(data6) < 1) {
              const err12 = { instancePath: instancePath + "/name/middleName", schemaPath: "#/$defs/ScimName/properties/middleName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema196.properties.middleName, data: data6 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/name/middleName", schemaPath: "#/$defs/ScimName/properties/middleName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema196.properties.middleName.type, parentSchema: schema196.properties.middleName, data: data6 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data3.familyName !== void 0) {
          let data7 = data3.familyName;
          if (typeof data7 === "string") {
            if (func1(data7) < 1) {
              const err14 = { instancePath: instancePath + "/name/familyName", schemaPath: "#/$defs/ScimName/properties/familyName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema196.properties.familyName, data: data7 };
              if (vErrors === null) {
                vErrors = [err14];
              } else {
                vErrors.push(err14);
              }
              errors++;
            }
          } else {
            const err15 = { instancePath: instancePath + "/name/familyName", schemaPath: "#/$defs/ScimName/properties/familyName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema196.properties.familyName.type, parentSchema: schema196.properties.familyName, data: data7 };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
      } else {
        const err16 = { instancePath: instancePath + "/name", schemaPath: "#/$defs/ScimName/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema196.type, parentSchema: schema196, data: data3 };
        if (vErrors === null) {
          vErrors = [err16];
        } else {
          vErrors.push(err16);
        }
        errors++;
      }
    }
    if (data.emails !== void 0) {
      let data8 = data.emails;
      if (Array.isArray(data8)) {
        if (data8.length < 1) {
          const err17 = { instancePath: instancePath + "/emails", schemaPath: "#/properties/emails/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items", schema: 1, parentSchema: schema194.properties.emails, data: data8 };
          if (vErrors === null) {
            vErrors = [err17];
          } else {
            vErrors.push(err17);
          }
          errors++;
        }
        const len0 = data8.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data9 = data8[i0];
          if (typeof data9 === "string") {
            if (!pattern30.test(data9)) {
              const err18 = { instancePath: instancePath + "/emails/" + i0, schemaPath: "#/$defs/Email/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"', schema: "^[^\\s@]+@[^\\s@]+$", parentSchema: schema79, data: data9 };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/emails/" + i0, schemaPath: "#/$defs/Email/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema79.type, parentSchema: schema79, data: data9 };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        let i1 = data8.length;
        let j0;
        if (i1 > 1) {
          outer0:
            for (; i1--; ) {
              for (j0 = i1; j0--; ) {
                if (func0(data8[i1], data8[j0])) {
                  const err20 = { instancePath: instancePath + "/emails", schemaPath: "#/properties/emails/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i1 + " are identical)", schema: true, parentSchema: schema194.properties.emails, data: data8 };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                  break outer0;
                }
              }
            }
        }
      } else {
        const err21 = { instancePath: instancePath + "/emails", schemaPath: "#/properties/emails/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema194.properties.emails.type, parentSchema: schema194.properties.emails, data: data8 };
        if (vErrors === null) {
          vErrors = [err21];
        } else {
          vErrors.push(err21);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data10 = data.state;
      if (typeof data10 !== "string") {
        const err22 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data10 };
        if (vErrors === null) {
          vErrors = [err22];
        } else {
          vErrors.push(err22);
        }
        errors++;
      }
      if (!(data10 === "present" || data10 === "absent")) {
        const err23 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data10 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data11 = data.protect;
      if (typeof data11 !== "boolean") {
        const err24 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data11 };
        if (vErrors === null) {
          vErrors = [err24];
        } else {
          vErrors.push(err24);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data12 = data.until;
      if (typeof data12 === "string") {
        if (!pattern14.test(data12)) {
          const err25 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data12 };
          if (vErrors === null) {
            vErrors = [err25];
          } else {
            vErrors.push(err25);
          }
          errors++;
        }
      } else {
        const err26 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data12 };
        if (vErrors === null) {
          vErrors = [err26];
        } else {
          vErrors.push(err26);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data13 = data.reason;
      if (typeof data13 === "string") {
        if (!pattern15.test(data13)) {
          const err27 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data13 };
          if (vErrors === null) {
            vErrors = [err27];
          } else {
            vErrors.push(err27);
          }
          errors++;
        }
      } else {
        const err28 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data13 };
        if (vErrors === null) {
          vErrors = [err28];
        } else {
          vErrors.push(err28);
        }
        errors++;
      }
    }
  } else {
    const err29 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema194.type, parentSchema: schema194, data };
    if (vErrors === null) {
      vErrors = [err29];
    } else {
      vErrors.push(err29);
    }
    errors++;
  }
  validate130.errors = vErrors;
  return errors === 0;
}
validate130.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema204 = { "description": "A group. Fields that are absent are not managed.", "type": "object", "additionalProperties": false, "examples": [{ "members": [{ "list": "data-eng" }] }, { "state": "absent" }], "properties": { "externalId": { "description": "The group's id at the identity provider. One that is set already by somebody else is never overwritten.", "$ref": "#/$defs/ScimExternalId", "examples": ["00g1a2b3c4"] }, "members": { "description": "The people who must be in the group; `unlisted.teamMembers` decides about others.", "type": "array", "examples": [[{ "list": "data-eng" }, "svc-etl"]], "items": { "description": "A person, or the people of a list.", "$ref": "#/$defs/ScimTeamMember" } }, "previously": { "description": "Earlier names of the group, so that a rename is not a removal and a new group.", "type": "array", "items": { "description": "An earlier name.", "type": "string", "minLength": 1 }, "examples": [["data-engineering"]] }, "state": { "description": "`absent` removes the group.", "$ref": "#/$defs/State" }, "protect": { "description": "Whether a plan that removes the group or takes out all its members trips the guard `protect`. A rename does not.", "$ref": "#/$defs/Protect" }, "until": { "description": "The day after which the group is removed.", "$ref": "#/$defs/Until" }, "reason": { "description": "Why the group lasts until then.", "$ref": "#/$defs/UntilReason" } } };
var schema206 = { "description": "A person's user name, or `{ list: NAME }` for the people of a list.", "type": ["string", "object"], "allOf": [{ "if": { "type": "string" }, "then": { "$ref": "#/$defs/UserName" } }, { "if": { "type": "object" }, "then": { "$ref": "#/$defs/ListReference" } }] };
function validate134(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate134.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string" && !(data && typeof data == "object" && !Array.isArray(data))) {
    const err0 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: schema206.type }, message: "must be string,object", schema: schema206.type, parentSchema: schema206, data };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (typeof data !== "string") {
    const err1 = {};
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs5 = errors;
    if (typeof data === "string") {
      if (func1(data) > 255) {
        const err2 = { instancePath, schemaPath: "#/$defs/UserName/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
      if (func1(data) < 1) {
        const err3 = { instancePath, schemaPath: "#/$defs/UserName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema46, data };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/$defs/UserName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema46.type, parentSchema: schema46, data };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
    var _valid0 = _errs5 === errors;
    valid1 = _valid0;
  }
  if (!valid1) {
    const err5 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema206.allOf[0].if, parentSchema: schema206.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
  }
  const _errs9 = errors;
  let valid3 = true;
  const _errs10 = errors;
  if (!(data && typeof data == "object" && !Array.isArray(data))) {
    const err6 = {};
    if (vErrors === null) {
      vErrors = [err6];
    } else {
      vErrors.push(err6);
    }
    errors++;
  }
  var _valid1 = _errs10 === errors;
  errors = _errs9;
  if (vErrors !== null) {
    if (_errs9) {
      vErrors.length = _errs9;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate77(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props0 = true;
    }
  }
  if (!valid3) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema206.allOf[1].if, parentSchema: schema206.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  validate134.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate134.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate133(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate133.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "externalId" || key0 === "members" || key0 === "previously" || key0 === "state" || key0 === "protect" || key0 === "until" || key0 === "reason")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema204, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.externalId !== void 0) {
      let data0 = data.externalId;
      if (typeof data0 === "string") {
        if (func1(data0) > 255) {
          const err1 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema195, data: data0 };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (func1(data0) < 1) {
          const err2 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema195, data: data0 };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      } else {
        const err3 = { instancePath: instancePath + "/externalId", schemaPath: "#/$defs/ScimExternalId/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema195.type, parentSchema: schema195, data: data0 };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      let data1 = data.members;
      if (Array.isArray(data1)) {
        const len0 = data1.length;
        for (let i0 = 0; i0 < len0; i0++) {
          if (!validate134(data1[i0], { instancePath: instancePath + "/members/" + i0, parentData: data1, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate134.errors : vErrors.concat(validate134.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err4 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema204.properties.members.type, parentSchema: schema204.properties.members, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.previously !== void 0) {
      let data3 = data.previously;
      if (Array.isArray(data3)) {
        const len1 = data3.length;
        for (let i1 = 0; i1 < len1; i1++) {
          let data4 = data3[i1];
          if (typeof data4 === "string") {
            if (func1(data4) < 1) {
              const err5 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema204.properties.previously.items, data: data4 };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          } else {
            const err6 = { instancePath: instancePath + "/previously/" + i1, schemaPath: "#/properties/previously/items/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema204.properties.previously.items.type, parentSchema: schema204.properties.previously.items, data: data4 };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
      } else {
        const err7 = { instancePath: instancePath + "/previously", schemaPath: "#/properties/previously/type", keyword: "type", params: { type: "array" }, message: "must be array", schema: schema204.properties.previously.type, parentSchema: schema204.properties.previously, data: data3 };
        if (vErrors === null) {
          vErrors = [err7];
        } else {
          vErrors.push(err7);
        }
        errors++;
      }
    }
    if (data.state !== void 0) {
      let data5 = data.state;
      if (typeof data5 !== "string") {
        const err8 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema48.type, parentSchema: schema48, data: data5 };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
      if (!(data5 === "present" || data5 === "absent")) {
        const err9 = { instancePath: instancePath + "/state", schemaPath: "#/$defs/State/enum", keyword: "enum", params: { allowedValues: schema48.enum }, message: "must be equal to one of the allowed values", schema: schema48.enum, parentSchema: schema48, data: data5 };
        if (vErrors === null) {
          vErrors = [err9];
        } else {
          vErrors.push(err9);
        }
        errors++;
      }
    }
    if (data.protect !== void 0) {
      let data6 = data.protect;
      if (typeof data6 !== "boolean") {
        const err10 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data6 };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.until !== void 0) {
      let data7 = data.until;
      if (typeof data7 === "string") {
        if (!pattern14.test(data7)) {
          const err11 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$"', schema: "^[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:[.][0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2}))?$", parentSchema: schema49, data: data7 };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/until", schemaPath: "#/$defs/Until/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema49.type, parentSchema: schema49, data: data7 };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.reason !== void 0) {
      let data8 = data.reason;
      if (typeof data8 === "string") {
        if (!pattern15.test(data8)) {
          const err13 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.{0,198}\\S)?$" }, message: 'must match pattern "^\\S(?:.{0,198}\\S)?$"', schema: "^\\S(?:.{0,198}\\S)?$", parentSchema: schema50, data: data8 };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
      } else {
        const err14 = { instancePath: instancePath + "/reason", schemaPath: "#/$defs/UntilReason/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema50.type, parentSchema: schema50, data: data8 };
        if (vErrors === null) {
          vErrors = [err14];
        } else {
          vErrors.push(err14);
        }
        errors++;
      }
    }
  } else {
    const err15 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema204.type, parentSchema: schema204, data };
    if (vErrors === null) {
      vErrors = [err15];
    } else {
      vErrors.push(err15);
    }
    errors++;
  }
  validate133.errors = vErrors;
  return errors === 0;
}
validate133.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema212 = { "description": "What to do about what is live but not listed, by collection.", "type": "object", "additionalProperties": false, "examples": [{ "members": "keep", "teamMembers": "remove" }], "properties": { "members": { "description": "People whom the YAML does not list. One who is inactive is removed already.", "$ref": "#/$defs/UnlistedPolicy" }, "teams": { "description": "Groups that the YAML does not list.", "$ref": "#/$defs/UnlistedPolicy" }, "teamMembers": { "description": "People in a listed group whom the YAML does not list there.", "$ref": "#/$defs/UnlistedPolicy" } } };
function validate138(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate138.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    for (const key0 in data) {
      if (!(key0 === "members" || key0 === "teams" || key0 === "teamMembers")) {
        const err0 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema212, data };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      if (!validate82(data.members, { instancePath: instancePath + "/members", parentData: data, parentDataProperty: "members", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teams !== void 0) {
      if (!validate82(data.teams, { instancePath: instancePath + "/teams", parentData: data, parentDataProperty: "teams", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
    if (data.teamMembers !== void 0) {
      if (!validate82(data.teamMembers, { instancePath: instancePath + "/teamMembers", parentData: data, parentDataProperty: "teamMembers", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err1 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema212.type, parentSchema: schema212, data };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  validate138.errors = vErrors;
  return errors === 0;
}
validate138.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate129(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate129.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema191.required, parentSchema: schema191, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func15.call(schema191.properties, key0)) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema191, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.type !== void 0) {
      let data0 = data.type;
      if ("scim" !== data0) {
        const err2 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/const", keyword: "const", params: { allowedValue: "scim" }, message: "must be equal to constant", schema: "scim", parentSchema: schema191.properties.type, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.provider !== void 0) {
      let data1 = data.provider;
      if (typeof data1 === "string") {
        if (!pattern4.test(data1)) {
          const err3 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: data1 };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/provider", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: data1 };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.removePeople !== void 0) {
      let data2 = data.removePeople;
      if (typeof data2 !== "string") {
        const err5 = { instancePath: instancePath + "/removePeople", schemaPath: "#/properties/removePeople/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema191.properties.removePeople.type, parentSchema: schema191.properties.removePeople, data: data2 };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
      if (!(data2 === "deactivate" || data2 === "delete")) {
        const err6 = { instancePath: instancePath + "/removePeople", schemaPath: "#/properties/removePeople/enum", keyword: "enum", params: { allowedValues: schema191.properties.removePeople.enum }, message: "must be equal to one of the allowed values", schema: schema191.properties.removePeople.enum, parentSchema: schema191.properties.removePeople, data: data2 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.members !== void 0) {
      let data3 = data.members;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key1 in data3) {
          const _errs10 = errors;
          if (typeof key1 === "string") {
            if (func1(key1) > 255) {
              const err7 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/UserName/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema46, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (func1(key1) < 1) {
              const err8 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/UserName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema46, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/members", schemaPath: "#/$defs/UserName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema46.type, parentSchema: schema46, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var valid2 = _errs10 === errors;
          if (!valid2) {
            const err10 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema191.properties.members.propertyNames, parentSchema: schema191.properties.members, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        for (const key2 in data3) {
          if (!validate130(data3[key2], { instancePath: instancePath + "/members/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data3, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/members", schemaPath: "#/properties/members/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema191.properties.members.type, parentSchema: schema191.properties.members, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.memberLists !== void 0) {
      let data5 = data.memberLists;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key3 in data5) {
          const _errs17 = errors;
          if (typeof key3 === "string") {
            if (!pattern4.test(key3)) {
              const err12 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/memberLists", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key3, propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var valid5 = _errs17 === errors;
          if (!valid5) {
            const err14 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema191.properties.memberLists.propertyNames, parentSchema: schema191.properties.memberLists, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        for (const key4 in data5) {
          if (!validate130(data5[key4], { instancePath: instancePath + "/memberLists/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data5, parentDataProperty: key4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/memberLists", schemaPath: "#/properties/memberLists/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema191.properties.memberLists.type, parentSchema: schema191.properties.memberLists, data: data5 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.teams !== void 0) {
      let data7 = data.teams;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key5 in data7) {
          const _errs24 = errors;
          if (typeof key5 === "string") {
            if (!pattern4.test(key5)) {
              const err16 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/teams", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          var valid8 = _errs24 === errors;
          if (!valid8) {
            const err18 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema191.properties.teams.propertyNames, parentSchema: schema191.properties.teams, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        for (const key6 in data7) {
          if (!validate133(data7[key6], { instancePath: instancePath + "/teams/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key6, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/teams", schemaPath: "#/properties/teams/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema191.properties.teams.type, parentSchema: schema191.properties.teams, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.unlisted !== void 0) {
      if (!validate138(data.unlisted, { instancePath: instancePath + "/unlisted", parentData: data, parentDataProperty: "unlisted", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate138.errors : vErrors.concat(validate138.errors);
        errors = vErrors.length;
      }
    }
    if (data.guards !== void 0) {
      if (!validate91(data.guards, { instancePath: instancePath + "/guards", parentData: data, parentDataProperty: "guards", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
    }
    if (data.protect !== void 0) {
      let data11 = data.protect;
      if (typeof data11 !== "boolean") {
        const err20 = { instancePath: instancePath + "/protect", schemaPath: "#/$defs/Protect/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean", schema: schema51.type, parentSchema: schema51, data: data11 };
        if (vErrors === null) {
          vErrors = [err20];
        } else {
          vErrors.push(err20);
        }
        errors++;
      }
    }
  } else {
    const err21 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema191.type, parentSchema: schema191, data };
    if (vErrors === null) {
      vErrors = [err21];
    } else {
      vErrors.push(err21);
    }
    errors++;
  }
  validate129.errors = vErrors;
  return errors === 0;
}
validate129.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate47.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs2 = errors;
  let valid1 = true;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type")) {
        const err0 = {};
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("astro" !== data.type) {
            const err1 = {};
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
      }
    } else {
      const err2 = {};
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  errors = _errs2;
  if (vErrors !== null) {
    if (_errs2) {
      vErrors.length = _errs2;
    } else {
      vErrors = null;
    }
  }
  if (_valid0) {
    const _errs6 = errors;
    if (!validate48(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
      errors = vErrors.length;
    }
    var _valid0 = _errs6 === errors;
    valid1 = _valid0;
    if (valid1) {
      var props0 = true;
    }
  }
  if (!valid1) {
    const err3 = { instancePath, schemaPath: "#/allOf/0/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema75.allOf[0].if, parentSchema: schema75.allOf[0], data };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
  }
  const _errs8 = errors;
  let valid3 = true;
  const _errs9 = errors;
  if (errors === _errs9) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.type === void 0 && (missing1 = "type")) {
        const err4 = {};
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("atlas" !== data.type) {
            const err5 = {};
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
      }
    } else {
      const err6 = {};
      if (vErrors === null) {
        vErrors = [err6];
      } else {
        vErrors.push(err6);
      }
      errors++;
    }
  }
  var _valid1 = _errs9 === errors;
  errors = _errs8;
  if (vErrors !== null) {
    if (_errs8) {
      vErrors.length = _errs8;
    } else {
      vErrors = null;
    }
  }
  if (_valid1) {
    const _errs12 = errors;
    if (!validate96(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
      errors = vErrors.length;
    }
    var _valid1 = _errs12 === errors;
    valid3 = _valid1;
    if (valid3) {
      var props1 = true;
    }
  }
  if (!valid3) {
    const err7 = { instancePath, schemaPath: "#/allOf/1/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema75.allOf[1].if, parentSchema: schema75.allOf[1], data };
    if (vErrors === null) {
      vErrors = [err7];
    } else {
      vErrors.push(err7);
    }
    errors++;
  }
  if (props0 !== true && props1 !== void 0) {
    if (props1 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props1);
    }
  }
  const _errs14 = errors;
  let valid5 = true;
  const _errs15 = errors;
  if (errors === _errs15) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.type === void 0 && (missing2 = "type")) {
        const err8 = {};
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      } else {
        if (data.type !== void 0) {
          if ("scim" !== data.type) {
            const err9 = {};
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      }
    } else {
      const err10 = {};
      if (vErrors === null) {
        vErrors = [err10];
      } else {
        vErrors.push(err10);
      }
      errors++;
    }
  }
  var _valid2 = _errs15 === errors;
  errors = _errs14;
  if (vErrors !== null) {
    if (_errs14) {
      vErrors.length = _errs14;
    } else {
      vErrors = null;
    }
  }
  if (_valid2) {
    const _errs18 = errors;
    if (!validate129(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
      vErrors = vErrors === null ? validate129.errors : vErrors.concat(validate129.errors);
      errors = vErrors.length;
    }
    var _valid2 = _errs18 === errors;
    valid5 = _valid2;
    if (valid5) {
      var props2 = true;
    }
  }
  if (!valid5) {
    const err11 = { instancePath, schemaPath: "#/allOf/2/if", keyword: "if", params: { failingKeyword: "then" }, message: 'must match "then" schema', schema: schema75.allOf[2].if, parentSchema: schema75.allOf[2], data };
    if (vErrors === null) {
      vErrors = [err11];
    } else {
      vErrors.push(err11);
    }
    errors++;
  }
  if (props0 !== true && props2 !== void 0) {
    if (props2 === true) {
      props0 = true;
    } else {
      props0 = props0 || {};
      Object.assign(props0, props2);
    }
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.type === void 0) {
      const err12 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'", schema: schema75.required, parentSchema: schema75, data };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
    if (props0 !== true) {
      props0 = props0 || {};
      props0.type = true;
    }
    if (data.type !== void 0) {
      let data3 = data.type;
      if (!(data3 === "astro" || data3 === "atlas" || data3 === "scim")) {
        const err13 = { instancePath: instancePath + "/type", schemaPath: "#/properties/type/enum", keyword: "enum", params: { allowedValues: schema75.properties.type.enum }, message: "must be equal to one of the allowed values", schema: schema75.properties.type.enum, parentSchema: schema75.properties.type, data: data3 };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
  } else {
    const err14 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema75.type, parentSchema: schema75, data };
    if (vErrors === null) {
      vErrors = [err14];
    } else {
      vErrors.push(err14);
    }
    errors++;
  }
  validate47.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate47.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.orgwright === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "orgwright" }, message: "must have required property 'orgwright'", schema: schema31.required, parentSchema: schema31, data };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "orgwright" || key0 === "providers" || key0 === "people" || key0 === "lists" || key0 === "identityProviders" || key0 === "organizations" || key0 === "guards")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties", schema: false, parentSchema: schema31, data };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.orgwright !== void 0) {
      let data0 = data.orgwright;
      if (1 !== data0) {
        const err2 = { instancePath: instancePath + "/orgwright", schemaPath: "#/properties/orgwright/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant", schema: 1, parentSchema: schema31.properties.orgwright, data: data0 };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.providers !== void 0) {
      let data1 = data.providers;
      if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
        for (const key1 in data1) {
          const _errs5 = errors;
          if (typeof key1 === "string") {
            if (!pattern4.test(key1)) {
              const err3 = { instancePath: instancePath + "/providers", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key1, propertyName: key1 };
              if (vErrors === null) {
                vErrors = [err3];
              } else {
                vErrors.push(err3);
              }
              errors++;
            }
          } else {
            const err4 = { instancePath: instancePath + "/providers", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key1, propertyName: key1 };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          var valid1 = _errs5 === errors;
          if (!valid1) {
            const err5 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/propertyNames", keyword: "propertyNames", params: { propertyName: key1 }, message: "property name must be valid", schema: schema31.properties.providers.propertyNames, parentSchema: schema31.properties.providers, data: data1 };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        for (const key2 in data1) {
          if (!validate21(data1[key2], { instancePath: instancePath + "/providers/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data1, parentDataProperty: key2, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate21.errors : vErrors.concat(validate21.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err6 = { instancePath: instancePath + "/providers", schemaPath: "#/properties/providers/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.providers.type, parentSchema: schema31.properties.providers, data: data1 };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.people !== void 0) {
      let data3 = data.people;
      if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
        for (const key3 in data3) {
          const _errs12 = errors;
          if (typeof key3 === "string") {
            if (func1(key3) > 255) {
              const err7 = { instancePath: instancePath + "/people", schemaPath: "#/$defs/UserName/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters", schema: 255, parentSchema: schema46, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err7];
              } else {
                vErrors.push(err7);
              }
              errors++;
            }
            if (func1(key3) < 1) {
              const err8 = { instancePath: instancePath + "/people", schemaPath: "#/$defs/UserName/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters", schema: 1, parentSchema: schema46, data: key3, propertyName: key3 };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/people", schemaPath: "#/$defs/UserName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema46.type, parentSchema: schema46, data: key3, propertyName: key3 };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
          var valid4 = _errs12 === errors;
          if (!valid4) {
            const err10 = { instancePath: instancePath + "/people", schemaPath: "#/properties/people/propertyNames", keyword: "propertyNames", params: { propertyName: key3 }, message: "property name must be valid", schema: schema31.properties.people.propertyNames, parentSchema: schema31.properties.people, data: data3 };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        for (const key4 in data3) {
          if (!validate29(data3[key4], { instancePath: instancePath + "/people/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data3, parentDataProperty: key4, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate29.errors : vErrors.concat(validate29.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err11 = { instancePath: instancePath + "/people", schemaPath: "#/properties/people/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.people.type, parentSchema: schema31.properties.people, data: data3 };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.lists !== void 0) {
      let data5 = data.lists;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        for (const key5 in data5) {
          const _errs19 = errors;
          if (typeof key5 === "string") {
            if (!pattern4.test(key5)) {
              const err12 = { instancePath: instancePath + "/lists", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key5, propertyName: key5 };
              if (vErrors === null) {
                vErrors = [err12];
              } else {
                vErrors.push(err12);
              }
              errors++;
            }
          } else {
            const err13 = { instancePath: instancePath + "/lists", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key5, propertyName: key5 };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
          var valid7 = _errs19 === errors;
          if (!valid7) {
            const err14 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/propertyNames", keyword: "propertyNames", params: { propertyName: key5 }, message: "property name must be valid", schema: schema31.properties.lists.propertyNames, parentSchema: schema31.properties.lists, data: data5 };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        for (const key6 in data5) {
          if (!validate31(data5[key6], { instancePath: instancePath + "/lists/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data5, parentDataProperty: key6, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err15 = { instancePath: instancePath + "/lists", schemaPath: "#/properties/lists/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.lists.type, parentSchema: schema31.properties.lists, data: data5 };
        if (vErrors === null) {
          vErrors = [err15];
        } else {
          vErrors.push(err15);
        }
        errors++;
      }
    }
    if (data.identityProviders !== void 0) {
      let data7 = data.identityProviders;
      if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
        for (const key7 in data7) {
          const _errs26 = errors;
          if (typeof key7 === "string") {
            if (!pattern4.test(key7)) {
              const err16 = { instancePath: instancePath + "/identityProviders", schemaPath: "#/$defs/Name/pattern", keyword: "pattern", params: { pattern: "^\\S(?:.*\\S)?$" }, message: 'must match pattern "^\\S(?:.*\\S)?$"', schema: "^\\S(?:.*\\S)?$", parentSchema: schema32, data: key7, propertyName: key7 };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/identityProviders", schemaPath: "#/$defs/Name/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema32.type, parentSchema: schema32, data: key7, propertyName: key7 };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
          var valid10 = _errs26 === errors;
          if (!valid10) {
            const err18 = { instancePath: instancePath + "/identityProviders", schemaPath: "#/properties/identityProviders/propertyNames", keyword: "propertyNames", params: { propertyName: key7 }, message: "property name must be valid", schema: schema31.properties.identityProviders.propertyNames, parentSchema: schema31.properties.identityProviders, data: data7 };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        for (const key8 in data7) {
          if (!validate33(data7[key8], { instancePath: instancePath + "/identityProviders/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data7, parentDataProperty: key8, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate33.errors : vErrors.concat(validate33.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err19 = { instancePath: instancePath + "/identityProviders", schemaPath: "#/properties/identityProviders/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.identityProviders.type, parentSchema: schema31.properties.identityProviders, data: data7 };
        if (vErrors === null) {
          vErrors = [err19];
        } else {
          vErrors.push(err19);
        }
        errors++;
      }
    }
    if (data.organizations !== void 0) {
      let data9 = data.organizations;
      if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
        for (const key9 in data9) {
          const _errs33 = errors;
          if (typeof key9 === "string") {
            if (!pattern24.test(key9)) {
              const err20 = { instancePath: instancePath + "/organizations", schemaPath: "#/$defs/OrganizationName/pattern", keyword: "pattern", params: { pattern: "^[^/\\s](?:[^/]*[^/\\s])?$" }, message: 'must match pattern "^[^/\\s](?:[^/]*[^/\\s])?$"', schema: "^[^/\\s](?:[^/]*[^/\\s])?$", parentSchema: schema69, data: key9, propertyName: key9 };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/organizations", schemaPath: "#/$defs/OrganizationName/type", keyword: "type", params: { type: "string" }, message: "must be string", schema: schema69.type, parentSchema: schema69, data: key9, propertyName: key9 };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
          var valid13 = _errs33 === errors;
          if (!valid13) {
            const err22 = { instancePath: instancePath + "/organizations", schemaPath: "#/properties/organizations/propertyNames", keyword: "propertyNames", params: { propertyName: key9 }, message: "property name must be valid", schema: schema31.properties.organizations.propertyNames, parentSchema: schema31.properties.organizations, data: data9 };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
        for (const key10 in data9) {
          if (!validate47(data9[key10], { instancePath: instancePath + "/organizations/" + key10.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data9, parentDataProperty: key10, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate47.errors : vErrors.concat(validate47.errors);
            errors = vErrors.length;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/organizations", schemaPath: "#/properties/organizations/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.properties.organizations.type, parentSchema: schema31.properties.organizations, data: data9 };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.guards !== void 0) {
      if (!validate91(data.guards, { instancePath: instancePath + "/guards", parentData: data, parentDataProperty: "guards", rootData, dynamicAnchors })) {
        vErrors = vErrors === null ? validate91.errors : vErrors.concat(validate91.errors);
        errors = vErrors.length;
      }
    }
  } else {
    const err24 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object", schema: schema31.type, parentSchema: schema31, data };
    if (vErrors === null) {
      vErrors = [err24];
    } else {
      vErrors.push(err24);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
