import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import type { Scope } from '../../access/scope.js';
import { definedFields } from '../../common/defined-fields.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { keyOfName } from '../../vendors/vendor-key.js';
import { keyMissing } from '../../vendors/vendors.errors.js';
import { type LayoutColumn, type LayoutDefinition, USUAL, USUAL_COLUMN } from './layout.js';
import { assertUsable } from './layout-check.js';
import { ClaimLayout } from './layout.entities.js';
import type { LayoutBody, LayoutChangeBody, LayoutColumnBody, NewLayoutBody } from './layouts.dto.js';
import { LayoutInUse, unknownLayout } from './layouts.errors.js';
import { LayoutsQueries, type LayoutView } from './layouts.queries.js';
import { readyMade, type ReadyMadeLayout } from './ready-made-layouts.js';

/** Layouts as people write them. A version is never changed: a change makes the next one. */
@Injectable()
export class Layouts {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: LayoutsQueries,
  ) {}

  /** @throws LayoutUnusable where the layout contradicts itself */
  async create(scope: Scope, { key: said, name, ...body }: NewLayoutBody): Promise<LayoutView> {
    const key = said ?? keyOfName(name);
    if (key === '') throw keyMissing(name);
    const definition = definitionOf(body);
    const id = newId();
    await this.transactions.run(async (tx) => {
      const { districtId } = scope;
      await tx.insert(ClaimLayout, { districtId, id, key, name, createdAt: tx.at, updatedAt: tx.at });
      await insertVersion(tx, scope, { layoutId: id, layoutVersion: 1, definition });
    });
    return this.queries.find(scope, id);
  }

  /**
   * Fields that are left out stay as they are.
   * @param version null for whatever version there is
   * @throws LayoutUnusable where the layout would contradict itself
   */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    { name, isArchived, ...body }: LayoutChangeBody,
  ): Promise<LayoutView> {
    await this.transactions.run(async (tx) => {
      const before = await this.queries.find(scope, id, tx, 'FOR NO KEY UPDATE OF l');
      if (version !== null && version !== before.version)
        throw new StaleVersion('The layout', before.version);
      if (isArchived === true) await assertUnused(tx, scope, id);
      const { columns = before.definition.columns, ...rest } = body;
      const definition = definitionOf({ ...before.definition, ...definedFields(rest), columns });
      const isNew = !isDeepStrictEqual(definition, before.definition);
      const layoutVersion = before.layoutVersion + (isNew ? 1 : 0);
      if (isNew) await insertVersion(tx, scope, { layoutId: id, layoutVersion, definition });
      const set = definedFields({
        name,
        archivedAt: isArchived === undefined ? undefined : isArchived ? tx.at : null,
        layoutVersion,
        version: before.version + 1,
        updatedAt: tx.at,
      });
      await tx.update(ClaimLayout, { districtId: scope.districtId, id }, set);
    });
    return this.queries.find(scope, id);
  }

  /**
   * Id of the layout that a request names. A ready-made layout becomes one of the district's own.
   * @throws InvalidInput where there is no such layout, or it is archived
   */
  async idOf(tx: Tx, scope: Scope, key: string, field = 'layout'): Promise<string> {
    const known = await findByKey(tx, scope, key);
    if (known) {
      if (known.isArchived) throw unknownLayout(field, key);
      return known.id;
    }
    const found = readyMade(key);
    if (!found) throw unknownLayout(field, key);
    return insertReadyMade(tx, scope, found);
  }
}

/** What a request says of a layout, with what is usual for the rest. @throws LayoutUnusable */
export function definitionOf({ columns, ...body }: LayoutBody): LayoutDefinition {
  const definition = { ...USUAL, ...definedFields(body), columns: columns.map(columnOf) } as LayoutDefinition;
  assertUsable(definition);
  return definition;
}

function columnOf(body: LayoutColumnBody): LayoutColumn {
  const { header, field, constant, format, words, longest, whenTooLong, isRequired, align, pad } = body;
  const said = { header, field, constant, format, words, longest, whenTooLong, isRequired, align, pad };
  return { ...USUAL_COLUMN, ...definedFields(said) } as LayoutColumn;
}

async function findByKey(
  tx: Tx,
  { districtId }: Scope,
  key: string,
): Promise<{ id: string; isArchived: boolean } | undefined> {
  const [row] = await tx.query<{ id: string; isArchived: boolean }[]>(
    `SELECT id, archived_at IS NOT NULL AS "isArchived" FROM claim_layouts WHERE district_id = $1 AND key = $2`,
    [districtId, key],
  );
  return row;
}

/** Another request may insert the same one in this moment, and a layout of the district may have its name. */
async function insertReadyMade(
  tx: Tx,
  scope: Scope,
  { key, name, definition }: ReadyMadeLayout,
): Promise<string> {
  for (const free of [name, `${name} (ready-made)`, `${name} (${newId()})`]) {
    const [made] = await tx.query<{ id: string }[]>(
      `INSERT INTO claim_layouts (district_id, id, key, name, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $5) ON CONFLICT DO NOTHING RETURNING id`,
      [scope.districtId, newId(), key, free, tx.at],
    );
    if (made) {
      await insertVersion(tx, scope, { layoutId: made.id, layoutVersion: 1, definition });
      return made.id;
    }
    const known = await findByKey(tx, scope, key);
    if (known) return known.id;
  }
  throw new Error(`the ready-made layout ${key} could not be inserted`);
}

async function insertVersion(
  tx: Tx,
  { districtId, accountId }: Scope,
  {
    layoutId,
    layoutVersion,
    definition,
  }: { layoutId: string; layoutVersion: number; definition: LayoutDefinition },
): Promise<void> {
  await tx.query(
    `INSERT INTO claim_layout_versions (district_id, layout_id, layout_version, definition, created_by, created_at)
     VALUES ($1, $2, $3, $4::jsonb, $5, $6)`,
    [districtId, layoutId, layoutVersion, JSON.stringify(definition), accountId, tx.at],
  );
}

/** @throws LayoutInUse where a vendor gets its claims by this layout */
async function assertUnused(tx: Tx, { districtId }: Scope, id: string): Promise<void> {
  const users = await tx.query<{ name: string }[]>(
    `SELECT v.name FROM vendor_deliveries x JOIN vendors v ON v.district_id = $1 AND v.id = x.vendor_id
      WHERE x.district_id = $1 AND x.layout_id = $2 ORDER BY lower(v.name) LIMIT 3`,
    [districtId, id],
  );
  if (users.length > 0) throw new LayoutInUse(users.map(({ name }) => name));
}
