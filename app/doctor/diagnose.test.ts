import { describe, expect, it } from 'vitest';
import type { Failure, FailureCode } from '../outcome.ts';
import { diagnose } from './diagnose.ts';
import type { InitFacts } from './facts.ts';
import type { Check, CheckName } from './report.ts';

const healthy: InitFacts = {
  platform: { system: 'linux', processor: 'x64', isSupported: true },
  library: { kind: 'loads', place: '/bench/libsteam_api.so' },
  clientModule: {
    kind: 'found',
    place: '~/.steam/sdk64/steamclient.so',
    target: '~/.steam/debian/steamclient.so',
  },
  isSteamRunning: true,
  appId: { inUse: 480, source: 'default', inEnvironment: undefined, inFile: undefined },
  lastFailure: undefined,
  isConnectedNatively: true,
};
const unconnected: InitFacts = { ...healthy, isConnectedNatively: false };

const failure = (code: FailureCode, message = `Valve about ${code}`): Failure => ({
  code,
  message,
  remedy: 'Do this.',
});

function check(facts: InitFacts, name: CheckName): Check {
  const found = diagnose(facts, 0).checks.find((one) => one.name === name);
  if (found === undefined) throw new Error(`No check ${name}.`);
  return found;
}

const statuses = (facts: InitFacts) => diagnose(facts, 0).checks.map(({ status }) => status);

describe('the report', () => {
  it('has every check in the order of initialisation, and says when it was made', () => {
    const report = diagnose(healthy, 1234);
    expect(report.examinedAt).toBe(1234);
    expect(report.checks.map(({ name }) => name)).toEqual([
      'platform',
      'library',
      'clientModule',
      'steamRunning',
      'appId',
      'valveMessage',
      'interfaceVersion',
    ]);
  });

  it('passes everything where the connection is up', () => {
    expect(new Set(statuses(healthy))).toEqual(new Set(['passed']));
  });

  it('says in each failure what to do', () => {
    const broken: InitFacts = {
      ...unconnected,
      library: { kind: 'doesNotLoad', message: 'invalid ELF header' },
      clientModule: { kind: 'missing', place: '~/.steam/sdk64/steamclient.so' },
      isSteamRunning: false,
      appId: { ...healthy.appId, inUse: 0 },
      lastFailure: failure('client-too-old', 'No SteamUser023'),
    };
    const failed = diagnose(broken, 0).checks.filter(({ status }) => status === 'failed');
    expect(failed.map(({ name }) => name)).toEqual([
      'library',
      'clientModule',
      'steamRunning',
      'appId',
      'valveMessage',
      'interfaceVersion',
    ]);
    for (const { found, meaning, remedy } of failed) {
      expect([found, meaning, remedy]).not.toContain('');
      expect(remedy).toBeDefined();
    }
  });
});

describe('a system that Valve has no library for', () => {
  it('fails the platform and skips what depends on it', () => {
    const facts: InitFacts = {
      ...unconnected,
      platform: { system: 'freebsd', processor: 'x64', isSupported: false },
      library: { kind: 'none' },
      clientModule: { kind: 'unknown', place: undefined },
      isSteamRunning: undefined,
      lastFailure: failure('platform-unsupported'),
    };
    expect(statuses(facts)).toEqual([
      'failed',
      'skipped',
      'skipped',
      'skipped',
      'passed',
      'skipped',
      'skipped',
    ]);
  });
});

describe('the Steam client', () => {
  it('that was moved away is told from one that was never there', () => {
    const place = '~/.steam/sdk64/steamclient.so';
    const missing = check({ ...unconnected, clientModule: { kind: 'missing', place } }, 'clientModule');
    const dangling = check(
      { ...unconnected, clientModule: { kind: 'dangling', place, target: '/gone/steamclient.so' } },
      'clientModule',
    );
    expect([missing.status, dangling.status]).toEqual(['failed', 'failed']);
    expect(dangling.found).toContain('/gone/steamclient.so');
    expect(dangling.meaning).not.toBe(missing.meaning);
  });

  it('that is not where it usually is may be elsewhere', () => {
    const clientModule = { kind: 'unknown', place: 'C:\\Steam\\steamclient64.dll' } as const;
    expect(check({ ...unconnected, clientModule }, 'clientModule').status).toBe('unknown');
    expect(check({ ...healthy, clientModule }, 'clientModule').status).toBe('passed');
  });
});

describe('whether Steam runs', () => {
  it('is failed where the library says no, and unknown where a client answers all the same', () => {
    expect(check({ ...unconnected, isSteamRunning: false }, 'steamRunning').status).toBe('failed');
    expect(check({ ...healthy, isSteamRunning: false }, 'steamRunning').status).toBe('unknown');
  });

  it('is skipped where the library cannot be asked', () => {
    const facts: InitFacts = {
      ...unconnected,
      isSteamRunning: undefined,
      library: { kind: 'missing', message: 'gone' },
    };
    expect(check(facts, 'steamRunning').status).toBe('skipped');
  });
});

describe('the app id', () => {
  it('names where it came from', () => {
    expect(check(healthy, 'appId').found).toBe('480, from: default.');
  });

  it('is told from others that the machine has', () => {
    const appId = { ...healthy.appId, inEnvironment: '570', inFile: '440' };
    const { found, remedy } = check({ ...healthy, appId }, 'appId');
    expect(found).toContain('570');
    expect(found).toContain('440');
    expect(remedy).toBeDefined();
    const same = { ...healthy.appId, inEnvironment: '480', inFile: '480' };
    expect(check({ ...healthy, appId: same }, 'appId').remedy).toBeUndefined();
  });
});

describe('Valve’s message', () => {
  it('is repeated as it is, with the remedy of the failure', () => {
    const lastFailure = failure('init-failed', 'ConnectToGlobalUser failed.');
    expect(check({ ...unconnected, lastFailure }, 'valveMessage')).toMatchObject({
      status: 'failed',
      found: 'ConnectToGlobalUser failed.',
      remedy: 'Do this.',
    });
  });

  it('is unknown before the first connect, and skipped where the library was never asked', () => {
    expect(check(unconnected, 'valveMessage').status).toBe('unknown');
    const facts: InitFacts = { ...unconnected, lastFailure: failure('library-missing') };
    expect(check(facts, 'valveMessage').status).toBe('skipped');
  });
});

describe('interface versions', () => {
  it.each([
    ['client-too-old', 'failed'],
    ['client-missing', 'skipped'],
    ['init-failed', 'skipped'],
  ] as const)('after %s are %s', (code, status) => {
    expect(check({ ...unconnected, lastFailure: failure(code) }, 'interfaceVersion').status).toBe(status);
  });
});
