import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Scope, siteFilter } from '../../access/scope.js';
import {
  cursorKey,
  decodeCursor,
  type Keyed,
  type Page,
  pageByKey,
  type PageQuery,
} from '../../common/paging.js';
import type { ScanOutcome } from '../scan-outcomes.js';

/** One scan of the caller's, as the server has it. */
export interface ScanView {
  id: string;
  scannedAt: Date;
  receivedAt: Date;
  code: string;
  action: string;
  outcome: ScanOutcome;
  reason: string | null;
  detail: string | null;
  /** Code of the site. */
  site: string | null;
  deviceId: string | null;
}

/** A device that left a site by a scan elsewhere. */
export interface Departure {
  id: string;
  receivedAt: Date;
  /** Codes of sites. */
  from: string;
  fromName: string;
  to: string | null;
  toName: string | null;
  assetTag: string | null;
  serialNumber: string | null;
  model: string;
  deviceId: string;
  /** Who scanned it. */
  accountId: string;
  /** Their name, or their address where they have none. */
  accountName: string;
}

@Injectable()
export class ScansQueries {
  constructor(private readonly source: DataSource) {}

  async own(scope: Scope, query: PageQuery): Promise<Page<ScanView>> {
    const after = query.cursor ? decodeCursor('scans', query.cursor, 2) : null;
    const rows = await this.source.query<Keyed<ScanView>[]>(
      `SELECT s.id, s.scanned_at AS "scannedAt", s.received_at AS "receivedAt", s.code, s.action, s.outcome, s.reason,
              s.detail, t.code AS site, s.device_id AS "deviceId", ${cursorKey('s.received_at', 's.id')}
         FROM scans s LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
        WHERE s.district_id = $1 AND s.account_id = $2
          AND ($3::timestamptz IS NULL OR (s.received_at, s.id) < ($3, $4::uuid))
        ORDER BY s.received_at DESC, s.id DESC LIMIT $5`,
      [scope.districtId, scope.accountId, after?.[0] ?? null, after?.[1] ?? null, query.limit + 1],
    );
    return pageByKey(rows, query.limit, 'scans');
  }

  async departures(scope: Scope, query: PageQuery): Promise<Page<Departure>> {
    const after = query.cursor ? decodeCursor('departures', query.cursor, 2) : null;
    const rows = await this.source.query<Keyed<Departure>[]>(
      `SELECT s.id, s.received_at AS "receivedAt", f.code AS "from", f.name AS "fromName", t.code AS "to",
              t.name AS "toName", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
              m.manufacturer || ' ' || m.name AS model, d.id AS "deviceId", s.account_id AS "accountId",
              coalesce(a.name, a.email) AS "accountName",
              ${cursorKey('s.received_at', 's.id')}
         FROM scans s
         JOIN sites f ON f.district_id = $1 AND f.id = s.from_site_id
         JOIN devices d ON d.district_id = $1 AND d.id = s.device_id
         JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
         JOIN accounts a ON a.district_id = $1 AND a.id = s.account_id
         LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
        WHERE s.district_id = $1 AND s.from_site_id IS NOT NULL
          AND ($2::uuid[] IS NULL OR s.from_site_id = ANY ($2)) AND s.account_id <> $3
          AND ($4::timestamptz IS NULL OR (s.received_at, s.id) < ($4, $5::uuid))
        ORDER BY s.received_at DESC, s.id DESC LIMIT $6`,
      [
        scope.districtId,
        siteFilter(scope),
        scope.accountId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        query.limit + 1,
      ],
    );
    return pageByKey(rows, query.limit, 'departures');
  }
}
