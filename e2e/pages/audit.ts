import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';

declare global {
  interface Window {
    readonly axe?: typeof axe;
  }
}

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One thing that somebody who cannot see or point well would stumble over. */
export interface Finding {
  readonly rule: string;
  readonly impact: string;
  readonly element: string;
  readonly why: string;
}

/** Serious and critical findings of axe on what the window shows now. */
export async function seriousFindings(page: Page): Promise<readonly Finding[]> {
  const isThere = await page.evaluate(() => window.axe !== undefined);
  // The debugger's own way in: the page's policy refuses every script tag.
  if (!isThere) await page.evaluate(source);
  await standStill(page);
  return page.evaluate(async () => {
    if (window.axe === undefined) throw new Error('axe is not in the page.');
    // Base UI's guards hand focus on as soon as they get it; axe sees only that they can get it.
    const what = { exclude: ['[data-base-ui-focus-guard]'] };
    const { violations } = await window.axe.run(what, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, impact, nodes }) =>
        nodes.map(({ target, failureSummary }) => ({
          rule: id,
          impact: String(impact),
          element: target.join(' '),
          why: failureSummary?.split('\n').slice(1).join(' ').trim() ?? '',
        })),
      );
  });
}

/** Waits until everything that fades in or moves to its place has done so: colours in between are nobody's choice. */
async function standStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
