/** What a schema says of one attribute: the characteristics of RFC 7643 section 7, in the form in which /Schemas shows them. */
export interface Attribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly multiValued: boolean;
  readonly description: string;
  readonly required: boolean;
  readonly canonicalValues?: readonly string[];
  readonly caseExact: boolean;
  readonly mutability: 'readOnly' | 'readWrite' | 'immutable' | 'writeOnly';
  readonly returned: 'always' | 'never' | 'default' | 'request';
  readonly uniqueness: 'none' | 'server' | 'global';
  readonly referenceTypes?: readonly string[];
  readonly subAttributes?: readonly Attribute[];
}

export type AttributeType =
  'string' | 'boolean' | 'integer' | 'decimal' | 'dateTime' | 'binary' | 'reference' | 'complex';

type Traits = Partial<Omit<Attribute, 'name' | 'description'>>;

/** An optional, readable and writable string unless the traits say otherwise. */
export const attribute = (name: string, description: string, traits: Traits = {}): Attribute => ({
  name,
  type: 'string',
  multiValued: false,
  description,
  required: false,
  caseExact: false,
  mutability: 'readWrite',
  returned: 'default',
  uniqueness: 'none',
  ...traits,
});

/** Names are compared without regard to case (RFC 7643 section 2.1). */
export function attributeNamed(name: string, among: readonly Attribute[]): Attribute | undefined {
  const wanted = name.toLowerCase();
  return among.find((each) => each.name.toLowerCase() === wanted);
}

/** The sub-attribute that stands for the whole element where none is named: `emails co "x"` looks at `emails.value`. */
export const valueOf = ({ subAttributes = [] }: Attribute): Attribute | undefined =>
  subAttributes.find(({ name }) => name === 'value');

/** Whether elements are references that are added and removed but never edited, as the members of a group are. */
export const holdsReferences = (owner: Attribute): boolean =>
  owner.multiValued && valueOf(owner)?.mutability === 'immutable';
