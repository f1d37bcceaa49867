import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

export type SimulationPart =
  'Happens now' | 'Account' | 'Voice' | 'Next answer' | 'Faults' | 'World and seed';

/** The two ways that voice packets go, by what their faults are grouped under. */
export type VoiceWay = 'Microphone to GetVoice' | 'Caller to DecompressVoice';
export type InjectedRow = 'Sent' | 'Lost' | 'Duplicated' | 'Swapped' | 'Bit flipped';

/** Drives the simulated client: its account, its clock, what happens to it. */
export class SimulationPanel {
  /** Every control: disabled where no simulated client is connected. */
  readonly controls: Locator;
  readonly clock: Locator;
  readonly pauseTime: Locator;
  readonly runTime: Locator;
  /** What the simulated microphone hears. */
  readonly wavFile: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.controls = this.#content.getByRole('group', { name: 'Controls of the simulated client' });
    this.clock = this.#content.getByRole('group', { name: 'Simulated time', exact: true });
    this.pauseTime = this.clock.getByRole('button', { name: 'Pause time' });
    this.runTime = this.clock.getByRole('button', { name: 'Run time' });
    this.wavFile = this.#content.locator('input[type=file]');
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

  /** Types a value and lets it take effect. */
  async fill(label: string, value: string, place: Locator = this.controls): Promise<void> {
    const field = place.getByRole('textbox', { name: label, exact: true });
    await field.fill(value);
    await field.press('Enter');
  }

  voiceWay(way: VoiceWay): Locator {
    return this.controls.getByRole('group', { name: way, exact: true });
  }

  /** A row of what was injected: packets and frames on the way out, then on the way in. */
  async injected(row: InjectedRow): Promise<Record<'outgoing' | 'incoming', VoiceCount>> {
    const cells = this.controls
      .getByRole('region', { name: 'Injected' })
      .getByRole('row')
      .filter({ has: this.#content.page().getByRole('rowheader', { name: row, exact: true }) })
      .getByRole('cell');
    const [outPackets, outFrames, inPackets, inFrames] = (await cells.allTextContents()).map(Number);
    return {
      outgoing: { packets: outPackets ?? NaN, frames: outFrames ?? NaN },
      incoming: { packets: inPackets ?? NaN, frames: inFrames ?? NaN },
    };
  }

  /** A fact about what was recorded. */
  recorded(name: string): Locator {
    return factIn(this.controls.getByRole('region', { name: 'Recorded' }), name);
  }
}

export interface VoiceCount {
  readonly packets: number;
  readonly frames: number;
}
