import type { Locator, Page } from '@playwright/test';

/** The voice bench: push to talk, the live trace, takes and their figures. */
export class VoicePanel {
  readonly talk: Locator;
  readonly latch: Locator;
  readonly live: Locator;
  readonly takes: Locator;
  readonly figures: Locator;
  readonly packetFile: Locator;
  readonly packets: Locator;
  readonly #page: Page;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#content = page.getByRole('main');
    this.talk = this.#content.getByRole('button', { name: 'Hold to talk' });
    this.latch = this.#content.getByRole('switch', { name: 'Keep talking' });
    this.live = this.#content.getByRole('img', { name: /^Live waveform/ });
    this.takes = this.#content.getByRole('region', { name: 'Takes, newest first' }).locator('tbody tr');
    this.figures = this.#content.getByRole('region', { name: 'Figures', exact: true });
    this.packetFile = this.#content.locator('input[type=file]');
    this.packets = this.#content.getByRole('region', { name: 'Packets', exact: true }).locator('tbody tr');
  }

  /** Where recording stands, as it is announced. */
  standing(words: string | RegExp): Locator {
    return this.#content.getByRole('status').filter({ hasText: words });
  }

  /** The pixels of a trace, to be compared. */
  picture(trace: Locator = this.live): Promise<string> {
    return trace.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
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
