import { setTimeout as delay } from 'node:timers/promises';
import type { DevToolsPipe } from './devtools-pipe.ts';
import { wallClock } from './figures.ts';

/** The page of a running app. Functions for it are sent as text: they may use what they are given and the page's own. */
export interface Page {
  evaluate<Value, Argument = undefined>(
    run: (argument: Argument) => Value | Promise<Value>,
    ...argument: Argument extends undefined ? [] : [Argument]
  ): Promise<Value>;
  /** Resolves in the frame after the one in which the condition holds, across navigations. */
  waitUntil(holds: () => boolean): Promise<void>;
  /** A real click in the middle of the element that `find` gives. */
  click(find: () => Element | null | undefined): Promise<void>;
  /** Sends a real key and does not wait for what it does. */
  pressKey(key: string): Promise<void>;
  /** Loads the page anew, and from then on it takes scripts that its content policy forbids. */
  allowForeignScripts(): Promise<void>;
}

interface Evaluation {
  readonly result: { readonly value?: unknown };
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: { readonly description?: string };
  };
}

/** Longest wait for a page on a busy machine. */
const longestWaitMs = 60_000;
const longestLookMs = 5000;

const goneWithNavigation = /navigated|context was destroyed|Cannot find (default execution )?context/;

export function createPage(pipe: DevToolsPipe, sessionId: string): Page {
  const send = (method: string, params?: Readonly<Record<string, unknown>>): Promise<unknown> =>
    pipe.send(method, params, sessionId);

  const run = async (expression: string): Promise<unknown> => {
    const answer = (await send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })) as Evaluation;
    const { exceptionDetails } = answer;
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return answer.result.value;
  };

  return {
    // What comes back was made by the function that the type is taken from.
    evaluate: (toRun, ...argument) => run(callText(toRun, argument)) as Promise<never>,
    async waitUntil(holds) {
      const limit = performance.now() + longestWaitMs;
      while (performance.now() < limit) {
        try {
          if ((await run(callText(waitInPage, [longestLookMs], holds))) === true) return;
        } catch (error) {
          if (!(error instanceof Error && goneWithNavigation.test(error.message))) throw error;
          await delay(2);
        }
      }
      throw new Error(`The page did not get there in ${longestWaitMs} ms: ${holds.toString().slice(0, 200)}`);
    },
    async click(find) {
      const place = (await run(callText(middleInPage, [], find))) as {
        readonly x: number;
        readonly y: number;
      };
      const click = { ...place, button: 'left', clickCount: 1 };
      await send('Input.dispatchMouseEvent', { ...click, type: 'mousePressed' });
      await send('Input.dispatchMouseEvent', { ...click, type: 'mouseReleased' });
    },
    async pressKey(key) {
      await send('Input.dispatchKeyEvent', { type: 'keyDown', key, code: key });
      await send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key });
    },
    async allowForeignScripts() {
      await run('window.isBefore = true');
      await send('Page.enable');
      await send('Page.setBypassCSP', { enabled: true });
      await send('Page.reload');
      while ((await run('window.isBefore').catch(() => true)) === true) await delay(10);
    },
  };
}

type AnyFunction = (...given: never[]) => unknown;

function callText(toRun: AnyFunction, values: readonly unknown[], given?: AnyFunction): string {
  const texts = values.map((value) => JSON.stringify(value));
  return `(${toRun.toString()})(${[...(given === undefined ? [] : [given.toString()]), ...texts].join(', ')})`;
}

/** Whether it came to hold before the page was to be asked again. */
function waitInPage(holds: () => boolean, longestMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const limit = performance.now() + longestMs;
    const look = (): void => {
      // After the frame has been made, not before.
      if (holds()) requestAnimationFrame(() => setTimeout(resolve, 0, true));
      else if (performance.now() > limit) resolve(false);
      else setTimeout(look, 2);
    };
    look();
  });
}

function middleInPage(find: () => Element | null | undefined): { readonly x: number; readonly y: number } {
  const box = find()?.getBoundingClientRect();
  if (box === undefined) throw new Error('There is nothing to click.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Milliseconds by which the page's wall clock is ahead of this process's: Chromium keeps its own. */
export async function clockAhead(page: Page): Promise<number> {
  let best = { tookMs: Number.POSITIVE_INFINITY, aheadMs: 0 };
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const askedAt = wallClock();
    const theirs = await page.evaluate(() => performance.timeOrigin + performance.now());
    const answeredAt = wallClock();
    const tookMs = answeredAt - askedAt;
    if (tookMs < best.tookMs) best = { tookMs, aheadMs: theirs - (askedAt + answeredAt) / 2 };
  }
  return best.aheadMs;
}
