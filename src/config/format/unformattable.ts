/** The text has something that formatting would have to guess about; it stays as it is. */
export class Unformattable extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(reason);
    this.name = 'Unformattable';
    this.reason = reason;
  }
}
