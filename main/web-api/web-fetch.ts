import { fail } from '../../app/outcome.ts';
import type { WebFetch } from '../../app/web-api/web-fetch.ts';

export const webFetch: WebFetch = () => Promise.resolve(fail('web-api-unreachable'));
