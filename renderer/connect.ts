import type { JournalEntry } from '../app/journal/entry.ts';
import type { Outcome } from '../app/outcome.ts';
import { bench } from './bench.ts';
import { takeAbout } from './stores/about.ts';
import { takeAccount } from './stores/account.ts';
import { takeDuration } from './stores/duration.ts';
import { takeEncryptedTicket } from './stores/encrypted-ticket.ts';
import { takeGameServers } from './stores/game-servers.ts';
import { takeHandshake } from './stores/handshake.ts';
import { takeCleared, takeEntries, takeJournalPage } from './stores/journal.ts';
import { takeLeaving } from './stores/leaving.ts';
import { takePump } from './stores/pump.ts';
import { takeSession } from './stores/session.ts';
import { takeSettings } from './stores/settings.ts';
import { takeSimulation } from './stores/simulation.ts';
import { takeStoreState } from './stores/store.ts';
import { takeTicketBook } from './stores/tickets.ts';
import { takeVoice, takeVoiceBeat } from './stores/voice.ts';
import { takeWalkThrough } from './stores/walk-through.ts';
import { takeWebApi } from './stores/web-api.ts';

/** Entries asked for at once: what a frame can take in. */
const PAGE_SIZE = 5000;

/**
 * Ties the stores to main: the only subscriber of its events.
 *
 * Every part subscribes first, then takes one snapshot, then goes on with events, so that nothing falls between and
 * nothing comes twice. Resolves once what the window shows at
 * first is there; the journal follows in pages, and the panels' own states after it.
 */
export async function connect(): Promise<{ readonly journal: Promise<void>; readonly rest: Promise<void> }> {
  const { session, account, tickets, pump, simulation, settings, desktop } = bench();
  desktop.leaving(takeLeaving);
  await Promise.all([
    join(session.changed, session.get, takeSession),
    join(settings.changed, settings.get, takeSettings),
    join(account.changed, account.get, takeAccount),
    join(tickets.changed, tickets.get, takeTicketBook),
    join(pump.changed, pump.get, takePump),
    join(simulation.changed, simulation.get, takeSimulation),
    desktop.about().then((outcome) => outcome.ok && takeAbout(outcome.value)),
  ]);
  return { journal: joinJournal(), rest: joinRest() };
}

/** What the first view does not show: it follows, so that the window stands sooner. */
async function joinRest(): Promise<void> {
  const { walkThrough, encryptedTicket, webApi, handshake, voice, duration, store, gameServers } = bench();
  voice.live(takeVoiceBeat);
  await Promise.all([
    join(walkThrough.changed, walkThrough.get, takeWalkThrough),
    join(encryptedTicket.changed, encryptedTicket.get, takeEncryptedTicket),
    join(webApi.changed, webApi.get, takeWebApi),
    join(handshake.changed, handshake.get, takeHandshake),
    join(voice.changed, voice.get, takeVoice),
    join(duration.changed, duration.get, takeDuration),
    join(store.changed, store.get, takeStoreState),
    join(gameServers.changed, gameServers.get, takeGameServers),
  ]);
}

/** A state that is told whole: the latest one wins, and an event is later than the snapshot asked for before it came. */
async function join<State>(
  subscribe: (listener: (state: State) => void) => () => void,
  get: () => Promise<Outcome<State>>,
  take: (state: State) => void,
): Promise<void> {
  const heard = { isNewer: false };
  subscribe((state) => {
    heard.isNewer = true;
    take(state);
  });
  const outcome = await get();
  if (outcome.ok && !heard.isNewer) take(outcome.value);
}

/** The journal comes in pages; batches that arrive meanwhile wait, for numbers have to come in order. */
async function joinJournal(): Promise<void> {
  const { journal } = bench();
  let waiting: (readonly JournalEntry[])[] | undefined = [];
  let after = 0;
  journal.appended((entries) => {
    if (waiting === undefined) takeEntries(entries);
    else waiting.push(entries);
  });
  journal.cleared(({ lastSeq }) => {
    after = Math.max(after, lastSeq);
    takeCleared(lastSeq);
  });
  for (let isFirst = true; ; isFirst = false) {
    const outcome = await journal.read({ after, limit: PAGE_SIZE });
    if (!outcome.ok) break;
    const { entries, lastSeq } = outcome.value;
    takeJournalPage(outcome.value, isFirst);
    after = Math.max(after, entries.at(-1)?.seq ?? lastSeq);
    if (after >= lastSeq) break;
  }
  // What the pages held already is passed over by its number.
  for (const entries of waiting) takeEntries(entries);
  waiting = undefined;
}
