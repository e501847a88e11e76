import { Injectable } from '@nestjs/common';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page, SortedPage } from '../../common/paging.js';
import type { ScanOutcome } from '../scan-outcomes.js';

/** A scan of the caller, as the server stored it. */
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

/** A device that left a site because somebody scanned it at another site. */
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
  /** Name of the person who scanned the device, or the email address if there is no name. */
  accountName: string;
}

const OWN = list<ScanView, SortedPage<'receivedAt'>>({
  name: 'scans',
  select: `
    SELECT s.id, s.scanned_at AS "scannedAt", s.received_at AS "receivedAt", s.code, s.action, s.outcome, s.reason,
           s.detail, t.code AS site, s.device_id AS "deviceId"
      FROM scans s LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
     WHERE s.district_id = $1`,
  reach: (param, { scope }) => `s.account_id = ${param(scope.accountId)}`,
  filters: {},
  sorts: { receivedAt: ['s.received_at', 's.id'] },
});

/** Devices that somebody else scanned away from the sites in reach. */
const DEPARTURES = list<Departure, SortedPage<'receivedAt'>>({
  name: 'departures',
  select: (param, _, { scope }) => `
    SELECT s.id, s.received_at AS "receivedAt", f.code AS "from", f.name AS "fromName", t.code AS "to",
           t.name AS "toName", d.asset_tag AS "assetTag", d.serial_number AS "serialNumber",
           m.manufacturer || ' ' || m.name AS model, d.id AS "deviceId", s.account_id AS "accountId",
           coalesce(a.name, a.email) AS "accountName"
      FROM scans s
      JOIN sites f ON f.district_id = $1 AND f.id = s.from_site_id
      JOIN devices d ON d.district_id = $1 AND d.id = s.device_id
      JOIN device_models m ON m.district_id = $1 AND m.id = d.model_id
      JOIN accounts a ON a.district_id = $1 AND a.id = s.account_id
      LEFT JOIN sites t ON t.district_id = $1 AND t.id = s.site_id
     WHERE s.district_id = $1 AND s.from_site_id IS NOT NULL AND s.account_id <> ${param(scope.accountId)}`,
  reach: 's.from_site_id',
  filters: {},
  sorts: { receivedAt: ['s.received_at', 's.id'] },
});

@Injectable()
export class ScansQueries {
  constructor(private readonly lists: Lists) {}

  own(scope: Scope, query: SortedPage<'receivedAt'>): Promise<Page<ScanView>> {
    return this.lists.answer(OWN, scope, query);
  }

  departures(scope: Scope, query: SortedPage<'receivedAt'>): Promise<Page<Departure>> {
    return this.lists.answer(DEPARTURES, scope, query);
  }
}
