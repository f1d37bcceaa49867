import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

/** Auth sessions: begin one, hear the verdict, ask about licences, end it. */
export class SessionsPart {
  readonly begin: Locator;
  readonly steamId: Locator;
  readonly pasted: Locator;
  readonly file: Locator;
  readonly all: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.begin = this.#content.getByRole('button', { name: 'Begin session' });
    this.steamId = this.#content.getByRole('textbox', { name: 'Steam id of the player' });
    this.pasted = this.#content.getByLabel('Ticket in hex or Base64');
    this.file = this.#content.getByLabel('File with a ticket');
    this.all = this.#content.getByRole('list', { name: 'Auth sessions, newest first' }).locator('> li');
  }

  source(name: 'Own ticket' | 'Pasted' | 'File' | 'Simulated player'): Locator {
    return this.#content
      .getByRole('group', { name: 'Ticket', exact: true })
      .getByRole('radio', { name, exact: true });
  }

  card(number: number): SessionCard {
    return new SessionCard(this.#content, number);
  }
}

/** One session in the book. */
export class SessionCard {
  readonly card: Locator;
  readonly wait: Locator;
  readonly end: Locator;
  readonly appId: Locator;
  readonly checkLicence: Locator;
  readonly licences: Locator;
  /** Newest first. */
  readonly verdicts: Locator;

  constructor(place: Locator, number: number) {
    this.card = place.getByRole('listitem', { name: `Session ${number}`, exact: true });
    this.wait = this.card.getByRole('progressbar', { name: 'Waiting for Steam’s callback 143' });
    this.end = this.card.getByRole('button', { name: 'End session' });
    this.appId = this.card.getByRole('spinbutton', { name: 'App id to check' });
    this.checkLicence = this.card.getByRole('button', { name: 'Check licence' });
    this.licences = this.card
      .getByRole('list', { name: `Licences of session ${number}` })
      .getByRole('listitem');
    this.verdicts = this.card.getByRole('list', { name: 'Verdicts, newest first' }).getByRole('listitem');
  }

  state(
    name:
      'Not begun' | 'Waiting' | 'Unanswered' | 'Verified' | 'Refused' | 'Ticket cancelled' | 'Ended' | 'Lost',
  ): Locator {
    return this.card.getByText(name, { exact: true });
  }

  fact(name: 'with' | 'ticket' | 'BeginAuthSession'): Locator {
    return factIn(this.card, name);
  }
}
