/** The moment of seeding, and moments some days from it. */
export type Stamp = (offsetDays?: number) => string;
