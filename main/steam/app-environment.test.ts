import { expect, it } from 'vitest';
import { nameAppInEnvironment } from './app-environment.ts';

it('names the app to Steam, and puts back what the user had', () => {
  const environment: NodeJS.ProcessEnv = { SteamAppId: '570' };
  const restore = nameAppInEnvironment(480, environment);
  expect(environment).toEqual({ SteamAppId: '480', SteamGameId: '480' });
  restore();
  expect(environment).toEqual({ SteamAppId: '570' });
});
