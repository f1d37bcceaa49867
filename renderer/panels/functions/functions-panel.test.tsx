// @vitest-environment happy-dom
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { publishNow } from '../../stores/journal.ts';
import { seriousFindings } from '../testing/audit.ts';
import { startMemoryBench, type MemoryBench } from '../testing/memory-bench.ts';
import { FunctionsPanel } from './functions-panel.tsx';
import { forgetFunctions } from './functions-store.ts';

// Looking for roles and auditing walk the whole document: slow on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 20_000 });

// The journal of the page lives as long as the page: one bench for all stories.
let bench: MemoryBench;
beforeAll(async () => {
  bench = await startMemoryBench({ start: 'simulated' });
});
beforeEach(forgetFunctions);
afterEach(cleanup);

const openPanel = () => {
  render(<FunctionsPanel />);
  return userEvent.setup();
};
const option = (name: string) => screen.getByRole('option', { name: new RegExp(`^${name} ?,`) });
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const part = (name: string) => within(screen.getByRole('region', { name }));
/** Lets a call that is under way return, then time for a batch of the journal to be due. */
const journalArrives = async (elapsedMs = 200) => {
  await waitFor(() => expect(document.querySelector('[aria-busy]')).toBeNull());
  await bench.advance(elapsedMs);
  act(publishNow);
};

