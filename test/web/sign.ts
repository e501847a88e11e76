import type { Page } from 'playwright-core';

/** Draws a line over the box for the signature, as a finger does. */
export async function sign(page: Page): Promise<void> {
  const paper = page.getByRole('img', { name: 'Signature area' });
  await paper.scrollIntoViewIfNeeded();
  const box = await paper.boundingBox();
  if (!box) throw new Error('there is no box to sign in');
  await page.mouse.move(box.x + 20, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 60, { steps: 5 });
  await page.mouse.move(box.x + 200, box.y + 25, { steps: 5 });
  await page.mouse.up();
}
