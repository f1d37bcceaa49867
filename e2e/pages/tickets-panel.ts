import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

export type TicketsPart = 'Tickets' | 'Sessions' | 'Decode' | 'Walk-through' | 'Encrypted' | 'Web API';

/** Tickets: issue, wait, show, copy, save, cancel; and the way to the other parts of the panel. */
export class TicketsPanel {
  readonly issue: Locator;
  readonly all: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.issue = this.#content.getByRole('button', { name: 'Issue ticket' });
    this.all = this.#content.getByRole('list', { name: 'Issued tickets, newest first' }).locator('> li');
  }

  /** Opens a part of the panel. */
  async show(part: TicketsPart): Promise<void> {
    await this.#content
      .getByRole('group', { name: 'Part of the tickets panel' })
      .getByRole('radio', { name: part, exact: true })
      .check({ force: true });
  }

  kind(kind: 'Session ticket' | 'Web API ticket'): Locator {
    return this.#content.getByRole('group', { name: 'Kind', exact: true }).getByRole('radio', { name: kind });
  }

  for(remote: 'Anyone' | 'Steam id' | 'Address' | 'Name'): Locator {
    return this.#content
      .getByRole('group', { name: 'For', exact: true })
      .getByRole('radio', { name: remote });
  }

  field(name: 'Steam id' | 'IPv4 address' | 'Port' | 'Name' | 'Identity (optional)'): Locator {
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
  readonly beginSession: Locator;
  readonly decode: Locator;
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
    this.beginSession = this.card.getByRole('button', { name: 'Begin a session' });
    this.decode = this.card.getByRole('button', { name: 'Decode' });
    this.bytes = this.card.getByRole('region', { name: `Bytes of ticket ${number}` });
  }

  /** Who holds a session on it. */
  get holders(): Locator {
    return this.card.getByText('Sessions on it:').locator('..').getByRole('listitem');
  }

  /** Chooses how to save it; the file dialogue has to be answered. */
  async save(kind: 'As bytes' | 'As hex' | 'As Base64'): Promise<void> {
    await this.card.getByRole('button', { name: 'Save to a file' }).click();
    await this.card.page().getByRole('menuitem', { name: kind }).click();
  }

  state(name: 'Waiting' | 'Confirmed' | 'Refused' | 'Unanswered' | 'Cancelled' | 'Lost'): Locator {
    return this.card.getByText(name, { exact: true });
  }

  fact(name: 'for' | 'handle' | 'size'): Locator {
    return factIn(this.card, name);
  }
}
