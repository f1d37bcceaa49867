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
const isTrusted = createSenderCheck(
  (contents) => contents === (bench as unknown as WebContents),
  'app://bench',
);

describe('a message', () => {
  it('of the bench window’s own page is trusted', () => {
    expect(isTrusted(eventOf(bench, mainFrame))).toBe(true);
  });

  it('of another window is not, also where it shows the same page', () => {
    const frame = { url: mainFrame.url };
    expect(isTrusted(eventOf({ mainFrame: frame }, frame))).toBe(false);
  });

  it('of a frame within the page is not, and of one that is gone is not', () => {
    expect(isTrusted(eventOf(bench, { url: mainFrame.url }))).toBe(false);
    expect(isTrusted(eventOf(bench, null))).toBe(false);
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
    const isOfThis = createSenderCheck(
      (other) => other === (contents as unknown as WebContents),
      'app://bench',
    );
    expect(isOfThis(eventOf(contents, frame))).toBe(false);
  });
});
