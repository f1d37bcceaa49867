import type { Locator, Page } from '@playwright/test';
import { boxOf } from './box-of.ts';

/** The voice bench: push to talk, the live trace, takes and their figures. */
export class VoicePanel {
  readonly talk: Locator;
  readonly latch: Locator;
  readonly live: Locator;
  readonly takes: Locator;
  readonly figures: Locator;
  readonly packetFile: Locator;
  readonly packets: Locator;
  /** The buttons of the take that is open. */
  readonly play: Locator;
  readonly pause: Locator;
  readonly from: Locator;
  readonly to: Locator;
  readonly region: Locator;
  /** Packets as they come. */
  readonly livePackets: Locator;
  readonly playFile: Locator;
  readonly #page: Page;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#page = page;
    // The timeline below it has buttons of the same names.
    this.#content = page.getByTestId('work');
    this.talk = this.#content.getByRole('button', { name: 'Hold to talk' });
    this.latch = this.#content.getByRole('switch', { name: 'Keep talking' });
    this.live = this.#content.getByRole('img', { name: /^Live waveform/ });
    this.takes = this.#content.getByRole('region', { name: 'Takes, newest first' }).locator('tbody tr');
    this.figures = this.#content.getByRole('region', { name: 'Figures', exact: true });
    this.packetFile = this.#content.locator('input[type=file]');
    this.packets = this.#content.getByRole('region', { name: 'Packets', exact: true }).locator('tbody tr');
    this.play = this.#content.getByRole('button', { name: 'Play', exact: true });
    this.pause = this.#content.getByRole('button', { name: 'Pause', exact: true });
    this.region = this.#content.getByRole('group', { name: 'Region' });
    this.from = this.region.getByRole('spinbutton', { name: 'Region from, ms' });
    this.to = this.region.getByRole('spinbutton', { name: 'To, ms' });
    this.livePackets = this.#content.getByRole('img', { name: /^Packets of the last 10 seconds/ });
    this.playFile = this.#content.getByRole('button', {
      name: /^(Keep and play|Play the take)$/,
    });
  }

  /** A wave: a click, a drag and keys choose what is played. */
  cursor(name: string): Locator {
    return this.#content.getByRole('slider', { name: `Place in ${name}` });
  }

  /** The first of the canvases that a wave is drawn on. */
  wave(name: string): Locator {
    return this.cursor(name).locator('[part="canvases"] canvas').first();
  }

  /** The line of what is heard. */
  heard(name: string): Locator {
    return this.cursor(name).locator('[part="cursor"]');
  }

  /** The region as it lies on a wave. */
  drawnRegion(name: string): Locator {
    return this.cursor(name).locator('[part^="region "]');
  }

  packetPlot(name: string): Locator {
    return this.#content.getByRole('img', { name: `Packets of ${name} over time` });
  }

  /** Draws a region from one share of the width to another. */
  async drag(name: string, from: number, to: number): Promise<void> {
    const cursor = this.cursor(name);
    await cursor.scrollIntoViewIfNeeded();
    const box = await boxOf(cursor);
    const y = box.y + box.height / 2;
    await this.#page.mouse.move(box.x + from * box.width, y);
    await this.#page.mouse.down();
    await this.#page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
    await this.#page.mouse.move(box.x + to * box.width, y);
    await this.#page.mouse.up();
  }

  /** Writes the open take to a file. */
  exported(what: string): Locator {
    return this.#content
      .getByRole('group', { name: 'Export' })
      .getByRole('button', { name: what, exact: true });
  }

  /** Where recording stands, as it is announced. */
  standing(words: string | RegExp): Locator {
    return this.#content.getByRole('status').filter({ hasText: words });
  }

  /** What of the talk section goes on in a second line: texts, and legends as a whole. */
  brokenLines(): Promise<readonly string[]> {
    return this.#content.getByRole('region', { name: 'Push to talk' }).evaluate((section) => {
      const tops = (within: Node): ReadonlySet<number> => {
        const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
        const found = new Set<number>();
        for (let text = walker.nextNode(); text !== null; text = walker.nextNode()) {
          if (text.parentElement?.closest('svg') instanceof SVGElement) continue;
          const range = document.createRange();
          range.selectNodeContents(text);
          for (const { top } of range.getClientRects()) found.add(Math.round(top));
        }
        return found;
      };
      return [...section.querySelectorAll('p, label, code, figcaption, [role=status]')]
        .filter((element) => tops(element).size > 1)
        .map(({ textContent }) => textContent);
    });
  }

  /** The pixels of a trace, to be compared. */
  picture(trace: Locator = this.live): Promise<string> {
    return trace.evaluate((place) => {
      // The live trace is a canvas within its place, whose pixels a worker draws.
      const canvas = place instanceof HTMLCanvasElement ? place : place.querySelector('canvas');
      if (canvas === null) throw new Error('There is no canvas.');
      return canvas.toDataURL();
    });
  }

  take(name: string): Locator {
    return this.takes.filter({ has: this.#page.getByRole('button', { name, exact: true }) });
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true });
  }

  trace(name: string): Locator {
    return this.#content.getByRole('img', { name: new RegExp(`of ${name},`) });
  }

  /** Why a take is within its limits or not, where two are compared: its words, and the tag beside them. */
  judgement(name: string): { readonly words: Locator; readonly tag: Locator } {
    const words = this.text(new RegExp(`^${name}: (Within|Outside|Nothing)`));
    return { words, tag: words.locator('xpath=../following-sibling::span[1]') };
  }

  async compareWith(name: string): Promise<void> {
    await this.#content.getByRole('combobox', { name: 'Compare with' }).click();
    await this.#page.getByRole('option', { name, exact: true }).click();
  }

  figure(title: string): Locator {
    return this.figures
      .getByRole('row')
      .filter({ has: this.#page.getByRole('rowheader', { name: title, exact: true }) });
  }

  text(text: string | RegExp): Locator {
    return this.#content.getByText(text);
  }

  part(name: string): Locator {
    return this.#content.getByRole('radio', { name, exact: true });
  }
}
