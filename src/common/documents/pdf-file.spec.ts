import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { PdfFile } from './pdf-file.js';

/** Draws pages until it is stopped, and counts them. */
async function endless(out: PassThrough): Promise<{ pages: () => number; ended: Promise<void> }> {
  const file = await PdfFile.open({ size: 'LETTER', autoFirstPage: false }, out);
  let pages = 0;
  const draw = async (): Promise<void> => {
    for (;;) {
      await file.rest();
      file.doc.addPage().text(randomBytes(1_500).toString('base64'));
      pages += 1;
    }
  };
  return { pages: () => pages, ended: draw() };
}

it('waits for a reader who reads nothing, and goes on when it reads', async () => {
  const out = new PassThrough();
  const { pages, ended } = await endless(out);
  await until(() => out.writableNeedDrain);
  const before = pages();
  await sleep(200);
  expect(pages()).toBeLessThanOrEqual(before + 1);
  out.resume();
  await until(() => pages() > before + 30);
  out.destroy();
  await expect(ended).rejects.toThrow('nobody reads this document any more');
});

it('stops when its reader goes away while it waits', async () => {
  const out = new PassThrough();
  const { ended } = await endless(out);
  await until(() => out.writableNeedDrain);
  out.destroy();
  await expect(ended).rejects.toThrow('nobody reads this document any more');
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(5);
}
