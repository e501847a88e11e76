import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { fileOfBytes, inParts } from './file-content.js';

async function partsOf(chunks: string[], length: number): Promise<string[]> {
  const parts: string[] = [];
  for await (const part of inParts(Readable.from(chunks.map((text) => Buffer.from(text))), length))
    parts.push(part.toString());
  return parts;
}

describe('bytes in parts', () => {
  it.each([
    ['as they come', ['abc', 'def'], ['abc', 'def']],
    ['from smaller chunks', ['a', 'bcd', 'e'], ['abc', 'de']],
    ['from one large chunk', ['abcdefgh'], ['abc', 'def', 'gh']],
    ['from chunks across the ends of parts', ['ab', 'cdefg', 'hi'], ['abc', 'def', 'ghi']],
    ['of nothing', [], []],
  ])('are whole and in order: %s', async (_, chunks, parts) => {
    expect(await partsOf(chunks, 3)).toEqual(parts);
  });
});

describe('a file in memory', () => {
  it('can be read more than once, and knows its size and its hash', async () => {
    const file = fileOfBytes('a.txt', Buffer.from('hello'));
    expect([(await buffer(file.open())).toString(), (await buffer(file.open())).toString()]).toEqual([
      'hello',
      'hello',
    ]);
    expect(file).toMatchObject({ fileName: 'a.txt', sizeBytes: 5 });
    expect(file.sha256.toString('hex')).toBe(createHash('sha256').update('hello').digest('hex'));
  });
});
