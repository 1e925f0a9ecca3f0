/** A control was asked for something it cannot do; answered with 400 and the message. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}
