/** The page as its reader meets it, in a real browser: searched, opened by keyboard, in light and dark, without network. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { renderPlanHtml } from '../../../src/cli/render/plan-html.js';
import { plans } from '../../golden-plans/plans.js';
import { chromiumArguments, chromiumPath, skippedBecause } from './support/chromium.js';
import { textContrasts, type Contrast } from './support/contrast.js';

interface Opened {
  readonly page: Page;
  /** Whatever would have gone out, the page itself included. */
  readonly requests: readonly string[];
  /** Console messages, errors and dialogs. */
  readonly complaints: readonly string[];
}

const goldenPage = pathToFileURL(join(import.meta.dirname, '../../golden-plans/small/plan.html')).href;

describe.skipIf(skippedBecause !== undefined)(
  `a plan in a browser${skippedBecause ? ` (${skippedBecause})` : ''}`,
  () => {
    let browser: Browser;
    let folder: string;

    beforeAll(async () => {
      const { chromium } = await import('playwright-core');
      folder = await mkdtemp(join(tmpdir(), 'orgwright-page-'));
      browser = await chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] });
    });
    afterAll(async () => {
      await browser?.close();
      if (folder !== undefined) await rm(folder, { recursive: true, force: true });
    });

    async function open(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
      const context = await browser.newContext(options);
      onTestFinished(() => context.close());
      const requests: string[] = [];
      const complaints: string[] = [];
      await context.route('**/*', (route) => {
        requests.push(route.request().url());
        return route.request().url() === url ? route.continue() : route.abort();
      });
      const page = await context.newPage();
      page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('dialog', (dialog) => {
        complaints.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      await page.goto(url);
      return { page, requests, complaints };
    }

    /** A plan that is too long to be kept as a file. */
    async function openPlan(name: string): Promise<Opened> {
      const plan = plans[name];
      if (plan === undefined) throw new Error(`no plan ${name}`);
      const file = join(folder, `${name}.html`);
      await writeFile(file, renderPlanHtml(plan));
      return open(pathToFileURL(file).href);
    }

    it('is searched by name, role and file, with a count that is announced', async () => {
      const { page, requests, complaints } = await open(goldenPage);
      const count = page.getByRole('status');
      const filter = page.getByRole('searchbox', { name: 'Filter by name, role or file' });
      expect(await count.textContent()).toBe('4 changes');
      expect(await count.getAttribute('aria-live')).toBe('polite');
      await filter.fill('DAVE@acme');
      expect(await count.textContent()).toBe('2 of 4 changes, 2 of 8 other entries');
      expect(await page.locator('.entry:visible').count()).toBe(4);
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Access (2)',
        'Removed (1)',
        'Changed (2)',
        'Requests, about 2 s (3)',
      ]);
      await filter.fill('organization_owner org.yaml:14');
      expect(await count.textContent()).toBe('1 of 4 changes, 1 of 8 other entries');
      await filter.fill('nobody');
      expect(await count.textContent()).toBe('0 of 4 changes, 0 of 8 other entries');
      expect(await page.locator('section:visible').count()).toBe(0);
      await filter.fill('');
      expect(await page.locator('.entry:visible').count()).toBe(12);
      expect({ requests, complaints }).toEqual({ requests: [goldenPage], complaints: [] });
    });

    it('is used by keyboard alone, and shows where the focus is', async () => {
      const { page, complaints } = await open(goldenPage);
      const focused = (): Promise<string> => page.evaluate('document.activeElement.textContent.trim()');
      const outline = (): Promise<number> =>
        page.evaluate('parseFloat(getComputedStyle(document.activeElement).outlineWidth)');
      const press = async (key: string): Promise<void> => page.keyboard.press(key);
      await press('Tab');
      expect(await focused()).toBe('Skip to the plan');
      expect(await outline()).toBeGreaterThanOrEqual(2);
      await page.locator('#filter').focus();
      await page.keyboard.type('bob@acme.com');
      expect(await page.getByRole('status').textContent()).toMatch(/^1 of 4 changes/);
      await press('Tab');
      expect(await focused()).toBe('Expand all');
      await press('Tab');
      expect(await focused()).toBe('Collapse all');
      await press('Tab');
      expect(await focused()).toContain('acme-data/member/bob@acme.com');
      expect(await outline()).toBeGreaterThanOrEqual(2);
      const detail = page.locator('#updates pre').first();
      expect(await detail.isVisible()).toBe(false);
      await press('Enter');
      expect(await detail.isVisible()).toBe(true);
      expect(await detail.textContent()).toBe('~ role: ORGANIZATION_MEMBER -> ORGANIZATION_OWNER');
      await press('Space');
      expect(await detail.isVisible()).toBe(false);
      await press('Shift+Tab');
      await press('Shift+Tab');
      await press('Enter');
      expect(await detail.isVisible()).toBe(true);
      // Only what the filter shows is opened; what is removed was open from the start.
      expect(await page.locator('details[open]').count()).toBe(2);
      await press('Tab');
      await press('Enter');
      expect(await page.locator('details[open]').count()).toBe(0);
      expect(complaints).toEqual([]);
    });

    it.each(['light', 'dark'] as const)('has enough contrast for every text in %s colours', async (colorScheme) => {
      const { page } = await open(goldenPage, { colorScheme });
      await page.getByRole('button', { name: 'Expand all' }).click();
      const background: unknown = await page.evaluate('getComputedStyle(document.body).backgroundColor');
      expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(14, 18, 23)');
      const contrasts: Contrast[] = await page.evaluate(textContrasts);
      expect(contrasts.length).toBeGreaterThan(80);
      expect(contrasts.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });

    it('has landmarks, headings in order, and a name for everything that is operated', async () => {
      const { page } = await open(goldenPage);
      for (const role of ['banner', 'navigation', 'search', 'main', 'contentinfo'] as const) {
        expect(await page.getByRole(role).count(), role).toBe(1);
      }
      const levels = await page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) => tagName)",
      );
      expect(levels).toEqual(['H1', 'H2', 'H2', 'H2', 'H2', 'H2', 'H2', 'H2']);
      expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
        'Access (2)',
        'Removed (1)',
        'Privileges gained (2)',
        'Changed (2)',
        'Added (1)',
        'Proven (1)',
        'Requests, about 2 s (3)',
      ]);
      expect(await page.getByRole('region').count()).toBe(7);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      expect(
        await page.evaluate(
          '[...document.querySelectorAll("input,button")].every((one) => one.labels.length > 0 || one.textContent !== "")',
        ),
      ).toBe(true);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320);
    });

    it('is a plain document without scripts', async () => {
      const { page, complaints } = await open(goldenPage, { javaScriptEnabled: false });
      expect(await page.locator('#search').isVisible()).toBe(false);
      expect(await page.locator('.entry:visible').count()).toBe(12);
      await page.locator('#updates summary').first().click();
      expect(await page.locator('#updates pre').first().isVisible()).toBe(true);
      expect(complaints).toEqual([]);
    });

    it('runs no script, loads nothing and keeps its shape whatever names there are', async () => {
      const { page, requests, complaints } = await openPlan('hostile');
      await page.getByRole('button', { name: 'Expand all' }).click();
      expect(await page.locator('script').count()).toBe(1);
      expect(await page.locator('main img, main a, main b, main script, main iframe').count()).toBe(0);
      expect(await page.locator('main > *').count()).toBe(await page.locator('main > section').count());
      expect(await page.locator('#access').textContent()).toContain('<script>alert(1)</script>');
      expect(await page.locator('#access').textContent()).toContain('\\u{202E}reversed\\u{2066}');
      await page.getByRole('searchbox').fill('</style></script><b>');
      expect(await page.getByRole('status').textContent()).toMatch(/^[1-9]\d* of 20 changes/);
      expect(requests).toHaveLength(1);
      expect(complaints).toEqual([]);
    });

    it('obeys its own policy: what a page might be tricked into is refused', async () => {
      const { page, requests, complaints } = await open(goldenPage);
      await page.evaluate(`
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://example.com/x.png';
      document.body.append(image);
    `);
      expect(await page.evaluate('window.injected')).toBeUndefined();
      expect(await page.evaluate("fetch('https://example.com/').then(() => 'sent', () => 'refused')")).toBe('refused');
      expect(requests).toEqual([goldenPage]);
      expect(complaints.join('\n')).toContain('Content Security Policy');
    });

    it('finds one of 3,000 changes', async () => {
      const { page, requests, complaints } = await openPlan('thousands');
      await page.getByRole('searchbox').fill('person2999@acme.com');
      expect(await page.getByRole('status').textContent()).toBe('1 of 3000 changes, 2 of 5001 other entries');
      expect(await page.locator('#additions .entry:visible').textContent()).toContain('person2999@acme.com');
      expect({ requests: requests.length, complaints }).toEqual({ requests: 1, complaints: [] });
    });
  },
);
