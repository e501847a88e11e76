import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { testApp, type TestApp, type TestDistrict } from '../support/app.js';
import { districtWithSites } from '../support/imports.js';
import { scanOf, sendScans } from '../support/scans.js';

let app: TestApp;
let district: TestDistrict;
const rejections: unknown[] = [];
const remember = (reason: unknown): number => rejections.push(reason);

interface Target {
  method: 'POST' | 'PUT';
  path: string;
  /** Fields that the route needs before its file. */
  fields: string;
  file: string;
  taken: number;
}
const targets: Record<'import' | 'photo', Target> = {
  import: {
    method: 'POST',
    path: '/imports',
    fields: part('name="kind"', 'devices'),
    file: 'Asset tag,Site\r\nT1,A1\r\n',
    taken: 202,
  },
  photo: { method: 'PUT', path: '', fields: '', file: '\xff\xd8\xff\xe0 photo', taken: 204 },
};

beforeAll(async () => {
  app = await testApp({ ROLE: 'api' });
  district = await districtWithSites(app);
  const scan = scanOf('NOBODY-KNOWS-1', 'seen', { site: 'A1' });
  await sendScans(district.admin, [scan]);
  targets.photo.path = `/scans/${scan.id}/photo`;
  process.on('unhandledRejection', remember);
});

afterAll(async () => {
  process.off('unhandledRejection', remember);
  await app.close();
});

function part(disposition: string, value: string, more = ''): string {
  return `--XX\r\nContent-Disposition: form-data; ${disposition}\r\n${more}\r\n${value}\r\n`;
}

function file(value: string, name = 'a.csv'): string {
  return part(`name="file"; filename="${name}"`, value);
}

const END = '--XX--\r\n';
const MULTIPART = 'multipart/form-data; boundary=XX';

interface Raw {
  type?: string;
  body: (target: Target) => string;
  /** What Content-Length says beyond the truth. */
  longer?: number;
}

/** Sends bytes as they are, closes this end, and reads the answer. */
async function sendRaw(target: Target, { type = MULTIPART, body, longer = 0 }: Raw, hangUp = false) {
  const { hostname, port } = new URL(app.url);
  const bytes = Buffer.from(body(target), 'latin1');
  const socket = connect(Number(port), hostname);
  let answer = '';
  socket.setEncoding('latin1').on('data', (text: string) => (answer += text));
  socket.on('error', () => undefined);
  socket.write(
    `${target.method} /api/v1${target.path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n` +
      `Authorization: Bearer ${district.admin.token}\r\n` +
      (type ? `Content-Type: ${type}\r\n` : '') +
      `Content-Length: ${bytes.length + longer}\r\n\r\n`,
  );
  socket.write(bytes);
  if (hangUp) {
    await sleep(50);
    socket.destroy();
    return { status: 0, type: '', body: {} };
  }
  if (longer) socket.end();
  await new Promise((resolve) => socket.once('close', resolve));
  const [head = '', text = ''] = answer.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    type: /content-type: (.*)/i.exec(head)?.[1] ?? '',
    body: JSON.parse(/\{.*\}/s.exec(text)?.[0] ?? '{}') as { code?: string; detail?: string },
  };
}

/** All that an upload could leave behind. */
async function traces() {
  const [rows] = await app.source.query<object[]>(
    `SELECT (SELECT count(*) FROM imports) AS imports, (SELECT count(*) FROM files) AS files,
            (SELECT count(*) FROM file_parts) AS parts, (SELECT count(*) FROM jobs) AS jobs`,
  );
  const folders = (await readdir(tmpdir())).filter((name) =>
    name.startsWith(`rollcall-upload-${process.pid}-`),
  );
  return { rows, folders };
}

