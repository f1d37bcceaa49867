import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createSenderCheck } from './sender.ts';

interface Frame {
  readonly url: string;
}

/** What the check looks at of an event. */
function eventOf(sender: { readonly mainFrame: Frame }, senderFrame: Frame | null): IpcMainInvokeEvent {
  return { sender, senderFrame } as unknown as IpcMainInvokeEvent;
}

const mainFrame: Frame = { url: 'app://bench/index.html' };
const bench = { mainFrame };
const BENCH = 'the bench window';
const windowOf = createSenderCheck(
  (contents) => (contents === (bench as unknown as WebContents) ? BENCH : undefined),
  'app://bench',
);

describe('a message', () => {
  it('of the bench window’s own page is trusted', () => {
    expect(windowOf(eventOf(bench, mainFrame))).toBe(BENCH);
  });

  it('of another window is not, also where it shows the same page', () => {
    const frame = { url: mainFrame.url };
    expect(windowOf(eventOf({ mainFrame: frame }, frame))).toBe(undefined);
  });

  it('of a frame within the page is not, and of one that is gone is not', () => {
    expect(windowOf(eventOf(bench, { url: mainFrame.url }))).toBe(undefined);
    expect(windowOf(eventOf(bench, null))).toBe(undefined);
  });

  it.each([
    'about:blank',
    'https://evil.example/',
    'app://bench.evil.example/index.html',
    'app://benchmark/',
    'app://bench',
    'file:///index.html',
  ])('of the window while it shows %s is not', (url) => {
    const frame = { url };
    const contents = { mainFrame: frame };
    const windowOfThis = createSenderCheck(
      (other) => (other === (contents as unknown as WebContents) ? BENCH : undefined),
      'app://bench',
    );
    expect(windowOfThis(eventOf(contents, frame))).toBe(undefined);
  });
});
