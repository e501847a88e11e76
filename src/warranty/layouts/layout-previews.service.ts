import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { Clock, dateIn } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { NameReadingsService } from '../../people/name-readings.service.js';
import { Vendors } from '../../vendors/vendors.service.js';
import { assertNames, borrowersOf } from '../batches/names.js';
import { ClaimsNotReady } from '../batches/batches.errors.js';
import { type LayoutPreviewBody, MOST_PREVIEWED } from './layouts.dto.js';
import type { LayoutDefinition } from './layout.js';
import { unknownLayout } from './layouts.errors.js';
import { definitionOf } from './layouts.service.js';
import { GENERAL, readyMade } from './ready-made-layouts.js';
import type { Cell } from './rendering/cells.js';
import { readClaims } from './rendering/claim-facts.js';
import { decoded } from './rendering/encodings.js';
import { emptyFile, layOut, type RemarkedClaim } from './rendering/lay-out.js';
import { layoutFile, mediaTypeOf } from './rendering/layout-file.js';

/** What a file would be like. Nothing is saved or sent. */
export interface LayoutPreview {
  mediaType: string;
  /** Claims that would be in the file. */
  claimCount: number;
  /** Rows that the file would have, without its headers. */
  rowCount: number;
  sizeBytes: number;
  headers: string[];
  /** The first 20 rows. */
  rows: Cell[][];
  /** The beginning of the file as a text. Null for a workbook. */
  text: string | null;
  /** Claims that would stay ready, and what they lack. */
  notSent: RemarkedClaim[];
  /** What Rollcall would cut or replace. */
  changed: RemarkedClaim[];
  /** Whether the file would have names of people. */
  hasNames: boolean;
}

const ROWS_SHOWN = 20;
const LONGEST_TEXT = 4_000;

interface Tried {
  definition: LayoutDefinition | null;
  allowsNames: boolean;
}

/** Tries layouts out on claims that are ready. */
@Injectable()
export class LayoutPreviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly vendors: Vendors,
    private readonly names: NameReadingsService,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidInput for an unknown vendor or layout, and for a layout that contradicts itself; Conflict where a chosen
   *   claim is not ready, or the layout has names that the vendor may not get
   */
  async preview(scope: Scope, body: LayoutPreviewBody): Promise<LayoutPreview> {
    const given = body.definition && definitionOf(body.definition);
    const { claims, definition, hasNames } = await this.transactions.snapshot(async (tx) => {
      const vendorId = await this.vendors.idOf(tx, scope.districtId, body.vendor);
      const use = await tried(tx, scope, vendorId, body.layout);
      const layout = given ?? use.definition;
      if (!layout) throw unknownLayout('layout', body.layout ?? GENERAL);
      const ids = await readyClaims(tx, scope, vendorId, body.claims);
      return {
        definition: layout,
        hasNames: assertNames(layout, use.allowsNames),
        claims: await readClaims(tx, scope.districtId, ids),
      };
    });
    if (hasNames) await this.names.record(scope, 'claim-layouts.preview', borrowersOf(claims));
    const file = { batch: 1, sentOn: dateIn(scope.timeZone, this.clock.now()) };
    const { rows, claims: inFile, lacking, changed } = await layOut(definition, claims, file, emptyFile());
    const bytes = await layoutFile(definition, rows);
    const isText = definition.format !== 'xlsx';
    return {
      mediaType: mediaTypeOf(definition),
      claimCount: inFile.length,
      rowCount: rows.length,
      sizeBytes: bytes.length,
      headers: definition.columns.map(({ header }) => header),
      rows: rows.slice(0, ROWS_SHOWN),
      text: isText ? decoded(bytes, definition.encoding).slice(0, LONGEST_TEXT) : null,
      notSent: lacking,
      changed,
      hasNames,
    };
  }
}

async function tried(
  tx: Tx,
  { districtId }: Scope,
  vendorId: string,
  key: string | undefined,
): Promise<Tried> {
  const [row] = await tx.query<Tried[]>(
    `SELECT coalesce(x.allows_names, false) AS "allowsNames", y.definition
       FROM vendors v
       LEFT JOIN vendor_deliveries x ON x.district_id = $1 AND x.vendor_id = v.id
       LEFT JOIN claim_layouts l ON l.district_id = $1
        AND CASE WHEN $3::text IS NULL AND x.layout_id IS NOT NULL THEN l.id = x.layout_id
                 ELSE l.key = coalesce($3, '${GENERAL}') END
       LEFT JOIN claim_layout_versions y
         ON y.district_id = $1 AND y.layout_id = l.id AND y.layout_version = l.layout_version
      WHERE v.district_id = $1 AND v.id = $2`,
    [districtId, vendorId, key ?? null],
  );
  const definition = row?.definition ?? readyMade(key ?? GENERAL)?.definition ?? null;
  return { definition, allowsNames: row?.allowsNames ?? false };
}

async function readyClaims(
  tx: Tx,
  { districtId }: Scope,
  vendorId: string,
  chosen: readonly string[] | undefined,
): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `SELECT id FROM claims
      WHERE district_id = $1 AND vendor_id = $2 AND state = 'ready' AND ($3::uuid[] IS NULL OR id = ANY ($3))
      ORDER BY sequence LIMIT ${MOST_PREVIEWED}`,
    [districtId, vendorId, chosen ?? null],
  );
  const ids = rows.map(({ id }) => id);
  const others = (chosen ?? []).filter((id) => !ids.includes(id));
  if (others.length > 0)
    throw new ClaimsNotReady(
      'Some of these claims are not ready, or belong to another vendor. Leave them out.',
      others,
    );
  return ids;
}
