/**
 * Output as lines of segments. Renderers build these; `toText` is the one place that escapes and colours, so that no
 * renderer can forget to.
 */
import picocolors from 'picocolors';
import { printable } from './printable.js';
import { withoutRunnerCommands } from './runner-commands.js';

export type Style = 'red' | 'green' | 'yellow' | 'cyan' | 'bold' | 'dim';

export interface StyledText {
  readonly style: Style;
  readonly text: string;
}

type Segment = string | StyledText;
export type Line = readonly Segment[];

export function styled(style: Style, text: string): StyledText {
  return { style, text };
}

export function toText(lines: readonly Line[], color: boolean): string {
  const palette = picocolors.createColors(color);
  return lines
    .map((line) => {
      const text = line
        .map((segment) =>
          typeof segment === 'string' ? printable(segment) : palette[segment.style](printable(segment.text)),
        )
        .join('');
      return `${withoutRunnerCommands(text.trimEnd())}\n`;
    })
    .join('');
}
