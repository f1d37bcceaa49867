import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

export type LampTitle =
  | 'Logged on'
  | 'Behind NAT'
  | 'Phone verified'
  | 'Phone identifying'
  | 'Phone awaiting verification'
  | 'Two-factor';

/** What Steam says of the account that is logged in, and of its own connection. */
export class AccountPanel {
  readonly refresh: Locator;
  readonly steamLevel: Locator;
  readonly badges: Locator;
  readonly moreSeries: Locator;
  /** The connection over time, drawn. */
  readonly strip: Locator;
  /** The same in words, newest first. */
  readonly history: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.refresh = this.#content.getByRole('button', { name: 'Refresh' });
    this.steamLevel = this.#content.getByRole('status', { name: 'Steam level' });
    this.badges = this.#content.getByRole('region', { name: 'Badges by series' });
    this.moreSeries = this.#content.getByRole('button', { name: 'One series more' });
    this.strip = this.#content.getByRole('img', { name: /^Connection over time/ });
    this.history = this.#content
      .getByRole('region', { name: 'Connects and disconnects' })
      .getByRole('listitem');
  }

  lamp(title: LampTitle): Locator {
    return this.#content
      .getByRole('list', { name: 'Status of the account' })
      .getByRole('listitem')
      .filter({ has: this.#content.page().getByText(title, { exact: true }) });
  }

  /** The answer beside a lamp. */
  answer(title: LampTitle, word: 'yes' | 'no' | 'not known'): Locator {
    return this.lamp(title).getByText(word, { exact: true });
  }

  fact(name: string): Locator {
    return factIn(this.#content.getByRole('region', { name: 'Account', exact: true }), name);
  }

  /** Levels of a series: regular, foil. */
  async badgeLevels(series: number): Promise<readonly string[]> {
    const row = this.badges
      .getByRole('row')
      .filter({ has: this.#content.page().getByRole('rowheader', { name: String(series), exact: true }) });
    return row.getByRole('cell').allInnerTexts();
  }
}
