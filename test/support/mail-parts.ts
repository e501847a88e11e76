/** The first attachment of a letter, read by hand as RFC 2045 has it. */
export function attachmentOf(raw: string): { fileName: string; bytes: Buffer } {
  const part = raw.split(/\r\n--/).find((text) => /content-disposition: attachment/i.test(text)) ?? '';
  const [head = '', ...body] = part.split('\r\n\r\n');
  if (!/content-transfer-encoding: base64/i.test(head)) throw new Error(`not base64: ${head}`);
  const fileName = /filename="?([^";\r\n]+)"?/i.exec(head)?.[1] ?? '';
  return { fileName, bytes: Buffer.from(body.join(''), 'base64') };
}
