/** The library: what the command line is made of, for programs that plan and apply by themselves. No logic of its own. */
export { applyPlan, type ApplyOptions } from './apply/executor.js';
export type { ApplyReport, OperationOutcome, OutcomeStatus } from './apply/report.js';
export { movedAddresses, touchedScopes } from './apply/staleness.js';
export { buildOrganizations } from './config/build.js';
export { loadConfiguration, type LoadedConfiguration } from './config/load.js';
export { createSecretResolver, type SecretOptions } from './config/secrets.js';
export { formatAddress, parseAddress, type Address, type AddressParts } from './core/address.js';
export { hasErrors, sortDiagnostics, type Diagnostic } from './core/diagnostics.js';
export type { Json, JsonObject } from './core/json.js';
export type { OrganizationInput } from './core/organization-input.js';
export { makePlan, type Plan, type PlanInput, type PlannedOrganization } from './core/plan.js';
export * from './core/plan-document.js';
export type { Connection, ConnectionOptions, HttpSeams, PlanOptions, Provider } from './core/provider.js';
export type { DesiredOrganization, Live } from './core/resource.js';
export * from './errors.js';
export { isProviderType, loadProvider, providerTypes, type ProviderType } from './providers/registry.js';
