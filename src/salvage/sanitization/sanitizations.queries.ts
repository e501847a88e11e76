import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import { type Scope, siteFilter } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import { NotFound } from '../../common/refusal.js';
import type { Tx } from '../../database/tx.js';
import type { SanitizationsQuery } from './sanitization.dto.js';
import type { MediaSource, SanitizationResult, ValidationDecision } from './sanitization.entities.js';
import { type Medium, type Method, type Technique, TECHNIQUE_FACTS } from './techniques.js';

interface SanitizationFacts {
  medium: Medium;
  mediaSource: MediaSource;
  driveSerial: string | null;
  technique: Technique;
  /** The method that the technique counted as. Null if it failed. */
  method: Method | null;
  /** The sources of the technique differ about this medium. */
  isUncertain: boolean;
  tool: string | null;
  toolVersion: string | null;
  /** Millimeters. */
  particleMm: number | null;
  result: SanitizationResult;
  /** The latest decision, or null if there is none yet. */
  decision: ValidationDecision | null;
  verifiedBy: string | null;
  verification: string | null;
  place: string | null;
  doneAt: Date;
  /** Name or email of the account that recorded it. */
  doneByName: string | null;
}

interface SanitizedDeviceView {
  deviceId: string;
  /** Asset tag of the device, or its serial number if it has no tag. */
  deviceCode: string | null;
  assetTag: string | null;
  serialNumber: string | null;
  manufacturer: string;
  deviceModel: string;
  /** Code of the site where the device is now. */
  site: string;
  siteName: string;
}

/** One device of one sanitization. */
export interface SanitizationRow extends SanitizationFacts, SanitizedDeviceView {
  /** Id of the sanitization. All of its devices share this id. */
  id: string;
}

export interface ValidationView {
  decision: ValidationDecision;
  note: string | null;
  decidedAt: Date;
  decidedByName: string | null;
}

export interface SanitizationDetail extends SanitizationFacts {
  id: string;
  note: string | null;
  /** The source of this row in the table of techniques. */
  source: string;
  /** The devices that you can see. */
  devices: SanitizedDeviceView[];
  /** The decisions about this sanitization, oldest first. */
  validations: ValidationView[];
}

const FACTS = `
  s.medium, s.media_source AS "mediaSource", s.drive_serial AS "driveSerial", s.technique, s.method,
  s.is_uncertain AS "isUncertain", s.tool, s.tool_version AS "toolVersion", s.particle_mm AS "particleMm", s.result,
  v.decision, s.verified_by AS "verifiedBy", s.verification, s.place, s.done_at AS "doneAt",
  coalesce(nullif(a.name, ''), a.email) AS "doneByName"`;

const LATEST = `
  LEFT JOIN LATERAL (
    SELECT decision FROM sanitization_validations
     WHERE district_id = $1 AND sanitization_id = s.id ORDER BY round DESC LIMIT 1) v ON true
  LEFT JOIN accounts a ON a.district_id = $1 AND a.id = s.done_by`;

const DEVICE = `
  d.id AS "deviceId", coalesce(d.asset_tag, d.serial_number) AS "deviceCode", d.asset_tag AS "assetTag",
  d.serial_number AS "serialNumber", m.manufacturer, m.name AS "deviceModel", p.code AS site, p.name AS "siteName"`;

const SANITIZATIONS = list<SanitizationRow, SanitizationsQuery>({
  name: 'sanitizations',
  select: `
    SELECT s.id, ${FACTS}, ${DEVICE}
      FROM sanitization_devices y
      JOIN sanitizations s ON s.district_id = $1 AND s.id = y.sanitization_id
      JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN sites p ON p.district_id = $1 AND p.id = d.site_id${LATEST}
     WHERE y.district_id = $1 AND y.withdrawn_at IS NULL`,
  reach: 'd.site_id',
  filters: {
    device: (id, param) => `y.device_id = ${param(id)}`,
    result: (result, param) => `s.result = ${param(result)}`,
    method: (method, param) => `s.method = ${param(method)}`,
  },
  sorts: { doneAt: ['y.done_at', 'y.sanitization_id', 'y.device_id'] },
});

@Injectable()
export class SanitizationsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: SanitizationsQuery): Promise<Page<SanitizationRow>> {
    return this.lists.answer(SANITIZATIONS, scope, query);
  }

  /** @throws NotFound if the caller can see none of its devices */
  async find(scope: Scope, id: string, tx: Tx | DataSource = this.source): Promise<SanitizationDetail> {
    const { districtId } = scope;
    const devices = await tx.query<SanitizedDeviceView[]>(
      `SELECT ${DEVICE}
         FROM sanitization_devices y
         JOIN devices d ON d.district_id = $1 AND d.id = y.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN sites p ON p.district_id = $1 AND p.id = d.site_id
        WHERE y.district_id = $1 AND y.sanitization_id = $2 AND y.withdrawn_at IS NULL
          AND ($3::uuid[] IS NULL OR d.site_id = ANY ($3))
        ORDER BY coalesce(d.asset_tag, d.serial_number), d.id`,
      [districtId, id, siteFilter(scope)],
    );
    const [row] = await tx.query<(SanitizationFacts & { id: string; note: string | null })[]>(
      `SELECT s.id, s.note, ${FACTS} FROM sanitizations s${LATEST} WHERE s.district_id = $1 AND s.id = $2`,
      [districtId, id],
    );
    if (!row || devices.length === 0) throw new NotFound('The sanitization', 'SANITIZATION_NOT_FOUND');
    const validations = await tx.query<ValidationView[]>(
      `SELECT v.decision, v.note, v.decided_at AS "decidedAt", coalesce(nullif(a.name, ''), a.email) AS "decidedByName"
         FROM sanitization_validations v
         LEFT JOIN accounts a ON a.district_id = $1 AND a.id = v.decided_by
        WHERE v.district_id = $1 AND v.sanitization_id = $2 ORDER BY v.round`,
      [districtId, id],
    );
    return { ...row, source: TECHNIQUE_FACTS[row.technique].source, devices, validations };
  }
}
