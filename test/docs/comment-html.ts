/**
 * The Markdown of a plan's comment as HTML: exactly the subset that the renderer writes. Whatever else it meets is an error,
 * so that a picture never shows markup as text. Everything is escaped.
 */
export function commentHtml(markdown: string): string {
  return blocksOf(markdown.split('\n'));
}

interface Block {
  readonly html: string;
  /** How many lines it takes. */
  readonly lines: number;
}

function blocksOf(lines: readonly string[]): string {
  const html: string[] = [];
  for (let at = 0; at < lines.length;) {
    const block = blockAt(lines.slice(at));
    html.push(block.html);
    at += block.lines;
  }
  return html.join('\n');
}

function blockAt(lines: readonly string[]): Block {
  const [line = ''] = lines;
  if (line === '' || /^<!-- [\w:./-]+ -->$/.test(line)) return { html: '', lines: 1 };
  const heading = /^(#{2,3}) (.*)$/.exec(line);
  if (heading !== null) {
    const level = heading[1]?.length ?? 2;
    return { html: `<h${level}>${inline(heading[2] ?? '')}</h${level}>`, lines: 1 };
  }
  if (line.startsWith('|')) return table(lines);
  if (line.startsWith('```')) return fence(lines);
  if (line.startsWith('- ')) return item(lines);
  if (line.startsWith('> ')) return quote(lines);
  if (line.startsWith('<details>')) return details(lines);
  if (/^(?:\s|#|\d+\. |\* |<(?!sub>))/.test(line)) throw new Error(`No Markdown of a comment: ${line}`);
  return { html: `<p>${inline(line)}</p>`, lines: 1 };
}

function countWhile(lines: readonly string[], isInside: (line: string) => boolean): number {
  const end = lines.findIndex((line) => !isInside(line));
  return end === -1 ? lines.length : end;
}

function table(lines: readonly string[]): Block {
  const count = countWhile(lines, (line) => line.startsWith('|'));
  const rows = lines.slice(0, count).filter((line) => !/^[|: -]+$/.test(line));
  const cells = rows.map((row) => row.slice(1, -1).split('|'));
  const html = cells.map((row, index) => {
    const tag = index === 0 ? 'th' : 'td';
    return `<tr>${row.map((cell) => `<${tag}>${inline(cell.trim())}</${tag}>`).join('')}</tr>`;
  });
  return { html: `<table>${html.join('')}</table>`, lines: count };
}

function fence(lines: readonly string[]): Block {
  const [opening = ''] = lines;
  const ticks = /^`+/.exec(opening)?.[0] ?? '';
  const inside = countWhile(lines.slice(1), (line) => line !== ticks);
  if (inside + 1 >= lines.length) throw new Error(`No end of ${opening}`);
  const text = lines.slice(1, inside + 1).map((line) => {
    const kind =
      opening !== `${ticks}diff` ? '' : line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : '';
    return kind === '' ? escaped(line) : `<span class="${kind}">${escaped(line)}</span>`;
  });
  return { html: `<pre>${text.join('\n')}</pre>`, lines: inside + 2 };
}

/** One `ul` an item: what stands in it is indented by two. */
function item(lines: readonly string[]): Block {
  const [first = ''] = lines;
  const rest = countWhile(lines.slice(1), (line) => line === '' || line.startsWith('  '));
  const nested = lines.slice(1, rest + 1).map((line) => line.slice(2));
  return { html: `<ul><li>${inline(first.slice(2))}${blocksOf(nested)}</li></ul>`, lines: rest + 1 };
}

function quote(lines: readonly string[]): Block {
  const count = countWhile(lines, (line) => line.startsWith('>'));
  const inside = lines.slice(0, count).map((line) => line.replace(/^> ?/, ''));
  return { html: `<blockquote>${blocksOf(inside)}</blockquote>`, lines: count };
}

function details(lines: readonly string[]): Block {
  const summary = /^<details><summary>(.*)<\/summary>$/.exec(lines[0] ?? '')?.[1];
  const inside = countWhile(lines.slice(1), (line) => line !== '</details>');
  if (summary === undefined || inside + 1 >= lines.length) throw new Error(`No details: ${lines[0] ?? ''}`);
  const html = `<details><summary>${inline(summary)}</summary>${blocksOf(lines.slice(1, inside + 1))}</details>`;
  return { html, lines: inside + 2 };
}

const spans = /(`+)(.+?)(?<!`)\1(?!`)|\\([!-/:-@[-`{-~])|(<\/?sub>)|\*\*|[^`\\<*]+|[^]/g;

function inline(text: string): string {
  let isBold = false;
  return text.replace(spans, (all: string, ticks?: string, code?: string, escapedSign?: string, tag?: string) => {
    if (ticks !== undefined) return `<code>${escaped(code?.replace(/^ (.*) $/, '$1') ?? '')}</code>`;
    if (escapedSign !== undefined) return escaped(escapedSign);
    if (tag !== undefined) return tag;
    if (all !== '**') return escaped(all);
    isBold = !isBold;
    return isBold ? '<strong>' : '</strong>';
  });
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
