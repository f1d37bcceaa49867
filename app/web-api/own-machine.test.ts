import { describe, expect, it } from 'vitest';
import { isOwnMachine } from './own-machine.ts';

describe('this machine', () => {
  it.each([
    ['http://127.0.0.1:8080', true],
    ['http://localhost', true],
    ['https://[::1]:1/x', true],
    ['https://localhost.example.org', false],
    ['https://127.0.0.1.example.org', false],
    ['https://partner.steam-api.com', false],
  ])('%s is this machine: %s', (url, isOwn) => expect(isOwnMachine(url)).toBe(isOwn));
});
