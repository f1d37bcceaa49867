import type { Locator, Page } from '@playwright/test';
import { factIn } from './facts.ts';

/** The checks of the init doctor, in the order in which initialisation passes them. */
export const doctorChecks = [
  'Operating system',
  'Valve’s library',
  'Steam client',
  'Steam is running',
  'App id',
  'Valve’s message',
  'Interface versions',
] as const;
export type DoctorCheck = (typeof doctorChecks)[number];

/** Which client, as which app; and where that fails, why. */
export class ConnectionPanel {
  readonly appId: Locator;
  readonly connect: Locator;
  readonly disconnect: Locator;
  readonly session: Locator;
  /** What went wrong, in words. */
  readonly failure: Locator;
  readonly doctor: Locator;
  readonly checks: Locator;
  readonly tryAgain: Locator;
  readonly goOnSimulated: Locator;
  readonly #content: Locator;

  constructor(page: Page) {
    this.#content = page.getByRole('main');
    this.appId = this.#content.getByRole('textbox', { name: 'App id' });
    this.connect = this.#content.getByRole('button', { name: 'Connect', exact: true });
    this.disconnect = this.#content.getByRole('button', { name: 'Disconnect', exact: true });
    this.session = this.#content.getByRole('region', { name: 'Session' });
    this.failure = this.#content.getByRole('alert');
    this.doctor = this.#content.getByRole('region', { name: 'Init doctor' });
    this.checks = this.doctor.getByRole('listitem');
    this.tryAgain = this.doctor.getByRole('button', { name: 'Try again' });
    this.goOnSimulated = this.doctor.getByRole('button', { name: 'Go on simulated' });
  }

  client(name: 'Steam' | 'Simulated'): Locator {
    return this.#content.getByRole('group', { name: 'Client' }).getByRole('radio', { name });
  }

  fact(name: 'State' | 'Client' | 'App id' | 'Persona' | 'Steam id'): Locator {
    return factIn(this.session, name);
  }

  check(title: DoctorCheck): Locator {
    return this.checks.filter({ has: this.#content.page().getByText(title, { exact: true }) });
  }
}
