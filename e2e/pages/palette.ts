import { expect, type Locator, type Page } from '@playwright/test';

/** Every action by name. */
export class Palette {
  readonly dialog: Locator;
  readonly search: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Command palette' });
    this.search = this.dialog.getByRole('combobox', { name: 'Find an action' });
  }

  option(title: string): Locator {
    return this.dialog.getByRole('option').filter({ hasText: title });
  }

  /** The one that Enter runs. */
  get chosen(): Locator {
    return this.dialog.getByRole('option', { selected: true });
  }

  async open(): Promise<void> {
    // Keys are heard from the moment the window is drawn.
    await expect(this.#page.getByRole('banner')).toBeVisible();
    await this.#page.keyboard.press('ControlOrMeta+K');
    await expect(this.search).toBeFocused();
  }

  /** Runs an action with the keyboard alone. */
  async run(title: string): Promise<void> {
    await this.open();
    await this.#page.keyboard.type(title);
    await expect(this.chosen).toContainText(title);
    await this.#page.keyboard.press('Enter');
    await expect(this.dialog).toBeHidden();
  }
}
