import { describe, expect, it } from 'vitest';
import { beginStory, heardBy, STORY_START, valueOf } from './story.ts';
import { SIMULATED_SIGNATURE } from './ticket-bytes.ts';

const BO = '76561202255165730';
const answer = (authTicket: number, result: number) => ({
  name: 'getAuthSessionTicketResponse',
  fields: { authTicket, result },
});

describe('a session ticket', () => {
  it('is there at once and confirmed 20 to 120 ms later', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    const ticket = valueOf(client.call('getAuthSessionTicket', {}));
    expect(ticket).toMatchObject({ id: 1, size: ticket.buffer.length });
    pass(19);
    expect(heardBy(client)).toEqual([]);
    pass(101);
    expect(heardBy(client)).toEqual([answer(1, 1)]);
  });

  it('has the sections of Steam’s tickets, and says that it is simulated', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.openAs(BO, 480));
    pass(5000);
    client.call('getAuthSessionTicket', {});
    const { buffer } = valueOf(client.call('getAuthSessionTicket', {}));
    const view = new DataView(buffer.buffer, buffer.byteOffset);
    const uint32 = (at: number) => view.getUint32(at, true);
    const seconds = STORY_START / 1000 + 5;

    expect(buffer).toHaveLength(234);
    expect([uint32(0), view.getBigUint64(12, true).toString(), uint32(20)]).toEqual([20, BO, seconds]);
    expect([uint32(24), uint32(28), uint32(32)]).toEqual([24, 1, 2]);
    expect([uint32(36), uint32(44), uint32(48)]).toEqual([0xcb007102, 5000, 2]);
    expect(uint32(52)).toBe(buffer.length - 56);
    expect(uint32(56)).toBe(buffer.length - 56 - 128);
    expect([uint32(60), view.getBigUint64(64, true).toString(), uint32(72)]).toEqual([4, BO, 480]);
    expect([uint32(76), uint32(80)]).toEqual([0xcb007102, 0xc0a80002]);
    expect([uint32(88), uint32(92)]).toEqual([seconds, seconds + 21 * 24 * 3600]);
    const signature = new TextDecoder().decode(buffer.slice(-128));
    expect(signature).toBe(SIMULATED_SIGNATURE.repeat(4).slice(0, 128));
  });

  it('is different every time, also for the same remote', () => {
    const client = valueOf(beginStory().simulation.open(480));
    const issue = () => valueOf(client.call('getAuthSessionTicket', { remote: { name: 'server' } }));
    const [first, second] = [issue(), issue()];
    expect(second.buffer).not.toEqual(first.buffer);
    expect([first.id, second.id]).toEqual([1, 2]);
  });

  it('is given offline too, but the answer says NoConnection', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    simulation.set({ account: { loggedOn: false } });
    heardBy(client);
    expect(valueOf(client.call('getAuthSessionTicket', {})).id).toBe(1);
    pass(200);
    expect(heardBy(client)).toEqual([answer(1, 3)]);
  });

  it('is refused where the connection is lost before the answer, after the news of the loss', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    client.call('getAuthSessionTicket', {});
    simulation.raise({ kind: 'serverDisconnected', result: 3 });
    pass(200);
    expect(heardBy(client)).toEqual([
      { name: 'steamServerDisconnected', fields: { result: 3 } },
      answer(1, 3),
    ]);
  });

  it('that was answered before the connection was lost stays answered, whenever that is read', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    client.call('getAuthSessionTicket', {});
    pass(200);
    simulation.raise({ kind: 'serverDisconnected', result: 3 });
    expect(heardBy(client)[0]).toEqual(answer(1, 1));
  });

  it('gets its answer also when it was cancelled meanwhile, and its handle does not come again', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    const { id } = valueOf(client.call('getAuthSessionTicket', {}));
    expect(valueOf(client.call('cancelAuthTicket', { authTicket: id }))).toBe(null);
    pass(200);
    expect(heardBy(client)).toEqual([answer(1, 1)]);
    expect(valueOf(client.call('getAuthSessionTicket', {})).id).toBe(2);
  });

  it('is cancelled silently where there is none', () => {
    const client = valueOf(beginStory().simulation.open(480));
    for (const authTicket of [0, 1, 0xffffffff]) {
      expect(client.call('cancelAuthTicket', { authTicket })).toEqual({ ok: true, value: null });
    }
    expect(heardBy(client)).toEqual([]);
  });

  it('belongs to one client: handles and answers of two do not mix', () => {
    const { simulation, pass } = beginStory();
    const ada = valueOf(simulation.open(480));
    const bo = valueOf(simulation.openAs(BO, 480));
    ada.call('getAuthSessionTicket', {});
    ada.call('getAuthSessionTicket', {});
    expect(valueOf(bo.call('getAuthSessionTicket', {})).id).toBe(1);
    pass(200);
    expect(heardBy(bo)).toEqual([answer(1, 1)]);
    expect(heardBy(ada)).toHaveLength(2);
  });

  it('is drained in portions, each message once', () => {
    const { simulation, pass } = beginStory();
    const client = valueOf(simulation.open(480));
    for (let count = 0; count < 5; count += 1) client.call('getAuthSessionTicket', {});
    pass(200);
    expect(client.drain(0)).toHaveLength(0);
    expect(client.drain(2)).toHaveLength(2);
    expect(client.drain(10)).toHaveLength(3);
    expect(client.drain(10)).toHaveLength(0);
  });
});
