import { Injectable } from '@nestjs/common';
import { PassThrough, type Readable } from 'node:stream';
import { Letterheads } from '../../access/letterheads.service.js';
import type { Scope } from '../../access/scope.js';
import { writePdf } from '../../common/documents/pdf-table.js';
import { inOneBatch, type TableColumn } from '../../common/documents/table-writer.js';
import { Clock } from '../../common/time/clock.js';
import { type SanitizationDetail, SanitizationsQueries } from './sanitizations.queries.js';

const COLUMNS: TableColumn[] = [
  { header: 'No.', type: 'integer' },
  { header: 'Manufacturer', type: 'text' },
  { header: 'Model', type: 'text' },
  { header: 'Serial number', type: 'text' },
  { header: 'Property number', type: 'text' },
];

/** The certificate that NIST SP 800-88 Rev. 2 asks for (section 4.6), for the devices of one sanitization. */
@Injectable()
export class SanitizationCertificates {
  constructor(
    private readonly queries: SanitizationsQueries,
    private readonly letterheads: Letterheads,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound if the caller can see none of its devices */
  async of(scope: Scope, id: string): Promise<Readable> {
    const detail = await this.queries.find(scope, id);
    const { result, doneAt, doneByName } = detail;
    const table = {
      title: result === 'completed' ? 'Certificate of sanitization' : 'Record of a failed sanitization',
      knownAt: this.clock.now(),
      notes: notesOf(detail),
      columns: COLUMNS,
      letterhead: await this.letterheads.of(scope),
      signature: { name: null, image: null, account: doneByName ?? 'Rollcall', signedAt: doneAt },
    };
    const rows = detail.devices.map(({ manufacturer, deviceModel, serialNumber, assetTag }, i) => [
      i + 1,
      manufacturer,
      deviceModel,
      serialNumber,
      assetTag,
    ]);
    const out = new PassThrough();
    // A failure halfway cuts the file off, so that nobody mistakes a part for the whole certificate.
    writePdf(table, inOneBatch(rows), out).catch((error: Error) => out.destroy(error));
    return out;
  }
}

function notesOf(detail: SanitizationDetail): string[] {
  const { medium, mediaSource, driveSerial, technique, method, isUncertain, particleMm, source } = detail;
  const { tool, toolVersion, verifiedBy, verification, place, note, validations } = detail;
  const words = (name: string): string => name.replaceAll('_', ' ');
  const pulled = driveSerial === null ? 'a drive that was taken out' : `drive ${driveSerial}, taken out`;
  const latest = validations.at(-1);
  const lines: (string | null)[] = [
    `Medium: ${words(medium)}, ${mediaSource === 'pulled' ? pulled : 'in the device'}.`,
    method &&
      `Method (NIST SP 800-88 Rev. 2): ${method}.${isUncertain ? ' Sources differ about this medium.' : ''}`,
    `Technique: ${words(technique)}${particleMm === null ? '' : `, particles up to ${particleMm} mm`}. Source: ${source}.`,
    tool && `Tool: ${[tool, toolVersion].filter(Boolean).join(', version ')}.`,
    verifiedBy && `Verified by ${verifiedBy}${verification === null ? '' : `: ${verification}`}.`,
    latest
      ? `Validation: ${latest.decision}${latest.decidedByName === null ? '' : `, by ${latest.decidedByName}`}.`
      : null,
    place && `Place: ${place}.`,
    note,
  ];
  return lines.filter((line): line is string => line !== null);
}
