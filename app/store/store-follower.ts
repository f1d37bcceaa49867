import type { BenchContext, Follower } from '../bench-part.ts';
import type { BenchContract } from '../ipc/contract.ts';
import type { Handlers } from '../ipc/serve.ts';
import { fail, succeed, type Outcome } from '../outcome.ts';
import type { Arrival } from '../pump.ts';
import { schemeOf } from './address-parts.ts';
import { createQuestion } from './question.ts';
import { readRedirect } from './redirect.ts';
import { createSecretList, MOST_ITEMS } from './secret-list.ts';
import { createStoreUrls } from './store-urls.ts';
import type { MarketReading, MicrotransactionAnswer, StoreState, WebCallback } from './store.ts';

/** EFailureType of callback 117. */
const PIPE_FAIL = 1;

export interface Store extends Follower {
  readonly handlers: Handlers<BenchContract>['store'];
}

/** Keeps store logins, purchases, the market’s answer, and addresses that the overlay handed to the game. */
export function createStore({ caller, publish, ports }: BenchContext): Store {
  const urls = createStoreUrls();
  const webCallbacks = createSecretList<WebCallback>();
  const marketQuestion = createQuestion();
  let microtransactions: readonly MicrotransactionAnswer[] = [];
  let market: MarketReading | undefined;
  let isSimulated = false;
  /** What arrives is told once a tick: a burst of callbacks is one change. */
  let isNews = false;

  const state = (): StoreState => ({
    urls: urls.cards(),
    microtransactions,
    webCallbacks: webCallbacks.cards(),
    market,
    marketAsking: marketQuestion.asking(),
    marketFailed: marketQuestion.failed(),
  });

  const tell = (): void => {
    isNews = false;
    publish('store', 'changed', state());
  };

  const readMarket = (arrival: Extract<Arrival, { name: 'marketEligibilityResponse' }>): void => {
    const { allowed, allowedAtTime, ...fields } = arrival.fields;
    const allowedAt = allowedAtTime === 0 ? undefined : allowedAtTime * 1000;
    market = { at: arrival.at, isAllowed: allowed, allowedAt, ...fields, seq: arrival.seq, isSimulated };
    marketQuestion.answered(arrival.answers);
  };

  const readPurchase = ({
    at,
    seq,
    fields,
  }: Extract<Arrival, { name: 'microtransactionAuthResponse' }>): void => {
    const { appId, orderId, authorized } = fields;
    const answer = { at, appId, orderId, isAuthorized: authorized, seq, isSimulated };
    microtransactions = [answer, ...microtransactions.slice(0, MOST_ITEMS - 1)];
  };

  const readWebCallback = ({ at, seq, fields }: Extract<Arrival, { name: 'gameWebCallback' }>): void => {
    const { url } = fields;
    const known = { at, lengthCharacters: url.length, scheme: schemeOf(url), seq, isSimulated };
    webCallbacks.add((number) => ({ number, ...known }), url);
  };

  const lose = (at: number): void => {
    urls.lose();
    marketQuestion.lose(at);
  };

  /** Whether it was ours. */
  const take = (arrival: Arrival): boolean => {
    switch (arrival.name) {
      case 'storeAuthUrlResponse':
        return urls.answered(arrival);
      case 'marketEligibilityResponse':
        readMarket(arrival);
        return true;
      case 'microtransactionAuthResponse':
        readPurchase(arrival);
        return true;
      case 'gameWebCallback':
        readWebCallback(arrival);
        return true;
      case 'ipcFailure':
        if (arrival.fields.type !== PIPE_FAIL) return false;
        lose(arrival.at);
        return true;
      default:
        return false;
    }
  };

  const addressOf = (number: number): Outcome<{ readonly url: string; readonly isSimulated: boolean }> => {
    const found = urls.find(number);
    return found?.secret === undefined
      ? fail('unknown-item', 'The bench holds no address of that number.')
      : succeed({ url: found.secret, isSimulated: found.card.isSimulated });
  };

  return {
    called(call) {
      if (call.name === 'requestStoreAuthURL') urls.asked(call);
      else if (call.name === 'getMarketEligibility') marketQuestion.asked(call);
      else return;
      tell();
    },
    arrived(arrival) {
      if (take(arrival)) isNews = true;
    },
    callFailed(failure) {
      if (urls.callFailed(failure) || marketQuestion.callFailed(failure)) isNews = true;
    },
    tick(now) {
      if (urls.expire(now)) isNews = true;
      if (marketQuestion.expire(now)) isNews = true;
      if (isNews) tell();
    },
    connected(client) {
      isSimulated = client.kind === 'simulated';
      // Who may use the market was said of whoever was logged in then.
      market = undefined;
      marketQuestion.forget();
      tell();
    },
    disconnected(at) {
      lose(at);
      tell();
    },
    handlers: {
      get: () => succeed(state()),
      requestUrl({ redirect }) {
        const reading = readRedirect(redirect);
        if (!reading.ok) return fail('bad-payload', reading.problem);
        const asked = caller.call('requestStoreAuthURL', { redirect: reading.redirect });
        return asked.ok ? succeed(state()) : asked;
      },
      revealUrl({ number }) {
        const found = addressOf(number);
        return found.ok ? succeed({ url: found.value.url }) : found;
      },
      async copyUrl({ number }) {
        const found = addressOf(number);
        if (!found.ok) return found;
        await ports.desktop.copyText(found.value.url);
        return succeed(null);
      },
      openUrl({ number }) {
        const found = addressOf(number);
        if (!found.ok) return found;
        if (found.value.isSimulated) {
          const remedy = 'Connect to Steam for an address that a browser can open.';
          return fail('url-refused', 'A simulated address leads nowhere.', remedy);
        }
        return ports.desktop.openStoreUrl(found.value.url);
      },
      revealWebCallback({ number }) {
        const found = webCallbacks.find(number);
        return found?.secret === undefined
          ? fail('unknown-item', 'The bench holds no web callback of that number.')
          : succeed({ url: found.secret });
      },
      askMarket() {
        const asked = caller.call('getMarketEligibility', {});
        return asked.ok ? succeed(state()) : asked;
      },
    },
  };
}
