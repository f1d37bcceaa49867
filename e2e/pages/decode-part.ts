import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

/** Taking tickets apart: of the book, pasted, from a file. */
export class DecodePart {
  readonly pasted: Locator;
  readonly decode: Locator;
  readonly clear: Locator;
  readonly openFile: Locator;
  readonly failure: Locator;
  readonly showBytes: Locator;
  readonly hideBytes: Locator;
  readonly #page: Page;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.#content = page.getByRole('main');
    this.pasted = this.#content.getByRole('textbox', { name: 'Or paste one, in hex or Base64' });
    this.decode = this.#content.getByRole('button', { name: 'Decode', exact: true });
    this.clear = this.section('Ticket to decode').getByRole('button', { name: 'Clear' });
    this.openFile = this.#content.getByRole('button', { name: 'Open file…' });
    this.failure = this.#content.getByRole('alert');
    this.showBytes = this.section('Bytes').getByRole('button', { name: 'Show bytes' });
    this.hideBytes = this.section('Bytes').getByRole('button', { name: 'Hide bytes' });
  }

  /** Brings the part to the front; the panel of tickets is open. */
  async open(): Promise<void> {
    await this.#content
      .getByRole('group', { name: 'Part of the tickets panel' })
      .getByRole('radio', { name: 'Decode' })
      .check({ force: true });
  }

  async choose(number: number): Promise<void> {
    await this.#content.getByRole('combobox', { name: 'Ticket of the bench' }).click();
    await this.#page.getByRole('option', { name: `Ticket ${number}` }).click();
  }

  section(name: string): Locator {
    return this.#content.getByRole('region', { name, exact: true });
  }

  /** Of the ticket with that title: `Ticket 1`, `Pasted ticket`, the name of a file. */
  fact(title: string, name: 'Owner' | 'App' | 'Issued' | 'Expires' | 'Version' | 'Flags'): Locator {
    return factIn(this.section(title), name);
  }

  /** A part of the bytes, in the legend of their picture. */
  part(name: string): Locator {
    return this.section('Bytes').getByRole('button', { name: new RegExp(`^${name} `) });
  }

  /** The bytes of the ticket with that title, while they are shown. */
  bytes(title: string): Locator {
    return this.#content.getByRole('region', { name: `Bytes of ${title}` });
  }

  /** Lets go of a file over the part, as if it came from the desktop. */
  async drop(name: string, content: readonly number[]): Promise<void> {
    const dataTransfer = await this.#page.evaluateHandle(
      ([fileName, bytes]) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(bytes)], fileName));
        return transfer;
      },
      [name, [...content]] as const,
    );
    const place = this.#content.getByTestId('drop-place');
    await place.dispatchEvent('dragover', { dataTransfer });
    await place.dispatchEvent('drop', { dataTransfer });
  }
}
