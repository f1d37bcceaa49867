import { fail, type Outcome } from '../../app/outcome.ts';
import { bench } from '../bench.ts';
import { notify } from './toasts.ts';

/** Puts a text on the clipboard and says so: `Steam id copied`. */
export async function copyText(text: string, what: string): Promise<Outcome<null>> {
  const outcome = await bench().desktop.copyText({ text });
  if (outcome.ok) notify('good', `${what} copied`, text.length <= 120 ? text : undefined);
  else notify('fault', `${what} was not copied`, outcome.error.message);
  return outcome;
}

/** Opens a page of Steam’s documentation in the system’s browser. */
export async function openPage(url: string): Promise<Outcome<null>> {
  const outcome = await bench().desktop.openPage({ url });
  if (!outcome.ok) notify('fault', 'The page was not opened', outcome.error.message);
  return outcome;
}

/** Tells of a command that threw: a bug, and no reason for the window to stay silent. */
export function tellOfBug(error: unknown): void {
  const { error: failure } = fail('internal');
  notify('fault', failure.message, error instanceof Error ? error.message : String(error));
}