const long = 'n'.repeat(101);
const BROKEN: [string, Raw, string[]][] = [
  [
    'no boundary',
    { type: 'multipart/form-data', body: (t) => t.fields + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'an empty boundary',
    { type: 'multipart/form-data; boundary=', body: (t) => t.fields + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a boundary of 300 characters',
    {
      type: `multipart/form-data; boundary=${'X'.repeat(300)}`,
      body: (t) => (t.fields + file(t.file) + END).replaceAll('XX', 'X'.repeat(300)),
    },
    ['BAD_MULTIPART'],
  ],
  [
    'another boundary than its body',
    { type: 'multipart/form-data; boundary=YY', body: (t) => t.fields + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a body that is cut off in its file',
    { body: (t) => t.fields + file(t.file).slice(0, -4) },
    ['BAD_MULTIPART'],
  ],
  ['a body that is cut off after its file', { body: (t) => t.fields + file(t.file) }, ['BAD_MULTIPART']],
  [
    'a body that is cut off in a header',
    { body: (t) => t.fields + file(t.file).slice(0, 40) },
    ['BAD_MULTIPART'],
  ],
  [
    'a body that is cut off in a field',
    { body: () => part('name="mode"', 'rehearse').slice(0, -6) },
    ['BAD_MULTIPART'],
  ],
  ['no body', { body: () => '' }, ['BAD_MULTIPART', 'NO_FILE']],
  ['nothing but an end', { body: () => END }, ['NO_FILE']],
  ['garbage', { body: () => 'garbage' }, ['BAD_MULTIPART']],
  [
    'a part without headers',
    { body: (t) => `${t.fields}--XX\r\n\r\n${t.file}\r\n${END}` },
    ['BAD_MULTIPART'],
  ],
  [
    'a part without headers before its file',
    { body: (t) => `--XX\r\n\r\nx\r\n${t.fields}${file(t.file)}${END}` },
    ['BAD_MULTIPART'],
  ],
  [
    'a part with nothing at all',
    { body: (t) => `--XX\r\n${t.fields}${file(t.file)}${END}` },
    ['BAD_MULTIPART'],
  ],
  [
    'a part that is no form-data',
    {
      body: (t) =>
        `--XX\r\nContent-Disposition: attachment; name="x"\r\n\r\nx\r\n${t.fields}${file(t.file)}${END}`,
    },
    ['BAD_MULTIPART'],
  ],
  [
    'a header that is none',
    { body: (t) => `--XX\r\nnonsense\r\n\r\nx\r\n${t.fields}${file(t.file)}${END}` },
    ['BAD_MULTIPART'],
  ],
  [
    'a field without a name',
    { body: (t) => t.fields + part('x="y"', 'v') + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a file without a name for its field',
    { body: (t) => t.fields + part('filename="a.csv"', t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a field name that is too long',
    { body: (t) => t.fields + part(`name="${long}"`, 'v') + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a file name that is too long',
    { body: (t) => t.fields + file(t.file, 'x'.repeat(300)) + END },
    ['INVALID_INPUT'],
  ],
  [
    'a field value that is too long',
    { body: (t) => t.fields + part('name="mapping"', 'x'.repeat(300_000)) + file(t.file) + END },
    ['INVALID_INPUT'],
  ],
  [
    'a field called __proto__',
    { body: (t) => t.fields + part('name="__proto__"', 'v') + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a field called toString',
    { body: (t) => t.fields + part('name="toString"', 'v') + file(t.file) + END },
    ['BAD_MULTIPART'],
  ],
  [
    'a field sent twice',
    { body: (t) => part('name="a"', '1') + part('name="a"', '2') + t.fields + file(t.file) + END },
    ['FIELD_SENT_TWICE'],
  ],
  [
    'JSON that is none',
    {
      body: (t) =>
        t.fields + part('name="mapping"', '{', 'Content-Type: application/json\r\n') + file(t.file) + END,
    },
    ['BAD_MULTIPART'],
  ],
  [
    'a field after the file',
    { body: (t) => t.fields + file(t.file) + part('name="mode"', 'commit') + END },
    ['FIELD_AFTER_FILE'],
  ],
  ['two files', { body: (t) => t.fields + file(t.file) + file(t.file) + END }, ['MORE_THAN_ONE_FILE']],
  ['no file', { body: (t) => t.fields + part('name="x"', 'y') + END }, ['NO_FILE']],
  ['an empty file', { body: (t) => t.fields + file('') + END }, ['EMPTY_FILE', 'NO_PHOTO', 'EMPTY_TABLE']],
  [
    'too many fields',
    {
      body: (t) =>
        t.fields +
        Array.from({ length: 30 }, (_, i) => part(`name="f${i}"`, 'v')).join('') +
        file(t.file) +
        END,
    },
    ['TOO_MANY_FIELDS'],
  ],
  [
    'a field that is not UTF-8',
    { body: (t) => t.fields + part('name="note"', 'caf\xe9') + file(t.file) + END },
    ['BAD_TEXT'],
  ],
  [
    'a field with NUL',
    { body: (t) => t.fields + part('name="note"', 'a\0b') + file(t.file) + END },
    ['BAD_TEXT'],
  ],
  [
    'a field name that is not UTF-8',
    { body: (t) => t.fields + part('name="caf\xe9"', 'x') + file(t.file) + END },
    ['BAD_TEXT'],
  ],
  [
    'a file name that is not UTF-8',
    { body: (t) => t.fields + file(t.file, 'caf\xe9.csv') + END },
    ['BAD_TEXT'],
  ],
  ['a file name with NUL', { body: (t) => t.fields + file(t.file, 'a\0.csv') + END }, ['BAD_TEXT']],
  [
    'a charset that is none',
    {
      body: (t) =>
        t.fields +
        part('name="x"', 'caf\xe9', 'Content-Type: text/plain; charset=klingon\r\n') +
        file(t.file) +
        END,
    },
    ['BAD_TEXT'],
  ],
  [
    'nested multipart',
    {
      body: (t) =>
        t.fields +
        part(
          'name="file"',
          `--YY\r\n\r\n${t.file}\r\n--YY--`,
          'Content-Type: multipart/mixed; boundary=YY\r\n',
        ) +
        END,
    },
    ['BAD_TEXT', 'NO_FILE'],
  ],
  [
    'multipart/mixed',
    { type: 'multipart/mixed; boundary=XX', body: (t) => t.fields + file(t.file) + END },
    ['UNSUPPORTED_MEDIA_TYPE'],
  ],
];

describe.each(['import', 'photo'] as const)('a broken upload of an %s', (which) => {
  it.each(BROKEN)('is refused in words and leaves nothing behind: %s', async (_, raw, codes) => {
    const before = await traces();
    const answer = await sendRaw(targets[which], raw);
    expect(codes).toContain(answer.body.code);
    expect(answer.status).toBe(answer.body.code === 'UNSUPPORTED_MEDIA_TYPE' ? 415 : 400);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.body.detail).toMatch(/^[A-Z].*\.$/);
    expect(await traces()).toEqual(before);
  });

  it('is forgotten when the client hangs up or never sends what it announced', async () => {
    const before = await traces();
    const half: Raw = { body: (t) => t.fields + file(t.file).slice(0, -4), longer: 100 };
    for (let i = 0; i < 5; i++) await sendRaw(targets[which], half, true);
    const cut = await sendRaw(targets[which], half);
    expect([400, NaN]).toContain(cut.status);
    await sleep(200);
    expect(await traces()).toEqual(before);
    const [busy] = await app.source.query<{ n: string }[]>(
      `SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'`,
    );
    expect(busy?.n).toBe('0');
  });

  it('is followed by a good one that is taken', async () => {
    const answer = await sendRaw(targets[which], { body: (t) => t.fields + file(t.file) + END });
    expect([answer.status, answer.body]).toEqual([targets[which].taken, expect.anything()]);
    expect(rejections).toEqual([]);
  });
});
