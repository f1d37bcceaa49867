import type { Locator, Page } from '@playwright/test';
import { AccountPanel } from './account-panel.ts';
import { ConnectionPanel } from './connection-panel.ts';
import { FunctionsPanel } from './functions-panel.ts';
import { Palette } from './palette.ts';
import { SimulationPanel } from './simulation-panel.ts';
import { TicketsPanel } from './tickets-panel.ts';
import { Timeline } from './timeline.ts';

export const panelTitles = [
  'Connection',
  'Account & network',
  'Auth tickets',
  'Handshake',
  'Voice',
  'Duration control',
  'Store & purchases',
  'Game servers (legacy)',
  'Simulation',
  'Functions',
] as const;
export type PanelTitle = (typeof panelTitles)[number];

/** The window as its user sees it: the bar on top, the panels, the timeline, and what lies over them. */
export class BenchWindow {
  readonly page: Page;
  /** Whom the bench talks to. */
  readonly bar: Locator;
  readonly mark: Locator;
  readonly navigation: Locator;
  readonly palette: Palette;
  readonly connection: ConnectionPanel;
  readonly account: AccountPanel;
  readonly tickets: TicketsPanel;
  readonly functions: FunctionsPanel;
  readonly simulation: SimulationPanel;
  readonly timeline: Timeline;

  constructor(page: Page) {
    this.page = page;
    this.bar = page.getByRole('banner');
    this.mark = this.bar.getByRole('status');
    this.navigation = page.getByRole('navigation', { name: 'Panels' });
    this.palette = new Palette(page);
    this.connection = new ConnectionPanel(page);
    this.account = new AccountPanel(page);
    this.tickets = new TicketsPanel(page);
    this.functions = new FunctionsPanel(page);
    this.simulation = new SimulationPanel(page);
    this.timeline = new Timeline(page);
  }

  /** The heading of the panel that is open. */
  heading(title: PanelTitle): Locator {
    return this.page.getByRole('heading', { level: 1, name: title, exact: true });
  }

  navigationItem(title: PanelTitle): Locator {
    const literally = title.replaceAll(/[()]/g, String.raw`\$&`);
    return this.navigation.getByRole('button', { name: new RegExp(`^${literally}`) });
  }

  async open(title: PanelTitle): Promise<void> {
    await this.navigationItem(title).click();
    await this.heading(title).waitFor();
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Something that is told in passing, or above every panel. */
  notice(text: string | RegExp): Locator {
    return this.page.getByRole('status').filter({ hasText: text });
  }

  /** The colour behind everything. */
  background(): Promise<string> {
    return this.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  }
}
