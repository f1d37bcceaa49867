import type { Locator, Page } from '@playwright/test';

/** The walk-through in the tickets panel. */
export class WalkThroughPart {
  readonly run: Locator;
  readonly again: Locator;
  readonly stop: Locator;
  readonly steps: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.run = this.#content.getByRole('button', { name: 'Walk through', exact: true });
    this.again = this.#content.getByRole('button', { name: 'Walk through again' });
    this.stop = this.#content.getByRole('button', { name: 'Stop' });
    this.steps = this.#content.getByRole('list', { name: 'Steps' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.#content.getByRole('radio', { name: 'Walk-through' }).check({ force: true });
  }

  step(title: string): Locator {
    return this.#content.getByRole('listitem', { name: new RegExp(`^Step \\d: ${title}`) });
  }

  said(text: string | RegExp): Locator {
    return this.#content.getByText(text);
  }
}
