import type { Locator, Page } from '@playwright/test';

export type SimulationPart =
  'Happens now' | 'Account' | 'Voice' | 'Next answer' | 'Faults' | 'World and seed';

/** Drives the simulated client: its account, its clock, what happens to it. */
export class SimulationPanel {
  /** Every control: disabled where no simulated client is connected. */
  readonly controls: Locator;
  readonly clock: Locator;
  readonly pauseTime: Locator;
  readonly runTime: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.controls = this.#content.getByRole('group', { name: 'Controls of the simulated client' });
    this.clock = this.#content.getByRole('group', { name: 'Simulated time', exact: true });
    this.pauseTime = this.clock.getByRole('button', { name: 'Pause time' });
    this.runTime = this.clock.getByRole('button', { name: 'Run time' });
  }

  async show(part: SimulationPart): Promise<void> {
    await this.#content.getByRole('radio', { name: part, exact: true }).check({ force: true });
  }

  step(length: '1 s' | '1 min' | '1 h'): Locator {
    return this.clock.getByRole('button', { name: `Step ${length}`, exact: true });
  }

  button(name: string): Locator {
    return this.controls.getByRole('button', { name, exact: true });
  }

  switch(name: string): Locator {
    return this.controls.getByRole('switch', { name, exact: true });
  }

  list(name: string | RegExp): Locator {
    return this.controls.getByRole('list', { name });
  }

  /** Chooses in a select by the text of the option. */
  async choose(label: string, option: string | RegExp): Promise<void> {
    await this.controls.getByRole('combobox', { name: label, exact: true }).click();
    await this.#content.page().getByRole('option', { name: option }).click();
  }
}
