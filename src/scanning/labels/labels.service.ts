import { Injectable, StreamableFile } from '@nestjs/common';
import { PassThrough, Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import { Letterheads } from '../../access/letterheads.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import { mapInSlices } from '../../common/turns.js';
import { InvalidInput } from '../../common/refusal.js';
import { Pace } from '../../common/turns.js';
import { DeviceFilters } from '../../devices/lists/device-filter.js';
import { TagsService } from '../../devices/tags/tags.service.js';
import { fitLabel, type FittedLabel, type Label } from './label-fit.js';
import { LABEL_LAYOUTS, type LabelLayout } from './label-layouts.js';
import { writeLabels } from './label-pdf.js';
import { type ZplOptions, zplOf } from './label-zpl.js';
import { LABEL_SOURCES, type LabelsBody, MOST_LABELS } from './labels.dto.js';

const MOST_NAMED = 10;
/** About 2 ms of work. */
const LABELS_IN_A_PIECE = 100;

interface LabelRow {
  code: string;
  model: string;
  site: string;
}

/** Labels of devices that are there, and of tags that no device has yet. */
@Injectable()
export class Labels {
  constructor(
    private readonly source: DataSource,
    private readonly filters: DeviceFilters,
    private readonly tags: TagsService,
    private readonly letterheads: Letterheads,
  ) {}

  /**
   * @param origin web address for the QR codes, such as `https://rollcall.district.example`. Without it, they contain
   *   only the code.
   * @throws InvalidInput where nothing or too much is chosen, or a code is too long for the label
   */
  async print(scope: Scope, body: LabelsBody, origin: string | undefined): Promise<StreamableFile> {
    const layout = LABEL_LAYOUTS.find(({ name }) => name === body.layout) as LabelLayout;
    const labels = await this.labelsOf(scope, body, origin);
    if (labels.length === 0)
      throw invalid('NOTHING_CHOSEN', 'Your selection has no device of your sites. Choose other devices.');
    if (labels.length > MOST_LABELS)
      throw invalid('TOO_MANY', `You can print at most ${MOST_LABELS} labels at once. Choose fewer.`);
    return body.format === 'zpl' ? this.zpl(layout, labels, body) : this.pdf(layout, labels, body);
  }

  private async pdf(
    layout: LabelLayout,
    labels: readonly Label[],
    options: LabelsBody,
  ): Promise<StreamableFile> {
    const fitted = await mapInSlices(labels, (label) => fitLabel(layout, label));
    const problems = fitted.filter((one): one is string => typeof one === 'string');
    if (problems.length > 0) throw invalid('TOO_LONG', problems.slice(0, MOST_NAMED).join(' '));
    const out = new PassThrough();
    // Cut off, so that nobody takes half of the labels for all of them.
    writeLabels(layout, fitted as FittedLabel[], options, out).catch((error: Error) => out.destroy(error));
    return download(out, 'application/pdf', 'labels.pdf');
  }

  private zpl(layout: LabelLayout, labels: readonly Label[], { dpi }: LabelsBody): StreamableFile {
    const { width, height } = layout.label;
    const pieces = zplPieces(labels, { dpi, width, height });
    return download(Readable.from(pieces, { objectMode: false }), 'application/zpl', 'labels.zpl');
  }

  private async labelsOf(scope: Scope, body: LabelsBody, origin: string | undefined): Promise<Label[]> {
    const given = LABEL_SOURCES.filter((source) => body[source] !== undefined);
    if (given.length !== 1)
      throw invalid(
        'ONE_SOURCE',
        `Choose the labels with exactly one of these fields: ${LABEL_SOURCES.join(', ')}.`,
      );
    const { district } = await this.letterheads.of(scope);
    const qr = (code: string): string => (origin === undefined ? code : addressOf(origin, code));
    if (body.tagRange) {
      const tags = await this.tags.tagsOf(scope, body.tagRange);
      return tags.map((code) => ({ code, qr: qr(code), lines: [district] }));
    }
    const rows = await this.rowsOf(scope, body);
    return rows.map(({ code, model, site }) => ({
      code,
      qr: qr(code),
      lines: [model, site, district],
    }));
  }

  private async rowsOf(scope: Scope, body: LabelsBody): Promise<LabelRow[]> {
    if (body.filter) {
      const { where, parameters } = await this.filters.toSql(scope, body.filter);
      return this.rows(scope, where, parameters);
    }
    const chosen = body.devices ? BY_ID : body.sweep ? BY_SWEEP : BY_IMPORT;
    return this.rows(scope, ` AND ${NOT_VOID} AND ${chosen}`, [
      scope.districtId,
      body.devices ?? body.sweep ?? body.import,
    ]);
  }

  private rows(scope: Scope, where: string, parameters: unknown[]): Promise<LabelRow[]> {
    const sites = `$${parameters.length + 1}::uuid[]`;
    return this.source.query<LabelRow[]>(
      // Looked up label by label: joined, models and sites were read for every device as long as PostgreSQL's
      // statistics did not know the district.
      `SELECT coalesce(d.asset_tag, d.serial_number) AS code,
              (SELECT m.manufacturer || ' ' || m.name FROM device_models m
                WHERE m.district_id = $1 AND m.id = d.model_id) AS model,
              (SELECT s.name FROM sites s WHERE s.district_id = $1 AND s.id = d.site_id) AS site
         FROM devices d
        WHERE d.district_id = $1${where} AND (${sites} IS NULL OR d.site_id = ANY (${sites}))
          AND coalesce(d.asset_tag, d.serial_number) IS NOT NULL
        ORDER BY 1, d.id LIMIT ${MOST_LABELS + 1}`,
      [...parameters, siteFilter(scope)],
    );
  }
}

const NOT_VOID = `d.status <> 'void'`;
const BY_ID = `d.id = ANY ($2::uuid[])`;
const BY_SWEEP = `d.id IN (
  SELECT device_id FROM sweep_devices WHERE district_id = $1 AND sweep_id = $2::uuid
  UNION SELECT device_id FROM scans WHERE district_id = $1 AND sweep_id = $2::uuid AND device_id IS NOT NULL)`;
const BY_IMPORT = `d.id IN (
  SELECT e.device_id FROM change_sets g
    JOIN device_events e ON e.district_id = $1 AND e.change_set_id = g.id
   WHERE g.district_id = $1 AND g.kind = 'import' AND g.subject_id = $2::uuid)`;

/** In upper case, which a QR code holds in two thirds of the room; the app reads its addresses in either. */
function addressOf(origin: string, code: string): string {
  return `${origin}/d/${encodeURIComponent(code)}`.toUpperCase();
}

function invalid(code: string, detail: string): InvalidInput {
  return new InvalidInput(detail, [{ field: 'labels', code, detail }]);
}

async function* zplPieces(labels: readonly Label[], options: ZplOptions): AsyncGenerator<string> {
  const pace = new Pace();
  for (let from = 0; from < labels.length; from += LABELS_IN_A_PIECE) {
    await pace.rest();
    const piece = labels.slice(from, from + LABELS_IN_A_PIECE);
    yield piece.map((label) => `${zplOf(label, options)}\n`).join('');
  }
}

function download(body: Readable, type: string, name: string): StreamableFile {
  return new StreamableFile(body, { type, disposition: `attachment; filename="${name}"` });
}
