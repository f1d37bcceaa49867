import type { Locator, Page } from '@playwright/test';

/** Encrypted app tickets: request, fetch, key, decrypt. */
export class EncryptedPart {
  readonly userData: Locator;
  readonly request: Locator;
  readonly requestAnyway: Locator;
  /** Until Steam grants the next one. */
  readonly countdown: Locator;
  readonly fetch: Locator;
  readonly showBytes: Locator;
  readonly copyHex: Locator;
  readonly bytes: Locator;
  readonly key: Locator;
  readonly setKey: Locator;
  readonly useSimulatorKey: Locator;
  readonly forgetKey: Locator;
  readonly decrypt: Locator;
  /** What a ticket held, once it was decrypted. */
  readonly result: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    const button = (name: string): Locator => this.#content.getByRole('button', { name, exact: true });
    this.userData = this.#content.getByRole('textbox', { name: 'User data' });
    this.request = button('Request ticket');
    this.requestAnyway = button('Request anyway');
    this.countdown = this.#content.getByRole('progressbar', { name: /^Steam grants the next one/ });
    this.fetch = button('Fetch');
    this.showBytes = button('Show bytes');
    this.copyHex = button('Copy hex');
    this.bytes = this.#content.getByRole('region', { name: 'Bytes of the encrypted ticket' });
    this.key = this.#content.getByLabel('Key of the app');
    this.setKey = button('Set key');
    this.useSimulatorKey = button('Use the simulator’s key');
    this.forgetKey = button('Forget');
    this.decrypt = button('Decrypt');
    this.result = this.#content.getByRole('region', { name: 'What the ticket holds' });
  }

  async show(): Promise<void> {
    await this.#content.getByRole('radio', { name: 'Encrypted', exact: true }).check({ force: true });
  }

  async userDataAs(form: 'Text' | 'Hex'): Promise<void> {
    await this.#content.getByRole('radio', { name: form, exact: true }).check({ force: true });
  }

  one(number: number): Locator {
    return this.#content.getByRole('listitem', { name: `Request ${number}`, exact: true });
  }

  failure(code: string): Locator {
    return this.#content.getByRole('alert').filter({ hasText: code });
  }
}
