import type { Locator } from '@playwright/test';

/** Where something is on the screen, in CSS pixels. */
export async function boxOf(
  place: Locator,
): Promise<{ readonly x: number; readonly y: number; readonly width: number; readonly height: number }> {
  const box = await place.boundingBox();
  if (box === null) throw new Error('It is not on the screen.');
  return box;
}
