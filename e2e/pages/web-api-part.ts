import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

/** Checks of tickets by the web API. */
export class WebApiPart {
  readonly key: Locator;
  readonly setKey: Locator;
  readonly forgetKey: Locator;
  readonly keep: Locator;
  readonly address: Locator;
  readonly use: Locator;
  readonly reset: Locator;
  readonly ticket: Locator;
  readonly identity: Locator;
  readonly appId: Locator;
  readonly check: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    const button = (name: string): Locator => this.#content.getByRole('button', { name, exact: true });
    this.key = this.#content.getByLabel('Publisher key');
    this.setKey = button('Set key');
    this.forgetKey = button('Forget');
    this.keep = this.#content.getByRole('switch', { name: 'Keep it encrypted on this machine' });
    this.address = this.#content.getByRole('textbox', { name: 'Base address' });
    this.use = button('Use');
    this.reset = button('Reset to Valve’s');
    this.ticket = this.#content.getByRole('combobox', { name: 'Ticket of the bench' });
    this.identity = this.#content.getByRole('textbox', { name: 'Identity' });
    this.appId = this.#content.getByLabel('App id');
    this.check = button('Check');
  }

  async show(): Promise<void> {
    await this.#content.getByRole('radio', { name: 'Web API', exact: true }).first().check({ force: true });
  }

  async enterKey(key: string): Promise<void> {
    await this.key.fill(key);
    await this.setKey.click();
  }

  answer(number: number): Locator {
    return this.#content.getByRole('listitem', { name: `Check ${number}`, exact: true });
  }

  fact(number: number, name: 'Player' | 'Owner' | 'VAC ban' | 'Publisher ban'): Locator {
    return factIn(this.answer(number), name);
  }

  async openBody(number: number): Promise<Locator> {
    await this.answer(number).getByText('What the server sent').click();
    return this.answer(number).getByRole('region', { name: `Body of check ${number}` });
  }

  warning(text: string): Locator {
    return this.#content.getByRole('status').filter({ hasText: text });
  }
}
