import { app } from 'electron';

/** Measures once Electron is ready, prints what was found as the last line, and ends; 1 where it could not be measured. */
export function printFigures(measure: () => unknown): void {
  app
    .whenReady()
    .then(measure)
    .then((figures) => {
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      app.exit(0);
    })
    .catch((error: unknown) => {
      process.stdout.write(`${String(error)}\n`);
      app.exit(1);
    });
}