describe('the list', () => {
  it('has every function and callback, and finds them by name, SDK name, group and number', async () => {
    const user = openPanel();
    expect(screen.getAllByRole('option')).toHaveLength(33 + 16);
    const search = screen.getByRole('searchbox', { name: 'Search functions and callbacks' });
    const found = () => screen.queryAllByRole('option').map((each) => each.textContent.split(',')[0]);

    await user.type(search, 'bisphone');
    expect(found()).toEqual(['isPhoneVerified', 'isPhoneIdentifying', 'isPhoneRequiringVerification']);
    await user.clear(search);
    await user.type(search, '163');
    expect(found()).toEqual(['getAuthSessionTicketResponse']);
    await user.clear(search);
    await user.type(search, 'voice get');
    expect(found()).toEqual(['getAvailableVoice', 'getVoice', 'getVoiceOptimalSampleRate']);
    await user.clear(search);
    await user.type(search, 'nothing like it');
    expect(screen.getByText('Nothing has that name or number.')).toBeDefined();
  });

  it('is walked with the arrow keys, also from the search', async () => {
    const user = openPanel();
    await user.click(option('getHSteamUser'));
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('heading', { name: 'getSteamID' })).toBeDefined();
    await user.keyboard('{End}');
    expect(screen.getByRole('heading', { name: 'steamShutdown' })).toBeDefined();
    await user.keyboard('{Home}');
    expect(option('getHSteamUser').getAttribute('aria-selected')).toBe('true');

    await user.type(screen.getByRole('searchbox'), 'level{Enter}');
    expect(screen.getByRole('heading', { name: 'getGameBadgeLevel' })).toBeDefined();
    await user.keyboard('{ArrowDown}');
    expect(screen.getByRole('heading', { name: 'getPlayerSteamLevel' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });
});

describe('the form of a function', () => {
  it('says at the field what is wrong, and calls nothing until it is right', async () => {
    const user = openPanel();
    await user.click(option('beginAuthSession'));
    await user.type(screen.getByRole('textbox', { name: 'authTicket' }), '14 0');
    await user.type(screen.getByRole('textbox', { name: 'steamId' }), 'somebody');
    await user.click(button('Call'));
    expect(screen.getByText('must be pairs of hex digits, such as 14 00 ff')).toBeDefined();
    expect(screen.getByText('must be an unsigned 64-bit number in decimal, as text')).toBeDefined();
    await journalArrives();
    expect(screen.getByText('Not called since the timeline was cleared.')).toBeDefined();

    await user.click(button('Example'));
    await user.click(button('Call'));
    await journalArrives();
    expect(part('Result').getByText('1 InvalidTicket')).toBeDefined();
    expect(part('Result').getByText(/The bytes are not a ticket/)).toBeDefined();
    expect(part('Result').getByText(/^Not answered yet by the callback/)).toBeDefined();
  });

  it('has a switch for yes and no, names for an enumeration, and the fields of an identity', async () => {
    const user = openPanel();
    await user.click(option('getGameBadgeLevel'));
    await user.type(screen.getByRole('textbox', { name: 'series' }), '9');
    await user.click(screen.getByRole('switch', { name: 'foil' }));
    await user.keyboard('{Control>}{Enter}{/Control}');
    await journalArrives();
    expect(part('Last calls').getByText('series 9 · foil true')).toBeDefined();

    await user.click(option('setDurationControlOnlineState'));
    await user.click(button('Example'));
    expect(screen.getByRole('combobox', { name: 'newState' }).textContent).toContain('1 Offline');
    await user.clear(screen.getByRole('textbox', { name: 'newState as a number' }));
    await user.type(screen.getByRole('textbox', { name: 'newState as a number' }), '77');
    expect(screen.getByText(/EDurationControlOnlineState\(77\)/)).toBeDefined();

    await user.click(option('getAuthSessionTicket'));
    await user.click(screen.getByRole('radio', { name: 'Address' }));
    await user.type(screen.getByRole('textbox', { name: 'IPv4 address' }), '127.0.0.1');
    await user.click(button('Call'));
    expect(screen.getByText('0 to 65535.')).toBeDefined();
  });
});

describe('a call', () => {
  it('shows its result masked, then what Steam answers, and stays in the history', async () => {
    const user = openPanel();
    await user.click(option('getAuthSessionTicket'));
    await user.click(button('Call'));
    await journalArrives();
    expect(part('Result').getByText(/^«\d+ bytes masked»$/)).toBeDefined();
    expect(screen.queryByRole('region', { name: 'Bytes of buffer' })).toBeNull();

    await journalArrives(3000);
    expect(part('Result').getByText(/^Answered after/)).toBeDefined();
    expect(part('Result').getByText('1 OK')).toBeDefined();
    expect(screen.getByRole('region', { name: 'Raw bytes' })).toBeDefined();

    await user.click(button('Show'));
    expect(part('Bytes of buffer').getByRole('rowheader', { name: '00000000' })).toBeDefined();
    expect(await seriousFindings()).toEqual([]);

    await user.click(button('Call'));
    await journalArrives();
    expect(screen.queryByRole('region', { name: 'Bytes of buffer' })).toBeNull();
    expect(
      part('Last calls').getAllByRole('button', { name: /^Show call \d+ in the timeline$/ }),
    ).toHaveLength(2);
  });

  it('needs a client, and right arguments', async () => {
    const user = openPanel();
    await user.click(option('endAuthSession'));
    await user.click(button('Call'));
    expect(screen.queryByRole('region', { name: 'Result' })).toBeNull();
    await window.bench.session.disconnect();
    await journalArrives();
    expect(button('Call')).toHaveProperty('disabled', true);
    expect(screen.getByText('No client is connected.')).toBeDefined();
    await window.bench.session.connect({ client: 'simulated', appId: 480 });
    await journalArrives();
    expect(button('Call')).toHaveProperty('disabled', false);
  });

  it('is copied as code', async () => {
    const user = openPanel();
    await user.click(option('getPlayerSteamLevel'));
    await user.click(button('Copy C++ snippet'));
    await user.click(button('Copy steamworks.js snippet'));
    expect(bench.clipboard.at(-2)).toBe('auto result = SteamUser()->GetPlayerSteamLevel();');
    expect(bench.clipboard.at(-1)).toContain('client.localplayer.getLevel()');
    await user.click(option('loggedOn'));
    expect(screen.getByText('steamworks.js 0.4 does not offer this.')).toBeDefined();
  });
});

describe('a callback', () => {
  it('shows its layout, and what was seen of it', async () => {
    const user = openPanel();
    await user.click(option('microtransactionAuthResponse'));
    expect(part('Layout').getByText('16 bytes here, 24 on Windows')).toBeDefined();
    const row = part('Layout').getByRole('row', { name: /orderId/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['4', '8', '8', 'uint64']);
    expect(screen.getByText('Not seen since the timeline was cleared.')).toBeDefined();

    await window.bench.simulation.raise({
      kind: 'microtransaction',
      appId: 480,
      orderId: '18446744073709551615',
      authorized: true,
    });
    await journalArrives();
    expect(part('Last seen').getByText('18446744073709551615')).toBeDefined();
    expect(part('Last seen').getByText(/seen once/)).toBeDefined();
    expect(await seriousFindings()).toEqual([]);
  });

  it('names the members of its enumerations and the function that it answers', async () => {
    const user = openPanel();
    await user.click(option('validateAuthTicketResponse'));
    await user.click(screen.getByText('EAuthSessionResponse, 11 values'));
    expect(screen.getByText('PublisherIssuedBan')).toBeDefined();
    await user.click(button('beginAuthSession'));
    expect(screen.getByRole('heading', { name: 'beginAuthSession' })).toBeDefined();
  });
});
