import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

/** The cells of the first sheet of a workbook that Rollcall wrote, row by row, as texts. A cell without a value is missing. */
export async function firstSheetOf(file: Buffer): Promise<string[][]> {
  const zip = await yauzl.fromBufferPromise(file, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName !== 'xl/worksheets/sheet1.xml') continue;
    const xml = (await buffer(await zip.openReadStreamPromise(entry))).toString();
    return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row = '']) => {
      const cells: string[] = [];
      for (const [, letters = '', content = ''] of row.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(.*?)<\/c>/gs))
        cells[columnOf(letters)] = /<(?:t|v)[^>]*>(.*?)<\/(?:t|v)>/s.exec(content)?.[1] ?? '';
      return cells;
    });
  }
  throw new Error('the workbook has no sheet');
}

const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
