import { Injectable } from '@nestjs/common';
import type { Scope } from '../../../access/scope.js';
import { groupBy } from '../../../common/group-by.js';
import type { Statements, Tx } from '../../../database/tx.js';
import type { ActionRefusal, ActionScan } from '../../../scanning/actions/scan-action.js';
import type { ClaimState } from '../claim.entity.js';
import type { ShipmentDirection, ShippedColumns } from './claim-shipment.entity.js';

/** A shipment of a claim, as its page shows it. */
export interface ShipmentView {
  direction: ShipmentDirection;
  happenedAt: Date;
  tracking: string | null;
  box: string | null;
  /** Name or email of the account that scanned the device. */
  recordedByName: string | null;
}

/** An open claim of a scanned device, under its lock. */
interface ShippableClaim extends ShippedColumns {
  id: string;
  number: string;
  deviceId: string;
  vendorId: string;
  vendor: string;
  state: ClaimState;
  /** Devices that go in one box of the vendor. Null for any number. */
  boxSlots: number | null;
}

/** What is written of a claim. */
interface Shipment {
  claim: ShippableClaim;
  scan: ActionScan;
}

/** In these states, the vendor has the claim or is about to get it. */
const SHIPPABLE: readonly ClaimState[] = ['ready', 'sent', 'acknowledged', 'in_progress', 'waiting'];

/** Where claimed devices are: with the district or with the vendor. */
@Injectable()
export class ClaimShipments {
  /** Says for each scan why the device cannot go, or come back, or null. */
  async judge(
    tx: Tx,
    scope: Scope,
    direction: ShipmentDirection,
    scans: readonly ActionScan[],
  ): Promise<(ActionRefusal | null)[]> {
    const claims = await this.claimsOf(tx, scope, scans);
    if (direction === 'back') return scans.map(({ device }) => whyNotBack(claims.get(device.id) ?? []));
    const boxes = await this.boxesOf(tx, scope, scans, claims);
    return scans.map((scan) => {
      const own = claims.get(scan.device.id) ?? [];
      return whyNotOut(own) ?? boxes.put(scan, own);
    });
  }

  /** Notes on the claims of the scanned devices that these went, or came back. */
  async write(
    tx: Tx,
    scope: Scope,
    direction: ShipmentDirection,
    scans: readonly ActionScan[],
  ): Promise<void> {
    const claims = await this.claimsOf(tx, scope, scans);
    const shipments = scans.flatMap((scan) =>
      (claims.get(scan.device.id) ?? [])
        .filter((claim) => (direction === 'out' ? SHIPPABLE.includes(claim.state) : isAway(claim)))
        .map((claim): Shipment => ({ claim, scan })),
    );
    const { districtId, accountId } = scope;
    await tx.query(
      `INSERT INTO claim_shipments (district_id, claim_id, scan_id, direction, happened_at, tracking, box, before,
              recorded_by, recorded_at)
       SELECT $1::uuid, n.claim_id, n.scan_id, $2::text, n.happened_at, n.tracking, n.box, n.before, $3::uuid,
              $4::timestamptz
         FROM jsonb_populate_recordset(NULL::claim_shipments, $5::jsonb) AS n`,
      [
        districtId,
        direction,
        accountId,
        tx.at,
        JSON.stringify(
          shipments.map(({ claim, scan }) => ({
            claim_id: claim.id,
            scan_id: scan.scanId,
            happened_at: scan.effectiveAt,
            tracking: said(scan, 'tracking'),
            box: said(scan, 'box'),
            before: columnsOf(claim),
          })),
        ),
      ],
    );
    await writeColumns(
      tx,
      districtId,
      shipments.map(({ claim, scan }) => ({ id: claim.id, ...after(direction, claim, scan) })),
    );
  }

