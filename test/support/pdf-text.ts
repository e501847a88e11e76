import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

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
