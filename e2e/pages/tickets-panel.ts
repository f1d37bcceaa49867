import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

/** Session tickets: issue, wait, show, copy, cancel. */
export class TicketsPanel {
  readonly issue: Locator;
  readonly all: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.issue = this.#content.getByRole('button', { name: 'Issue ticket' });
    this.all = this.#content
      .getByRole('list', { name: 'Issued tickets, newest first' })
      .getByRole('listitem');
  }

  for(remote: 'Anyone' | 'Steam id' | 'Address' | 'Name'): Locator {
    return this.#content
      .getByRole('group', { name: 'For', exact: true })
      .getByRole('radio', { name: remote });
  }

  field(name: 'Steam id' | 'IPv4 address' | 'Port' | 'Name'): Locator {
    return this.#content.getByRole('textbox', { name, exact: true });
  }

  card(number: number): TicketCard {
    return new TicketCard(this.#content, number);
  }
}

/** One ticket in the book. */
export class TicketCard {
  readonly card: Locator;
  readonly wait: Locator;
  readonly show: Locator;
  readonly hide: Locator;
  readonly copyHex: Locator;
  readonly copyBase64: Locator;
  readonly cancel: Locator;
  /** The bytes, while they are shown. */
  readonly bytes: Locator;

  constructor(place: Locator, number: number) {
    this.card = place.getByRole('listitem', { name: `Ticket ${number}`, exact: true });
    this.wait = this.card.getByRole('progressbar', { name: 'Waiting for Steam’s callback' });
    this.show = this.card.getByRole('button', { name: 'Show bytes' });
    this.hide = this.card.getByRole('button', { name: 'Hide bytes' });
    this.copyHex = this.card.getByRole('button', { name: 'Copy hex' });
    this.copyBase64 = this.card.getByRole('button', { name: 'Copy Base64' });
    this.cancel = this.card.getByRole('button', { name: 'Cancel ticket' });
    this.bytes = this.card.getByRole('region', { name: `Bytes of ticket ${number}` });
  }

  state(name: 'Waiting' | 'Confirmed' | 'Refused' | 'Unanswered' | 'Cancelled' | 'Lost'): Locator {
    return this.card.getByText(name, { exact: true });
  }

  fact(name: 'for' | 'handle' | 'size'): Locator {
    return factIn(this.card, name);
  }
}
