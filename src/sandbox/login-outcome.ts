/** What would happen if a person tried to log in. */
export interface LoginOutcome {
  readonly allowed: boolean;
  readonly reason: string;
  /** The method; for SSO with the name of the connection or identity provider. */
  readonly via?: string;
  /** Whether this login made the person a member. */
  readonly provisioned: boolean;
  readonly roles: readonly string[];
}

export const denied = (reason: string): LoginOutcome => ({ allowed: false, reason, provisioned: false, roles: [] });
