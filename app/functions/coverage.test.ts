import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ticketCipher } from '../../main/simulator/cipher.ts';
import { stubCodec } from '../simulator/voice/stub-codec.ts';
import { userFunctionNames, userFunctions } from '../steam/user-functions.ts';
import { coverageMarkdown, withCoverage } from './coverage.ts';
import { exploreSimulator } from './simulator-reach.ts';

const readme = new URL('../../README.md', import.meta.url);

describe('the coverage table of the README', () => {
  it('is what the tables and the simulator say; UPDATE_README=1 writes it', () => {
    const text = readFileSync(readme, 'utf8');
    const wanted = withCoverage(text, coverageMarkdown(exploreSimulator(ticketCipher, stubCodec)));
    if (process.env['UPDATE_README'] === '1' && wanted !== undefined) writeFileSync(readme, wanted);
    else expect(text).toBe(wanted);
  });
});

describe('what the simulator reaches', () => {
  const reach = exploreSimulator(ticketCipher);

  it('is tried, not declared', () => {
    expect(reach.functions).toContain('getAuthSessionTicket');
    expect(reach.callbacks).toContain('getAuthSessionTicketResponse');
    expect(reach.callbacks).toContain('encryptedAppTicketResponse');
    expect(reach.callbacks).toContain('steamShutdown');
  });

  it('has voice where a codec is given, and only the rate where none is', () => {
    const voice = userFunctionNames.filter((name) => userFunctions[name].group === 'voice');
    const withCodec = exploreSimulator(ticketCipher, stubCodec);
    expect(voice.filter((name) => withCodec.functions.has(name))).toEqual(voice);
    expect(voice.filter((name) => reach.functions.has(name))).toEqual(['getVoiceOptimalSampleRate']);
  });

  it('has a row for every function and every callback', () => {
    const rows = coverageMarkdown(reach)
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows).toHaveLength(33 + 16);
    expect(coverageMarkdown({ functions: new Set(), callbacks: new Set() })).toContain(
      '| `getVoice` | GetVoice | 10 | yes | not yet | Functions, Voice |',
    );
  });
});
