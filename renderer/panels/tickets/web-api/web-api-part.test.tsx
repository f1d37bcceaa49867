// @vitest-environment happy-dom
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail, succeed, type Outcome } from '../../../../app/outcome.ts';
import { createScriptedPorts } from '../../../../app/scripted-ports.ts';
import type { KeyStore } from '../../../../app/web-api/key-store.ts';
import type { WebAnswer } from '../../../../app/web-api/web-fetch.ts';
import { seriousFindings } from '../../testing/audit.ts';
import { startMemoryBench } from '../../testing/memory-bench.ts';
import { showPart } from '../chosen-part.ts';
import { WebApiPart } from './web-api-part.tsx';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });
afterEach(() => {
  cleanup();
  showPart('issued');
});

const KEY = '0123456789ABCDEF0123456789ABCDEF';
const PLAYER = '76561202255187930';
const OWNER = '76561202255187931';
const OWN_SERVER = 'http://127.0.0.1:8080';

const answering = (status: number, body: unknown, retryAfterSeconds?: number): Outcome<WebAnswer> =>
  succeed({
    status,
    contentType: 'application/json',
    retryAfterSeconds,
    body: typeof body === 'string' ? body : JSON.stringify(body),
    isBodyCut: false,
  });

const verified = (ownersteamid = PLAYER, change: Record<string, unknown> = {}): Outcome<WebAnswer> =>
  answering(200, {
    response: {
      params: {
        result: 'OK',
        steamid: PLAYER,
        ownersteamid,
        vacbanned: false,
        publisherbanned: false,
        ...change,
      },
    },
  });

interface Given {
  readonly answer?: Outcome<WebAnswer>;
  readonly webApiUrl?: string;
  readonly keyStore?: KeyStore;
}

