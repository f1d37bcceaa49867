import type { Locator, Page } from '@playwright/test';

/** Store logins, purchases, the market, and what the overlay hands to the game. */
export class StorePanel {
  readonly redirect: Locator;
  readonly request: Locator;
  readonly market: Locator;
  readonly askMarket: Locator;
  readonly reasons: Locator;
  readonly purchases: Locator;
  readonly webCallbacks: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.redirect = this.#content.getByRole('textbox', { name: 'Page to go to, once logged in' });
    this.request = this.#content.getByRole('button', { name: 'Request address' });
    this.market = this.#content.getByRole('region', { name: 'Community market', exact: true });
    this.askMarket = this.market.getByRole('button', { name: 'Ask' });
    this.reasons = this.market.getByRole('list', { name: 'Reasons' }).getByRole('listitem');
    this.purchases = this.#content
      .getByRole('region', { name: 'Purchases, newest first' })
      .getByRole('listitem');
    this.webCallbacks = this.#content
      .getByRole('region', { name: 'Web callbacks, newest first' })
      .getByRole('listitem');
  }

  address(number: number): Locator {
    return this.#content.getByRole('listitem', { name: `Address ${number}`, exact: true });
  }

  /** What can be done with an address. */
  action(number: number, name: 'Show' | 'Hide' | 'Copy' | 'Open in browser'): Locator {
    return this.address(number).getByRole('button', { name, exact: true });
  }

  button(name: string): Locator {
    return this.#content.getByRole('button', { name, exact: true });
  }
}
