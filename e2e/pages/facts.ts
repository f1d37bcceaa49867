import type { Locator } from '@playwright/test';

/** The value beside a name in a list of facts. */
export function factIn(place: Locator, name: string): Locator {
  const page = place.page();
  return place
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${name}$`) }) })
    .getByRole('definition');
}
