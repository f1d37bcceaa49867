import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { BenchWindow } from './bench-window.ts';

/** Hosts, joins, shows who is there and what everybody found. */
export class HandshakePanel {
  readonly start: Locator;
  readonly join: Locator;
  readonly leave: Locator;
  readonly newPlayer: Locator;
  readonly port: Locator;
  readonly address: Locator;
  readonly code: Locator;
  readonly showCode: Locator;
  /** Where this bench has joined. */
  readonly joined: Locator;
  readonly table: Locator;
  readonly refusals: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.start = this.#content.getByRole('button', { name: 'Start meeting' });
    this.join = this.#content.getByRole('button', { name: 'Join meeting' });
    this.leave = this.#content.getByRole('button', { name: /^(Leave|End meeting)$/ });
    this.newPlayer = this.#content.getByRole('button', { name: 'New window as another player' });
    this.port = this.#content.getByRole('spinbutton', { name: 'Port' });
    this.address = this.#content.getByRole('textbox', { name: 'Address' });
    this.code = this.#content.getByRole('textbox', { name: 'Join code' });
    this.showCode = this.#content.getByRole('button', { name: 'Show join code' });
    this.table = this.#content.getByRole('region', { name: 'Players and verdicts' });
    this.joined = this.#content.getByRole('region', { name: 'The meeting that this bench joined' });
    this.refusals = this.#content.getByRole('list', { name: 'Refusals, newest first' });
  }

  /** Starts a meeting on a port that is free; what others need to join it. */
  async host(): Promise<{ readonly address: string; readonly code: string }> {
    await this.port.fill('0');
    await this.start.click();
    const addresses = this.#content.getByRole('list', { name: 'Addresses of the meeting' });
    const address = await addresses.getByRole('listitem').first().innerText();
    await this.showCode.click();
    const code = await this.#content.getByText(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/).innerText();
    return { address: address.trim(), code };
  }

  async joinAt(address: string, code: string): Promise<void> {
    await this.address.fill(address);
    await this.code.fill(code);
    await this.join.click();
  }

  text(text: string | RegExp): Locator {
    return this.#content.getByText(text);
  }

  player(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.table.page().getByRole('rowheader', { name }) });
  }

  /** Cells that say this, Steam’s name of a verdict for instance. */
  verdictsSaying(name: string): Locator {
    return this.table.getByRole('cell').filter({ hasText: new RegExp(`^${name}`) });
  }

  verdictsOn(player: string, saying: string): Locator {
    return this.table
      .getByRole('row', { name: new RegExp(`^${player}`) })
      .getByRole('cell')
      .filter({ hasText: new RegExp(`^${saying}`) });
  }
}

/** A window with its handshake panel open. */
export interface MeetingWindow {
  readonly page: Page;
  readonly window: BenchWindow;
  readonly panel: HandshakePanel;
}

export async function openHandshake(page: Page): Promise<MeetingWindow> {
  const window = new BenchWindow(page);
  await window.open('Handshake');
  return { page, window, panel: new HandshakePanel(page) };
}

/** Opens a window as the next simulated account, from the panel of another one. */
export async function openNextPlayer(app: ElectronApplication, from: HandshakePanel): Promise<MeetingWindow> {
  const [page] = await Promise.all([app.waitForEvent('window'), from.newPlayer.click()]);
  await page.getByRole('banner').waitFor();
  return openHandshake(page);
}
