import type { Locator, Page } from '@playwright/test';

/** Every function and callback: found in the list, called, looked up. */
export class FunctionsPanel {
  readonly search: Locator;
  readonly list: Locator;
  readonly options: Locator;
  readonly call: Locator;
  readonly example: Locator;
  readonly show: Locator;
  readonly documentation: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.search = this.#content.getByRole('searchbox', { name: 'Search functions and callbacks' });
    this.list = this.#content.getByRole('listbox', { name: 'Functions and callbacks' });
    this.options = this.list.getByRole('option');
    this.call = this.#content.getByRole('button', { name: 'Call', exact: true });
    this.example = this.#content.getByRole('button', { name: 'Example' });
    this.show = this.part('Result').getByRole('button', { name: 'Show', exact: true });
    this.documentation = this.#content.getByRole('button', { name: 'Documentation' });
  }

  async choose(name: string): Promise<void> {
    await this.options.filter({ hasText: new RegExp(`^${name}, `) }).click();
    await this.title(name).waitFor();
  }

  /** The heading of what is chosen. */
  title(name: string): Locator {
    return this.#content.getByRole('heading', { level: 2, name, exact: true });
  }

  part(
    name: 'Call' | 'Result' | 'Last calls' | 'In code' | 'Layout' | 'Last seen' | 'C++' | 'steamworks.js',
  ): Locator {
    return this.#content.getByRole('region', { name, exact: true });
  }

  /** A field of the form. */
  field(name: string): Locator {
    return this.part('Call').getByRole('textbox', { name, exact: true });
  }

  /** The bytes that came back, while they are shown. */
  bytes(title: string): Locator {
    return this.#content.getByRole('region', { name: title, exact: true });
  }
}
