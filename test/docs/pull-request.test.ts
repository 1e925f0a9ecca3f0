/**
 * The comment on a pull request that the documentation shows is the one that is rendered. `UPDATE_PICTURE=1 npx vitest run
 * test/docs/pull-request.test.ts` writes it anew, and makes the picture of it, for which the machine needs a browser.
 */
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chromiumArguments, chromiumPath } from '../cli/render/support/chromium.js';
import { commentHtml } from './comment-html.js';
import { commentPage } from './comment-page.js';
import { inDemo } from './in-demo.js';

const folder = join(import.meta.dirname, '../../examples/gitops-github');
const isUpdate = process.env['UPDATE_PICTURE'] === '1';

describe('the picture of a pull request', () => {
  it('is of what is rendered for the organizations of the demo', async () => {
    const run = await inDemo();
    // The sandbox's certificate expires some days from today: long after this, whenever today is.
    const { stdout, code } = await run(['plan', '--format=markdown', '--as-of=2020-01-01T00:00:00Z']);
    expect(code).toBe(0);
    const markdown = stdout.replace(/sha256:[0-9a-f]{64}/, 'sha256:...');
    if (isUpdate) await update(markdown);
    expect(await readFile(join(folder, 'pull-request.md'), 'utf8')).toBe(markdown);
    expect((await stat(join(folder, 'pull-request.png'))).size).toBeLessThan(250_000);
  });
});

describe('the Markdown of a comment as HTML', () => {
  it.each([
    ['## A `b`', '<h2>A <code>b</code></h2>'],
    ['**A `b*` c** \\*', '<p><strong>A <code>b*</code> c</strong> *</p>'],
    ['a `` b`<i> `` & "c"', '<p>a <code>b`&#60;i&#62;</code> &#38; &#34;c&#34;</p>'],
    [
      '| a | b |\n| ---: | ---: |\n| 1 | 2 |',
      '<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>',
    ],
    [
      '- `-` a\n\n  ```diff\n  - x\n    y\n  ```',
      '<ul><li><code>-</code> a\n<pre><span class="removed">- x</span>\n  y</pre></li></ul>',
    ],
    ['> a\n> b', '<blockquote><p>a</p>\n<p>b</p></blockquote>'],
    [
      '<details><summary>A (1)</summary>\n- a\n</details>',
      '<details><summary>A (1)</summary><ul><li>a</li></ul></details>',
    ],
    ['<!-- orgwright:plan:a -->\n<sub>a</sub>', '\n<p><sub>a</sub></p>'],
  ])('makes %j', (markdown, html) => {
    expect(commentHtml(markdown)).toBe(html);
  });

  it.each(['# A', '1. a', '<b>a</b>', '```text\na', '<details><summary>A</summary>\n- a'])(
    'refuses %j, which no comment has',
    (markdown) => {
      expect(() => commentHtml(markdown)).toThrow();
    },
  );
});

/** The picture has as much of it as fits a page. */
async function update(markdown: string): Promise<void> {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
  try {
    const page = await browser.newPage({ viewport: { width: 980, height: 1180 } });
    await page.setContent(commentPage(commentHtml(markdown)));
    await page.screenshot({ path: join(folder, 'pull-request.png') });
  } finally {
    await browser.close();
  }
  await writeFile(join(folder, 'pull-request.md'), markdown);
}
