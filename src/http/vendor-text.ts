/**
 * Makes text that came from outside safe to print: vendor messages are data and must not drive a terminal,
 * reorder a line or start a new one. One line, no control or invisible characters, bounded length.
 */
export function vendorText(text: string, maxLength = 500): string {
  const clean = text
    .slice(0, maxInput)
    .replace(escapeSequence, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/\p{Cf}/gu, '')
    .replace(/\p{Cs}/gu, '\u{FFFD}')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(clean);
  return characters.length <= maxLength ? clean : `${characters.slice(0, maxLength - 1).join('')}…`;
}

/** Far more than is ever shown; keeps the work bounded on a 64 MB error page. */
const maxInput = 20_000;

/** Terminal control: OSC up to its terminator, CSI, and two-character escapes. */
const escapeSequence =
  /\u001B\][^\u0007\u001B]*(?:\u0007|\u001B\\)?|(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?|\u001B[ -~]?/g;
