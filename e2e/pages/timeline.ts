import type { Locator, Page } from '@playwright/test';

export type KindPlural = 'Calls' | 'Results' | 'Callbacks' | 'Session' | 'Faults';

/** Everything that happened between the bench and Steam. */
export class Timeline {
  readonly region: Locator;
  readonly grid: Locator;
  /** The rows that are drawn, without the header. */
  readonly rows: Locator;
  readonly selected: Locator;
  readonly nameFilter: Locator;
  readonly search: Locator;
  readonly pause: Locator;
  readonly follow: Locator;
  readonly save: Locator;
  readonly clear: Locator;
  readonly showEveryEntry: Locator;
  readonly detail: EntryDetail;
  readonly #page: Page;
  readonly #toolbar: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole('region', { name: 'Timeline' });
    this.#toolbar = this.region.getByRole('toolbar', { name: 'Timeline' });
    this.grid = this.region.getByRole('grid', { name: 'Timeline' });
    this.rows = this.grid.getByRole('rowgroup').getByRole('row');
    this.selected = this.grid.getByRole('row', { selected: true });
    this.nameFilter = this.#toolbar.getByRole('combobox', { name: 'Name' });
    this.search = this.#toolbar.getByRole('textbox', { name: 'Search the timeline' });
    this.pause = this.#toolbar.getByRole('button', { name: 'Pause', exact: true });
    this.follow = this.#toolbar.getByRole('button', { name: 'Follow', exact: true });
    this.save = this.#toolbar.getByRole('button', { name: 'Save as JSON Lines' });
    this.clear = this.#toolbar.getByRole('button', { name: 'Clear', exact: true });
    this.showEveryEntry = this.grid.getByRole('button', { name: 'Show every entry' });
    this.detail = new EntryDetail(page);
  }

  /** Rows of a function or callback. */
  named(name: string): Locator {
    return this.rows.filter({ has: this.#page.getByRole('gridcell', { name, exact: true }) });
  }

  kind(plural: KindPlural): Locator {
    return this.#toolbar.getByRole('button', { name: new RegExp(`^${plural}`) });
  }

  /** How many entries are held, or shown of those held. */
  figures(text: string | RegExp): Locator {
    return this.#toolbar.getByText(text);
  }

  /** The button of a row that leads to the entry it belongs to. */
  jump(row: Locator): Locator {
    return row.getByRole('button', { name: /^(Answers call|Answered by) \d+$/ });
  }

  async showOnly(name: string): Promise<void> {
    // The names are read as soon as somebody is about to choose.
    await this.nameFilter.focus();
    await this.nameFilter.selectOption(name);
  }
}

/** Everything about the selected entry. */
export class EntryDetail {
  readonly place: Locator;
  readonly show: Locator;
  readonly hide: Locator;
  readonly rawBytes: Locator;
  readonly partner: Locator;
  readonly copy: Locator;

  constructor(page: Page) {
    this.place = page.getByRole('complementary', { name: 'Detail of the entry' });
    this.show = this.place.getByRole('button', { name: 'Show', exact: true });
    this.hide = this.place.getByRole('button', { name: 'Hide', exact: true });
    this.rawBytes = this.place.getByRole('group', { name: 'Raw bytes' });
    this.partner = this.place.getByRole('button', { name: /^(answers|answered by) #\d+$/ });
    this.copy = this.place.getByRole('button', { name: /^Copy Entry as JSON/ });
  }

  title(name: string): Locator {
    return this.place.getByRole('heading', { name, exact: true });
  }

  /** The value of a decoded field, with its meaning. */
  field(name: string): Locator {
    return this.place
      .getByRole('row')
      .filter({ has: this.place.page().getByRole('rowheader', { name, exact: true }) })
      .getByRole('cell')
      .last();
  }
}
