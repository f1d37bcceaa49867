import type { Locator, Page } from '@playwright/test';

/** Play time under the rules of China: what Steam says of it, asked and unasked. */
export class DurationPanel {
  readonly ask: Locator;
  readonly newest: Locator;
  readonly plot: Locator;
  readonly online: Locator;
  /** Every reading in words, newest first. */
  readonly feed: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.ask = this.#content.getByRole('button', { name: 'Ask Steam' });
    this.newest = this.#content.getByRole('region', { name: 'Newest reading', exact: true });
    this.plot = this.#content.getByRole('img', { name: /^Play time over time/ });
    this.online = this.#content.getByRole('region', { name: 'Online state', exact: true });
    this.feed = this.#content.getByRole('region', { name: 'Readings, newest first' }).getByRole('listitem');
  }

  gauge(name: 'Last 5 hours' | 'Today' | 'Remaining'): Locator {
    return this.newest.getByRole('meter', { name });
  }

  async tell(state: 'Offline' | 'Online' | 'Online, high priority'): Promise<void> {
    await this.online.getByRole('radio', { name: state, exact: true }).check({ force: true });
  }

  state(name: 'Offline' | 'Online' | 'Online, high priority'): Locator {
    return this.online.getByRole('radio', { name, exact: true });
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true });
  }

  text(text: string | RegExp): Locator {
    return this.#content.getByText(text);
  }
}
