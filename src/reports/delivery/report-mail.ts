import { Injectable, Logger } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import SMTPConnection from 'nodemailer/lib/smtp-connection/index.js';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Letterhead } from '../../common/documents/letterhead.js';
import { EXPORT_FORMATS, EXPORT_TYPE, type ExportFormat } from '../../common/documents/table-export.js';
import { Settings } from '../../config/settings.js';
import { DeliveryQueue, LEASE_MINUTES, type TakenDelivery } from './delivery-queue.js';
import type { Report } from '../report.js';
import { aboutLines, reportFileName, reportStream } from '../outputs/report-file.js';
import { ReportOutputsQueries } from '../outputs/report-outputs.queries.js';

/** Mail servers refuse letters of some tens of megabytes; what is larger is fetched from the app. */
const MOST_ATTACHED_BYTES = 10 * 2 ** 20;
/** Well within the lease, so that a letter is over before its worker is taken for dead. */
const MOST_MS = ((LEASE_MINUTES * 60_000) / 5) * 4;

/** The mail server said no, for now or for good. */
class Refused extends Error {
  constructor(
    message: string,
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}

/** What a letter says, whoever it goes to. */
interface Parts {
  subject: string;
  text: string;
  attachments: { filename: string; content: Buffer; contentType: string }[];
}

interface Contents {
  outputId: string;
  parts: Promise<Parts>;
}

interface Addressed extends Letterhead {
  name: string;
  formats: ExportFormat[];
}

/** Sends outputs by e-mail, one letter to an address. */
@Injectable()
export class ReportMail {
  private readonly logger = new Logger('Reports');

  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly queue: DeliveryQueue,
    private readonly outputs: ReportOutputsQueries,
  ) {}

  /** Sends whatever is due, letter by letter. */
  async sendDue(isStopping: () => boolean): Promise<void> {
    await this.queue.release();
    if (this.settings.SMTP_URL === undefined) return;
    // A list gets its letters one after another: the files of an output are made once for all of them.
    let contents: Contents | undefined;
    for (let letter = await this.queue.take(); letter; letter = await this.queue.take()) {
      const { districtId, outputId } = letter;
      if (contents?.outputId !== outputId) contents = this.contents(districtId, outputId);
      await this.send(letter, this.settings.SMTP_URL, contents);
      if (isStopping()) return;
    }
  }

  private async send(letter: TakenDelivery, url: string, contents: Contents): Promise<void> {
    const { districtId, outputId, id } = letter;
    let hasBegun = false;
    try {
      const from = this.sender();
      const raw = await compose(letter, from, await contents.parts);
      const begin = async (): Promise<void> => {
        if (!(await this.queue.beginContent(letter))) throw new Error('another worker has the letter');
        hasBegun = true;
      };
      const answer = await transmit(url, { from, to: letter.address }, raw, begin);
      await this.queue.sent(letter, answer);
    } catch (error) {
      const what = error instanceof Error ? error.message : String(error);
      this.logger.warn({ err: error, districtId, outputId, deliveryId: id }, 'a report was not sent');
      // A refusal is an answer; without one, nobody knows what became of the content.
      if (hasBegun && !(error instanceof Refused)) await this.queue.unsure(letter, what);
      else await this.queue.notSent(letter, what, error instanceof Refused && error.isFinal);
    }
  }

  private contents(districtId: string, outputId: string): Contents {
    const parts = this.make(districtId, outputId);
    // Each letter that needs them says what went wrong.
    parts.catch(() => undefined);
    return { outputId, parts };
  }

  private async make(districtId: string, outputId: string): Promise<Parts> {
    const to = await this.addressed(districtId, outputId);
    const { head } = await this.outputs.kept(districtId, outputId);
    const attachments: Parts['attachments'] = [];
    const left: string[] = [];
    let room = MOST_ATTACHED_BYTES;
    for (const format of EXPORT_FORMATS.filter((one) => to.formats.includes(one))) {
      const filename = `${reportFileName(head)}.${format}`;
      const report = { head, rows: this.outputs.rowsOf(districtId, outputId) };
      const content = await within(room, report, format, to);
      if (content) attachments.push({ filename, content, contentType: EXPORT_TYPE[format] });
      else left.push(filename);
      room -= content?.length ?? 0;
    }
    const page = this.settings.PUBLIC_URL && `${this.settings.PUBLIC_URL}/api/v1/reports/outputs/${outputId}`;
    return {
      subject: `${to.name}: ${head.title}`,
      text: [
        ...aboutLines(head, to).map(([name, text]) => `${name}: ${text}`),
        '',
        ...left.map((name) => `${name} is too large for a letter; fetch it from Rollcall.`),
        ...(page ? [page] : []),
      ].join('\n'),
      attachments,
    };
  }