async function open({ answer = verified(), webApiUrl = OWN_SERVER, keyStore }: Given = {}) {
  const urls: string[] = [];
  const { settings } = createScriptedPorts({ webApiUrl });
  const webFetch = ({ url }: { readonly url: string }) => {
    urls.push(url);
    return Promise.resolve(answer);
  };
  const bench = await startMemoryBench({
    start: 'simulated',
    ports: { settings, webFetch, ...(keyStore && { keyStore }) },
  });
  await act(async () => {
    await window.bench.tickets.issueSession({ remote: undefined });
    await window.bench.tickets.issueWebApi({ serviceIdentity: 'backend' });
    await window.bench.tickets.issueWebApi({ serviceIdentity: 'other' });
  });
  await bench.advance(1000);
  render(<WebApiPart />);
  return { bench, urls, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole('button', { name });
const press = (user: UserEvent, name: string) => user.click(button(name));
const check = (number: number) => within(screen.getByRole('listitem', { name: `Check ${number}` }));

async function setKey(user: UserEvent): Promise<void> {
  await user.type(screen.getByLabelText('Publisher key'), KEY);
  await press(user, 'Set key');
}

describe('a check', () => {
  it('begins with the newest confirmed web API ticket, its identity, and the app of the session', async () => {
    const { user, urls } = await open();
    expect(button('Check').hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('Set a web API key first, below.')).toBeDefined();
    await setKey(user);
    expect(screen.getByRole('combobox', { name: 'Ticket of the bench' }).textContent).toContain('Ticket 3');
    expect(screen.getByDisplayValue('other')).toBeDefined();
    await press(user, 'Check');
    expect(urls[0]).toMatch(
      /^http:\/\/127\.0\.0\.1:8080\/ISteamUserAuth.*&appid=480&ticket=[\da-f]+&identity=other$/,
    );

    const answer = check(1);
    expect(answer.getByText('Verified')).toBeDefined();
    expect(answer.getByText('HTTP 200')).toBeDefined();
    expect(answer.getByText('Simulated ticket')).toBeDefined();
    expect(answer.getAllByText(PLAYER)).toHaveLength(2);
    expect(answer.getByText(/took/)).toBeDefined();
    expect(document.body.innerHTML).not.toContain(KEY);
    expect(await seriousFindings()).toEqual([]);
  });

  it('takes another ticket with its own identity', async () => {
    const { user, urls } = await open();
    await setKey(user);
    await user.click(screen.getByRole('combobox', { name: 'Ticket of the bench' }));
    await user.click(await screen.findByRole('option', { name: /Ticket 2/ }));
    expect(screen.getByDisplayValue('backend')).toBeDefined();
    const identity = screen.getByRole('textbox', { name: 'Identity' });
    await user.clear(identity);
    await press(user, 'Check');
    expect(urls[0]).not.toContain('identity');
  });

  it('takes the ticket that another part was opened with', async () => {
    showPart('webApi', 2);
    await open();
    expect(screen.getByRole('combobox', { name: 'Ticket of the bench' }).textContent).toContain('Ticket 2');
    expect(screen.getByDisplayValue('backend')).toBeDefined();
  });

  it('takes a pasted ticket, and says what is wrong with it', async () => {
    const { user, urls } = await open();
    await setKey(user);
    await user.click(screen.getByRole('radio', { name: 'Pasted' }));
    expect(button('Check').hasAttribute('disabled')).toBe(true);
    await user.type(screen.getByRole('textbox', { name: /Ticket, in hex/ }), '14 00 0g');
    await press(user, 'Check');
    expect(screen.getByText('not-text')).toBeDefined();
    await user.clear(screen.getByRole('textbox', { name: /Ticket, in hex/ }));
    await user.type(screen.getByRole('textbox', { name: /Ticket, in hex/ }), '14 00 0a');
    await press(user, 'Check');
    expect(urls[0]).toMatch(/&ticket=14000a$/);
  });

  it.each([
    [verified(OWNER), 'Verified, with a borrowed game', 'Borrowed'],
    [verified(PLAYER, { vacbanned: true }), 'Verified, with a VAC ban', 'Yes'],
    [answering(403, '<html><b>Forbidden</b></html>'), 'The key may not ask about this app', 'HTTP 403'],
    [answering(429, '', 30), 'Too many questions', 'The server asks to wait 30 s.'],
    [
      answering(200, { response: { error: { errorcode: 101, errordesc: 'Invalid ticket' } } }),
      'The ticket is not accepted',
      '101',
    ],
    [
      fail('web-api-unreachable', 'Nothing answers there.'),
      'The web API could not be asked',
      'Nothing answers there.',
    ],
  ])('explains %j', async (answer, title, also) => {
    const { user } = await open({ answer });
    await setKey(user);
    await press(user, 'Check');
    expect(check(1).getByText(title)).toBeDefined();
    expect(check(1).getByText(also)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('shows HTML as text', async () => {
    const { user } = await open({ answer: answering(502, '<script>alert(1)</script>') });
    await setKey(user);
    await press(user, 'Check');
    const body = screen.getByRole('region', { name: 'Body of check 1', hidden: true });
    expect(body.textContent).toBe('<script>alert(1)</script>');
    expect(body.querySelector('script')).toBeNull();
  });
});

describe('the server', () => {
  it('is warned of before a simulated ticket goes to a real one', async () => {
    const { user } = await open({ webApiUrl: 'https://partner.steam-api.com' });
    expect(screen.getByText('Steam does not know simulated tickets')).toBeDefined();
    const address = screen.getByRole('textbox', { name: 'Base address' });
    await user.clear(address);
    await user.type(address, OWN_SERVER);
    await press(user, 'Use');
    expect(screen.queryByText('Steam does not know simulated tickets')).toBeNull();
    await press(user, 'Reset to Valve’s');
    expect(screen.getByDisplayValue('https://partner.steam-api.com')).toBeDefined();
    expect(screen.getByText('Steam does not know simulated tickets')).toBeDefined();
  });

  it('has to be one that a key may be sent to', async () => {
    const { user } = await open();
    const address = screen.getByRole('textbox', { name: 'Base address' });
    await user.clear(address);
    await user.type(address, 'http://example.org');
    expect(screen.getByText(/An https address/)).toBeDefined();
    expect(button('Use').hasAttribute('disabled')).toBe(true);
    await user.type(address, '{Escape}');
    expect(screen.getByDisplayValue(OWN_SERVER)).toBeDefined();
  });
});

describe('the key', () => {
  it('is typed unseen, held, and forgotten; where it cannot be kept the window says why', async () => {
    const { user } = await open();
    expect(screen.getByLabelText('Publisher key').getAttribute('type')).toBe('password');
    const keep = screen.getByRole('switch', { name: 'Keep it encrypted on this machine' });
    expect(keep.hasAttribute('disabled')).toBe(true);
    expect(screen.getByText('There is no key store here.')).toBeDefined();
    await setKey(user);
    expect(screen.getByLabelText('Publisher key').getAttribute('value')).toBe('');
    expect(screen.getByText('A key is held until the bench closes')).toBeDefined();
    await press(user, 'Forget');
    expect(screen.getByText('No key')).toBeDefined();
  });

  it('is kept where the user says so', async () => {
    let kept: string | undefined;
    const keyStore: KeyStore = {
      whyUnavailable: () => undefined,
      read: () => kept,
      write: (key) => {
        kept = key;
        return succeed(null);
      },
      forget: () => {
        kept = undefined;
        return succeed(null);
      },
    };
    const { user } = await open({ keyStore });
    await user.click(screen.getByRole('switch', { name: 'Keep it encrypted on this machine' }));
    await setKey(user);
    expect(kept).toBe(KEY);
    expect(screen.getByText('A key is kept encrypted on this machine')).toBeDefined();
    await press(user, 'Forget');
    expect(kept).toBeUndefined();
  });

  it('that is none is refused', async () => {
    const { user } = await open();
    await user.type(screen.getByLabelText('Publisher key'), 'oops');
    await press(user, 'Set key');
    expect(screen.getByText('key-refused')).toBeDefined();
  });
});