  /** Takes one scan back. @returns why it stays, or null */
  async takeBack(tx: Tx, { districtId }: Scope, scanId: string): Promise<string | null> {
    const rows = await tx.query<
      { claimId: string; number: string; before: ShippedColumns; now: ShippedColumns; isLast: boolean }[]
    >(
      `SELECT s.claim_id AS "claimId", k.number, s.before, ${COLUMNS} AS now,
              NOT EXISTS (SELECT FROM claim_shipments l
                           WHERE l.district_id = $1 AND l.claim_id = s.claim_id AND l.undone_at IS NULL
                             AND l.scan_id <> s.scan_id AND l.recorded_at > s.recorded_at) AS "isLast"
         FROM claim_shipments s JOIN claims k ON k.district_id = $1 AND k.id = s.claim_id
        WHERE s.district_id = $1 AND s.scan_id = $2 AND s.undone_at IS NULL
        ORDER BY k.id FOR NO KEY UPDATE OF k`,
      [districtId, scanId],
    );
    const later = rows.find(({ isLast }) => !isLast);
    if (later)
      return `The device of claim ${later.number} was shipped or came back again since. Undo that scan first.`;
    await tx.query(
      `UPDATE claim_shipments SET undone_at = $3 WHERE district_id = $1 AND scan_id = $2 AND undone_at IS NULL`,
      [districtId, scanId, tx.at],
    );
    await writeColumns(
      tx,
      districtId,
      rows.map(({ claimId, before }) => ({ id: claimId, ...before })),
    );
    return null;
  }

  /** How full the boxes are. They are locked, so that nobody puts in the last device at the same time. */
  private async boxesOf(
    tx: Tx,
    { districtId }: Scope,
    scans: readonly ActionScan[],
    claims: ReadonlyMap<string, ShippableClaim[]>,
  ): Promise<Boxes> {
    const asked = scans.flatMap((scan) => {
      const [claim] = claims.get(scan.device.id) ?? [];
      const box = said(scan, 'box');
      return claim && box !== null && claim.boxSlots !== null ? [{ vendorId: claim.vendorId, box }] : [];
    });
    const keys = [...new Set(asked.map(boxKey))].toSorted();
    if (keys.length === 0) return new Boxes(new Map());
    await tx.query(
      `SELECT pg_advisory_xact_lock(hashtextextended($1 || n.key, 0)) FROM unnest($2::text[]) WITH ORDINALITY AS n (key, at)
        ORDER BY n.at`,
      [`box ${districtId} `, keys],
    );
    const rows = await tx.query<{ vendorId: string; box: string; devices: number }[]>(
      `SELECT vendor_id AS "vendorId", box, count(DISTINCT device_id)::int AS devices FROM claims
        WHERE district_id = $1 AND shipped_at IS NOT NULL AND returned_at IS NULL
          AND state NOT IN ('closed', 'cancelled') AND vendor_id::text || ' ' || box = ANY ($2::text[])
        GROUP BY vendor_id, box`,
      [districtId, keys],
    );
    return new Boxes(new Map(rows.map((row) => [boxKey(row), row.devices])));
  }

  private async claimsOf(
    tx: Tx,
    { districtId }: Scope,
    scans: readonly ActionScan[],
  ): Promise<Map<string, ShippableClaim[]>> {
    const rows = await tx.query<(ShippableClaim & { columns: ShippedColumns })[]>(
      `SELECT k.id, k.number, k.device_id AS "deviceId", k.vendor_id AS "vendorId", v.name AS vendor, k.state,
              t.box_slots AS "boxSlots",
              ${COLUMNS} AS columns
         FROM claims k JOIN vendors v ON v.district_id = $1 AND v.id = k.vendor_id
         LEFT JOIN vendor_claim_terms t ON t.district_id = $1 AND t.vendor_id = k.vendor_id
        WHERE k.district_id = $1 AND k.device_id = ANY ($2::uuid[]) AND k.state NOT IN ('closed', 'cancelled')
        ORDER BY k.id FOR NO KEY UPDATE OF k`,
      [districtId, scans.map(({ device }) => device.id)],
    );
    return groupBy(
      rows.map(({ columns, ...row }) => ({ ...row, ...columns })),
      ({ deviceId }) => deviceId,
    );
  }
}

/** Shipments of a claim, oldest first, without those that were undone. */
export function shipmentsOf(db: Statements, districtId: string, claimId: string): Promise<ShipmentView[]> {
  return db.query<ShipmentView[]>(
    `SELECT s.direction, s.happened_at AS "happenedAt", s.tracking, s.box,
            coalesce(nullif(a.name, ''), a.email) AS "recordedByName"
       FROM claim_shipments s LEFT JOIN accounts a ON a.district_id = $1 AND a.id = s.recorded_by
      WHERE s.district_id = $1 AND s.claim_id = $2 AND s.undone_at IS NULL
      ORDER BY s.recorded_at, s.scan_id`,
    [districtId, claimId],
  );
}

