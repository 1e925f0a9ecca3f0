/** JSON pointers into the configuration (RFC 6901). */
export function pointerTo(base: string, ...steps: readonly string[]): string {
  return steps.reduce((pointer, step) => `${pointer}/${step.replace(/~/g, '~0').replace(/\//g, '~1')}`, base);
}
