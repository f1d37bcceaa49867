import type { BenchContext } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed } from '../outcome.ts';
import type { BookKeeper } from './book-keeper.ts';
import type { FindTicket } from './find-ticket.ts';
import { isOpen } from './session-book.ts';

/** What a page can do with auth sessions. */
export function createSessionCommands(
  { caller, clock }: Pick<BenchContext, 'caller' | 'clock'>,
  { sessions }: BookKeeper,
  find: FindTicket,
): Handlers<BenchContract>['sessions'] {
  return {
    begin({ ticket, steamId }) {
      const found = find(ticket);
      if (!found.ok) return found;
      const begun = caller.call('beginAuthSession', { authTicket: found.value.bytes, steamId });
      if (!begun.ok) return begun;
      const card = sessions.newest();
      return card === undefined ? fail('unknown-session') : succeed(card);
    },
    end({ number }) {
      const card = sessions.card(number);
      if (card === undefined) return fail('unknown-session');
      // EndAuthSession goes by the Steam id, which a later session may have by now.
      if (!isOpen(card)) return succeed(card);
      const ended = caller.call('endAuthSession', { steamId: card.steamId });
      return ended.ok ? succeed(sessions.card(number) ?? card) : ended;
    },
    checkLicence({ number, appId }) {
      const card = sessions.card(number);
      if (card === undefined) return fail('unknown-session');
      const asked = caller.call('userHasLicenseForApp', { steamId: card.steamId, appId });
      return asked.ok ? succeed({ appId, result: asked.value, at: clock.now() }) : asked;
    },
  };
}
