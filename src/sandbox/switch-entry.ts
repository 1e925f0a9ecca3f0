/** A switch with named behaviours; the first is the default. */
export interface Choice {
  readonly default: string;
  readonly values: readonly string[];
  readonly says: string;
}
/** A switch that is a number. */
export interface Amount {
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly says: string;
}

export const choice = <const Values extends readonly [string, ...string[]]>(values: Values, says: string) => ({
  default: values[0],
  values,
  says,
});
export const amount = (value: number, minimum: number, maximum: number, says: string): Amount => ({
  default: value,
  minimum,
  maximum,
  says,
});
