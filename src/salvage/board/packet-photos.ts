import { Injectable } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import type { Press } from '../../common/documents/pdf-table.js';
import { dollars } from '../../common/dollars.js';
import { FileNotFound, Files } from '../../files/files.service.js';
import { assessedValue } from '../assessment/latest-assessment.js';
import { SalvageSettingsService } from '../settings/salvage-settings.service.js';
import { ofItem } from './devices-of-item.sql.js';
import { drawPhotoPages, type PhotographedItem } from './packet-photo-pages.js';

/** Photos of one packet. The board looks at some, and the rest makes the file too large to send. */
export const MOST_PHOTOS = 60;
const MOST_MIB = 50;
/** Photos of one device. */
const MOST_OF_ONE = 6;
/** Devices without photos that the packet names. It counts the others. */
const MOST_NAMED = 20;

interface PhotoRow {
  deviceId: string;
  code: string;
  model: string;
  valueCents: number;
  fileId: string;
  sizeBytes: number;
  /** Its place among the photos of the device, from 1. */
  place: number;
}

interface Counts {
  devices: number;
  photos: number;
  withoutPhotos: number;
  named: string[];
}

/** SQL of the devices of a board item that are worth more than `$3` cents by their latest assessments. */
const WORTH_MORE = `
  WITH worth AS MATERIALIZED (
    SELECT DISTINCT * FROM (${ofItem(
      `d.id, coalesce(d.asset_tag, d.serial_number) AS code, m.manufacturer || ' ' || m.name AS model,
       ${assessedValue('d.id')} AS value`,
      'JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id',
      '',
    )}) AS every WHERE value > $3),
  pictured AS MATERIALIZED (
    SELECT w.*, p.file_id, f.size_bytes,
           row_number() OVER (PARTITION BY w.id ORDER BY a.assessed_at DESC, a.id, p.added_at, p.file_id)::int AS place
      FROM worth w
      JOIN assessments a ON a.district_id = $1 AND a.device_id = w.id AND a.withdrawn_at IS NULL
      JOIN assessment_photos p ON p.district_id = $1 AND p.assessment_id = a.id
      JOIN files f ON f.district_id = $1 AND f.id = p.file_id)`;

/** Photos of the devices of a board item that are worth more than the district’s amount, for the printed packet. */
@Injectable()
export class PacketPhotos {
  constructor(
    private readonly source: DataSource,
    private readonly settings: SalvageSettingsService,
    private readonly files: Files,
  ) {}

  /** Draws the pages with photos. */
  async appendix({ districtId }: Scope, itemId: string): Promise<(press: Press) => Promise<void>> {
    const { photosAboveCents } = await this.settings.find(districtId);
    const parameters = [districtId, itemId, photosAboveCents];
    const [counts] = await this.source.query<Counts[]>(
      `${WORTH_MORE}
       SELECT (SELECT count(*)::int FROM worth) AS devices, (SELECT count(*)::int FROM pictured) AS photos,
              (SELECT count(*)::int FROM worth w WHERE w.id NOT IN (SELECT id FROM pictured)) AS "withoutPhotos",
              ARRAY(SELECT code FROM worth w WHERE w.id NOT IN (SELECT id FROM pictured)
                     ORDER BY value DESC, code LIMIT ${MOST_NAMED}) AS named`,
      parameters,
    );
    const rows = await this.source.query<PhotoRow[]>(
      `${WORTH_MORE}
       SELECT id AS "deviceId", code, model, value AS "valueCents", file_id AS "fileId",
              size_bytes::integer AS "sizeBytes", place
         FROM pictured WHERE place <= ${MOST_OF_ONE}
        ORDER BY value DESC, code, id, place LIMIT ${MOST_PHOTOS}`,
      parameters,
    );
    const shown = thatFit(rows);
    return (press) =>
      drawPhotoPages(press, {
        title: `Photos of items worth more than ${dollars(photosAboveCents)}`,
        notes: counts ? notesOf(counts, shown.length) : [],
        items: itemsOf(shown),
        read: (fileId) => this.read(districtId, fileId),
      });
  }

  /** The bytes of a photo. Null if somebody has deleted it meanwhile. */
  private async read(districtId: string, fileId: string): Promise<Buffer | null> {
    try {
      return await buffer((await this.files.find(districtId, fileId)).open());
    } catch (error) {
      if (error instanceof FileNotFound) return null;
      throw error;
    }
  }
}

/** The first photos that are not too large together. */
function thatFit(rows: readonly PhotoRow[]): PhotoRow[] {
  let bytes = 0;
  return rows.filter(({ sizeBytes }) => {
    if (bytes + sizeBytes > MOST_MIB * 1024 * 1024) return false;
    bytes += sizeBytes;
    return true;
  });
}

function itemsOf(rows: readonly PhotoRow[]): PhotographedItem[] {
  const items = new Map<string, PhotographedItem>();
  for (const { deviceId, code, model, valueCents, fileId } of rows) {
    const heading = `${code}, ${model}: worth ${dollars(valueCents)} by the latest assessment`;
    const item = items.get(deviceId) ?? { heading, fileIds: [] };
    item.fileIds.push(fileId);
    items.set(deviceId, item);
  }
  return [...items.values()];
}

function notesOf({ devices, photos, withoutPhotos, named }: Counts, shown: number): string[] {
  if (devices === 0) return ['No item is worth more than this by its latest assessment.'];
  const notes = [
    devices === 1 ? '1 item is worth more than this.' : `${devices} items are worth more than this.`,
  ];
  if (withoutPhotos > 0) {
    const more = withoutPhotos > named.length ? `, and ${withoutPhotos - named.length} more` : '';
    notes.push(`Items without photos (${withoutPhotos}): ${named.join(', ')}${more}.`);
  }
  const left = photos - shown;
  if (left > 0)
    notes.push(
      `Photos that are not shown here: ${left}. A packet shows up to ${MOST_PHOTOS} photos, up to ${MOST_OF_ONE} of one ` +
        `item and ${MOST_MIB} MB in total, beginning with the item that is worth most. ` +
        'All photos are on the pages of the assessments.',
    );
  return notes;
}
