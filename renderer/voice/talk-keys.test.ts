// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTalkHands, type TalkHands } from './talk-hands.ts';
import { listenForTalk } from './talk-keys.ts';

let done: string[] = [];
let stopListening = (): void => undefined;

/** Sends a key to an element, or to the page, and answers whether something took it. */
function key(
  type: 'keydown' | 'keyup',
  code: string,
  target: EventTarget = document.body,
  more = {},
): boolean {
  return !target.dispatchEvent(new KeyboardEvent(type, { code, bubbles: true, cancelable: true, ...more }));
}

function add(html: string): Element {
  document.body.innerHTML = html;
  return document.body.firstElementChild!;
}

function someHands(): TalkHands {
  return createTalkHands({
    start: () => void done.push('start'),
    stop: (why) => void done.push(why),
    changed: () => undefined,
  });
}

beforeEach(() => {
  done = [];
  stopListening = listenForTalk('Space', someHands());
});

afterEach(() => {
  stopListening();
  document.body.innerHTML = '';
});

describe('the talk key', () => {
  it('talks while it is down, once, however often it repeats', () => {
    expect(key('keydown', 'Space')).toBe(true);
    expect(key('keydown', 'Space', document.body, { repeat: true })).toBe(true);
    expect(done).toEqual(['start']);
    expect(key('keyup', 'Space')).toBe(true);
    expect(done).toEqual(['start', 'stopped']);
  });

  it.each([
    '<input>',
    '<textarea></textarea>',
    '<div contenteditable="true"></div>',
    '<div role="dialog"></div>',
  ])('is text in %s', (html) => {
    const field = add(html);
    expect(key('keydown', 'Space', field)).toBe(false);
    key('keyup', 'Space', field);
    expect(done).toEqual([]);
  });

  it.each([{ ctrlKey: true }, { altKey: true }, { metaKey: true }])('is a shortcut with %o', (modifier) => {
    expect(key('keydown', 'Space', document.body, modifier)).toBe(false);
    expect(done).toEqual([]);
  });

  it('presses a button that was reached with Tab, and talks on one that was clicked', () => {
    const button = add('<button>Play</button>');
    key('keydown', 'Tab', button);
    expect(key('keydown', 'Space', button)).toBe(false);
    button.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    expect(key('keydown', 'Space', button)).toBe(true);
    expect(done).toEqual(['start']);
  });

  it.each([
    '<input type="checkbox">',
    '<input type="radio">',
    '<button>Play</button>',
    '<button role="switch" aria-checked="false"></button>',
    '<button role="combobox" aria-haspopup="listbox"></button>',
  ])('presses %s where it shows the focus, and talks after a click on it', (html) => {
    const control = add(html) as HTMLElement;
    // Given the focus by something else than Tab: a dialogue that closed, a shortcut.
    control.focus();
    expect(key('keydown', 'Space', control)).toBe(false);
    control.blur();
    control.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    control.focus();
    control.dispatchEvent(new Event('pointerup', { bubbles: true }));
    expect(key('keydown', 'Space', control)).toBe(true);
    key('keyup', 'Space', control);
    // The browser shows the focus on what was clicked once a key goes down: the next press still talks.
    expect(key('keydown', 'Space', control)).toBe(true);
    expect(done).toEqual(['start', 'stopped', 'start']);
  });

  it('presses what had the focus before it was listened for', () => {
    stopListening();
    const button = add('<button>Voice</button>') as HTMLElement;
    button.focus();
    stopListening = listenForTalk('Space', someHands());
    expect(key('keydown', 'Space', button)).toBe(false);
  });

  it('is let go of when the window loses the focus, and when the page ends', () => {
    key('keydown', 'Space');
    window.dispatchEvent(new Event('blur'));
    expect(done).toEqual(['start', 'window-left']);
    expect(key('keyup', 'Space')).toBe(false);
    key('keydown', 'Space');
    window.dispatchEvent(new Event('pagehide'));
    expect(done).toEqual(['start', 'window-left', 'start', 'window-left']);
  });

  it('does nothing once the panel is left, and ends what it began', () => {
    key('keydown', 'Space');
    stopListening();
    expect(done).toEqual(['start', 'stopped']);
    key('keydown', 'Space');
    expect(done).toHaveLength(2);
  });

  it('leaves every other key alone', () => {
    expect(key('keydown', 'KeyV')).toBe(false);
    expect(done).toEqual([]);
  });
});
