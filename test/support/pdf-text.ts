import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a person can read in a PDF, by the decoder of a browser. */
export async function textOf(file: Buffer): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= document.numPages; page++) {
    const { items } = await (await document.getPage(page)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await document.destroy();
  return pages.join('\n');
}

/** The size of each picture on each page, in dots, as the decoder of a browser reads them. */
export async function picturesIn(file: Buffer): Promise<[width: number, height: number][][]> {
  const document = await getDocument({ data: new Uint8Array(file), verbosity: 0 }).promise;
  const pages: [number, number][][] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { fnArray, argsArray } = await page.getOperatorList();
    const pictures: [number, number][] = [];
    for (const [i, operator] of fnArray.entries())
      if (operator === OPS.paintImageXObject) {
        const [, width, height] = argsArray[i] as [string, number, number];
        pictures.push([width, height]);
      }
    pages.push(pictures);
  }
  await document.destroy();
  return pages;
}
