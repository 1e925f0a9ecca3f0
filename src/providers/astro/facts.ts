/** What is known of an Astro organization beside its resources; made by reading, used by planning. */
import type { NameIndex } from '../../core/name-index.js';
import type { RoleLists } from './roles.js';
import type { Plans } from './tiers.js';

export interface AstroUser {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly status: 'ACTIVE' | 'INACTIVE' | 'PENDING' | 'BANNED';
  readonly roles: RoleLists;
}

export interface AstroTeamRef {
  readonly id: string;
  readonly name: string;
  readonly isIdpManaged: boolean;
}

export interface CoreAccess {
  /** The private core API answered. */
  readonly reads: boolean;
  /** It answered, and the configuration allows writing to it. */
  readonly writes: boolean;
  /** Why it is not written, as a clause; empty where it is. */
  readonly whyNot: string;
}

export interface DeploymentIndex {
  /** By workspace id. */
  readonly inWorkspace: ReadonlyMap<string, NameIndex>;
  readonly workspaceOf: ReadonlyMap<string, string>;
}

export interface AstroFacts {
  readonly plans: Plans;
  readonly scimEnabled: boolean;
  readonly core: CoreAccess;
  readonly users: ReadonlyMap<string, AstroUser>;
  /** User ids by e-mail, by team id; only for teams whose members were read. */
  readonly teamMembers: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** The teams of people who are to leave, where the private API cannot remove them in one go. */
  readonly teamsOf: ReadonlyMap<string, readonly AstroTeamRef[]>;
  /** Undefined where nothing managed names a workspace. */
  readonly workspaces: NameIndex | undefined;
  /** Undefined where no managed role depends on a deployment. */
  readonly deployments: DeploymentIndex | undefined;
}
