import type { Locator, Page } from '@playwright/test';

export type ServerForm = 'Advertise a game' | 'Initiate a connection';

/** The old ways to tell Steam of a game server. */
export class ServersPanel {
  /** The way to the panel, with what its lamp says. */
  readonly navigationItem: Locator;
  readonly fence: Locator;
  readonly denials: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.navigationItem = page
      .getByRole('navigation', { name: 'Panels' })
      .getByRole('button', { name: /^Game servers/ });
    this.fence = this.#content.getByRole('region', { name: 'Legacy', exact: true });
    this.denials = this.#content.getByRole('region', { name: 'Denials, newest first' }).getByRole('listitem');
  }

  async open(): Promise<void> {
    await this.navigationItem.click();
    await this.fence.waitFor();
  }

  form(name: ServerForm): Locator {
    return this.#content.getByRole('form', { name });
  }

  async fill(
    form: ServerForm,
    server: { readonly serverId: string; readonly serverIp: string; readonly serverPort: number },
  ): Promise<void> {
    const fields = this.form(form);
    await fields.getByRole('textbox', { name: 'Server id' }).fill(server.serverId);
    await fields.getByRole('textbox', { name: 'IPv4 address' }).fill(server.serverIp);
    await fields.getByRole('textbox', { name: 'Port' }).fill(String(server.serverPort));
  }

  press(form: ServerForm, button: 'Advertise' | 'Take back' | 'Initiate'): Promise<void> {
    return this.form(form).getByRole('button', { name: button, exact: true }).click();
  }

  connection(number: number): Locator {
    return this.#content.getByRole('listitem', { name: `Connection ${number}`, exact: true });
  }
}
