/**
 * A plain immutable thing in the store. It belongs to an organization (or to whatever else contains it at the vendor, or to
 * `''`, the sandbox itself) and has an id that is unique there.
 */
export interface Row {
  readonly organizationId: string;
  readonly id: string;
}