  private async addressed(districtId: string, outputId: string): Promise<Addressed> {
    const [row] = await this.source.query<Addressed[]>(
      `SELECT r.name, r.formats, d.name AS district, d.time_zone AS "timeZone"
         FROM report_outputs o
         JOIN saved_reports r ON r.district_id = $1 AND r.id = o.report_id
         JOIN districts d ON d.id = $1
        WHERE o.district_id = $1 AND o.id = $2`,
      [districtId, outputId],
    );
    if (!row) throw new Error(`no output ${outputId}`);
    return row;
  }

  private sender(): string {
    if (this.settings.SMTP_FROM !== undefined) return this.settings.SMTP_FROM;
    const host = this.settings.PUBLIC_URL ? new URL(this.settings.PUBLIC_URL).hostname : 'localhost';
    return `rollcall@${host}`;
  }
}

function compose({ id, address, round }: TakenDelivery, from: string, parts: Parts): Promise<Buffer> {
  const composer = new MailComposer({
    ...parts,
    from,
    to: address,
    // The same each time, so that a server or a mailbox that knows it can drop a second copy.
    messageId: `<${id}.${round}@rollcall>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
  });
  return composer.compile().build();
}

/** A file of an output, or undefined where it is larger than the room there is. */
async function within(
  room: number,
  report: Report,
  format: ExportFormat,
  letterhead: Letterhead,
): Promise<Buffer | undefined> {
  let size = 0;
  const pieces: Buffer[] = [];
  for await (const piece of reportStream(report, format, letterhead)) {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(String(piece));
    size += bytes.length;
    if (size > room) return undefined;
    pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}

/**
 * One letter over SMTP. `begin` is called when the server has taken sender and address and waits for the content,
 * before the first byte of it.
 * @returns the server's answer, which takes the letter into its care
 * @throws Refused where the server says no
 */
async function transmit(
  url: string,
  envelope: { from: string; to: string },
  raw: Buffer,
  begin: () => Promise<void>,
): Promise<string> {
  const { protocol, hostname, port, username, password, searchParams } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const connection = new SMTPConnection({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (isSecure ? 465 : 587),
    secure: isSecure,
    requireTLS: searchParams.get('tls') === 'required',
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 60_000,
  });
  const broken = new Promise<never>((_, reject) => {
    // More than one may come, and one that nobody hears ends the process.
    connection.on('error', (error) => reject(refusalIn(error) ?? error));
    setTimeout(() => reject(new Error('the mail server took too long')), MOST_MS).unref();
  });
  broken.catch(() => undefined);
  const step = <T>(
    start: (done: (error: Error | null | undefined, value?: T) => void) => void,
  ): Promise<T | undefined> =>
    Promise.race([
      new Promise<T | undefined>((resolve, reject) => {
        start((error, value) => (error ? reject(refusalIn(error) ?? error) : resolve(value)));
      }),
      broken,
    ]);
  try {
    await step((done) => connection.connect(done));
    const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
    if (username !== '') await step((done) => connection.login({ credentials }, done));
    const content = Readable.from(contentAfter(begin, raw), { objectMode: false });
    const address = /<([^>]+)>/.exec(envelope.from)?.[1] ?? envelope.from;
    const sent = await step<{ response: string }>((done) =>
      connection.send({ from: address, to: [envelope.to] }, content, done),
    );
    connection.quit();
    return sent?.response ?? '';
  } finally {
    connection.close();
  }
}

/** Read only once the server asks for the content. */
async function* contentAfter(begin: () => Promise<void>, raw: Buffer): AsyncGenerator<Buffer> {
  await begin();
  yield raw;
}

/** An answer of the server that says no: 4xx for now, 5xx for good. */
function refusalIn(error: unknown): Refused | undefined {
  const { responseCode, message } = error as { responseCode?: number; message?: string };
  return responseCode === undefined || responseCode < 400
    ? undefined
    : new Refused(message ?? String(responseCode), responseCode >= 500);
}
