import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Letterhead } from '../../common/documents/letterhead.js';
import { EXPORT_FORMATS, EXPORT_TYPE, type ExportFormat } from '../../common/documents/table-export.js';
import { Settings } from '../../config/settings.js';
import type { Tx } from '../../database/tx.js';
import type { Attachment, LetterContents, LetterState } from '../../outbox/letter.js';
import { OutboxQueries } from '../../outbox/outbox.queries.js';
import { Outbox } from '../../outbox/outbox.service.js';
import { aboutLines, reportFileName, reportStream } from '../outputs/report-file.js';
import { ReportOutputsQueries } from '../outputs/report-outputs.queries.js';
import type { Report } from '../report.js';

/** A delivery as the API shows it. */
export interface DeliveryView {
  id: string;
  address: string;
  /** 1 at first. The number goes up by 1 each time that somebody sends the letter again. */
  round: number;
  state: LetterState;
  attempts: number;
  nextAttemptAt: Date | null;
  sentAt: Date | null;
  /** The last answer of the mail server, or what went wrong. */
  answer: string | null;
}

/** Mail servers refuse letters of some tens of megabytes; what is larger is fetched from the app. */
const MOST_ATTACHED_BYTES = 10 * 2 ** 20;

/** What letters that carry an output are about. */
const SUBJECT = 'report';

interface Addressed extends Letterhead {
  name: string;
  formats: ExportFormat[];
}

/** What the letters say that carry outputs to their recipients. */
@Injectable()
export class ReportLetters implements OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly settings: Settings,
    private readonly outbox: Outbox,
    private readonly letters: OutboxQueries,
    private readonly outputs: ReportOutputsQueries,
  ) {}

  /** A board would rather miss a report than get it twice: somebody sees that it is unsure, and sends it again. */
  onModuleInit(): void {
    this.outbox.registerSubject(SUBJECT, {
      guarantee: 'at_most_once',
      patienceHours: 6,
      contents: (districtId, outputId) => this.contents(districtId, outputId),
    });
  }

  /** Has an output emailed to each address, also to those that got it before. */
  async sendWithin(
    tx: Tx,
    districtId: string,
    outputId: string,
    addresses: readonly string[],
  ): Promise<void> {
    const of = { channel: 'email', subjectKind: SUBJECT, subjectId: outputId };
    await this.outbox.addWithin(tx, districtId, of, addresses);
  }

  /** By address. */
  async list(districtId: string, outputId: string): Promise<DeliveryView[]> {
    const letters = await this.letters.about(districtId, SUBJECT, outputId);
    return letters.map(({ id, address, round, state, attempts, nextAttemptAt, sentAt, answer }) => ({
      id,
      address,
      round,
      state,
      attempts,
      nextAttemptAt,
      sentAt,
      answer,
    }));
  }

  private async contents(districtId: string, outputId: string): Promise<LetterContents> {
    const to = await this.addressed(districtId, outputId);
    const { head } = await this.outputs.kept(districtId, outputId);
    const attachments: Attachment[] = [];
    const left: string[] = [];
    let room = MOST_ATTACHED_BYTES;
    for (const format of EXPORT_FORMATS.filter((one) => to.formats.includes(one))) {
      const fileName = `${reportFileName(head)}.${format}`;
      const report = { head, rows: this.outputs.rowsOf(districtId, outputId) };
      const bytes = await within(room, report, format, to);
      if (bytes)
        attachments.push({ fileName, mediaType: EXPORT_TYPE[format], open: () => Readable.from([bytes]) });
      else left.push(fileName);
      room -= bytes?.length ?? 0;
    }
    const page = this.settings.PUBLIC_URL && `${this.settings.PUBLIC_URL}/api/v1/reports/outputs/${outputId}`;
    return {
      subject: `${to.name}: ${head.title}`,
      text: [
        ...aboutLines(head, to).map(([name, text]) => `${name}: ${text}`),
        '',
        ...left.map((name) => `${name} is too large to attach. Download it from Rollcall.`),
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
