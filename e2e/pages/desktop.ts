import type { ElectronApplication } from '@playwright/test';

/** What the bench does on the desktop around its window. */
export class Desktop {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    this.#app = app;
  }

  clipboardText(): Promise<string> {
    return this.#app.evaluate(async ({ clipboard }) => clipboard.readText());
  }

  /** Answers the file dialogue in the user's place. Undefined: the user declines. */
  async chooseFile(filePath: string | undefined): Promise<void> {
    await this.#app.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === undefined, filePath: path ?? '' });
    }, filePath);
  }

  /** Ends the bench as its user would, settings written. */
  async quit(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#app.process().once('exit', resolve));
    await this.#app.evaluate(({ app }) => {
      app.quit();
    });
    return ended;
  }
}