const boxKey = ({ vendorId, box }: { vendorId: string; box: string }): string => `${vendorId} ${box}`;

/** Boxes that devices are put into, one after the other. */
class Boxes {
  constructor(private readonly devices: Map<string, number>) {}

  /** @returns why the device does not fit, or null */
  put(scan: ActionScan, claims: readonly ShippableClaim[]): ActionRefusal | null {
    const [claim] = claims;
    const box = said(scan, 'box');
    if (!claim || box === null || claim.boxSlots === null) return null;
    const key = boxKey({ vendorId: claim.vendorId, box });
    const devices = this.devices.get(key) ?? 0;
    if (devices >= claim.boxSlots) {
      const detail = `The box ${box} for ${claim.vendor} has ${devices} devices already, and no more fit in. Use another box.`;
      return { code: 'BOX_FULL', detail, waits: false };
    }
    this.devices.set(key, devices + 1);
    return null;
  }
}

/** SQL of what a scan changes of a claim `k`. */
const COLUMNS = `jsonb_build_object('shippedAt', k.shipped_at, 'returnedAt', k.returned_at,
  'trackingOut', k.tracking_out, 'trackingBack', k.tracking_back, 'box', k.box)`;

function columnsOf({
  shippedAt,
  returnedAt,
  trackingOut,
  trackingBack,
  box,
}: ShippableClaim): ShippedColumns {
  return { shippedAt, returnedAt, trackingOut, trackingBack, box };
}

function after(direction: ShipmentDirection, claim: ShippableClaim, scan: ActionScan): ShippedColumns {
  const before = columnsOf(claim);
  const at = scan.effectiveAt.toISOString();
  const tracking = said(scan, 'tracking');
  return direction === 'out'
    ? {
        ...before,
        shippedAt: at,
        returnedAt: null,
        trackingOut: tracking ?? before.trackingOut,
        box: said(scan, 'box'),
      }
    : { ...before, returnedAt: at, trackingBack: tracking ?? before.trackingBack };
}

async function writeColumns(
  tx: Tx,
  districtId: string,
  rows: readonly (ShippedColumns & { id: string })[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.query(
    `UPDATE claims k SET shipped_at = n."shippedAt", returned_at = n."returnedAt", tracking_out = n."trackingOut",
            tracking_back = n."trackingBack", box = n.box, version = k.version + 1, updated_at = $3
       FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, "shippedAt" timestamptz, "returnedAt" timestamptz,
            "trackingOut" text, "trackingBack" text, box text)
      WHERE k.district_id = $1 AND k.id = n.id`,
    [districtId, JSON.stringify(rows), tx.at],
  );
}

const said = ({ said: { answers } }: ActionScan, question: string): string | null =>
  answers?.[question]?.trim() || null;

const isAway = ({ shippedAt, returnedAt }: ShippedColumns): boolean =>
  shippedAt !== null && returnedAt === null;

/** A scan that waits can be decided later: somebody makes the claim ready meanwhile. */
function whyNotOut(claims: readonly ShippableClaim[]): ActionRefusal | null {
  const ready = claims.filter(({ state }) => SHIPPABLE.includes(state));
  const [first] = ready;
  if (!first) {
    const [draft] = claims;
    const detail = draft
      ? `The claim ${draft.number} is not ready yet. Make it ready, and then scan the device again.`
      : 'This device has no open claim. Start a claim first.';
    return { code: 'NO_CLAIM_TO_SHIP', detail, waits: true };
  }
  const vendors = new Set(ready.map(({ vendorId }) => vendorId));
  if (vendors.size > 1) {
    const numbers = ready.map(({ number, vendor }) => `${number} (${vendor})`).join(', ');
    const detail = `This device has claims with more than one vendor: ${numbers}. Close or cancel all but one first.`;
    return { code: 'CLAIMS_OF_TWO_VENDORS', detail, waits: true };
  }
  const away = ready.find(isAway);
  if (away) {
    const detail = `This device was shipped to ${away.vendor} already, and has not come back (claim ${away.number}).`;
    return { code: 'SHIPPED_ALREADY', detail, waits: false };
  }
  return null;
}

function whyNotBack(claims: readonly ShippableClaim[]): ActionRefusal | null {
  if (claims.some(isAway)) return null;
  const detail = 'No open claim says that this device is with a vendor. Scan it as returned instead.';
  return { code: 'NOT_AT_VENDOR', detail, waits: true };
}
