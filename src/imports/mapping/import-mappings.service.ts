import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../../common/ids.js';
import type { Scope } from '../../access/scope.js';
import { NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { ImportKind } from '../import-kind.js';
import { applyReady, guessMapping, type ImportMapping, problemsOfFields } from './import-mapping.js';
import { SavedMapping } from '../imports.entities.js';
import { BadMapping } from '../imports.errors.js';
import { problemsOfValues } from './mapping-values.js';

/** Our own template's mapping, by the name that people ask for it. */
export const TEMPLATE_MAPPING = 'template';

export interface MappingView {
  name: string;
  kind: string;
  readyMade: boolean;
  mapping: ImportMapping | null;
}

/** Mappings with names: those that come with a kind, and those that a district saved. */
@Injectable()
export class ImportMappings {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound that names the mappings there are */
  async named(
    scope: Scope,
    kind: ImportKind,
    name: string,
    headers: readonly string[],
  ): Promise<ImportMapping> {
    const saved = await this.source.manager.findOneBy(SavedMapping, {
      districtId: scope.districtId,
      kind: kind.kind,
      name,
    });
    if (saved) return onlyHeaders(saved.mapping, headers);
    if (name === TEMPLATE_MAPPING) return guessMapping({ ...kind, mappings: [] }, headers);
    const ready = kind.mappings.find((mapping) => mapping.name === name);
    if (ready) return applyReady(ready, headers);
    const known = (await this.list(scope, kind)).map((mapping) => mapping.name).join(', ');
    throw new NotFound(`The mapping "${name}" (known mappings: ${known})`, 'MAPPING_NOT_FOUND');
  }

  async list(scope: Scope, kind: ImportKind): Promise<MappingView[]> {
    const saved = await this.source.manager.findBy(SavedMapping, {
      districtId: scope.districtId,
      kind: kind.kind,
    });
    return [
      { name: TEMPLATE_MAPPING, kind: kind.kind, readyMade: true, mapping: null },
      ...kind.mappings.map(({ name }) => ({ name, kind: kind.kind, readyMade: true, mapping: null })),
      ...saved.map(({ name, mapping }) => ({ name, kind: kind.kind, readyMade: false, mapping })),
    ];
  }

  /** @throws BadMapping if it names fields that do not exist, or values that a field does not accept */
  async save(scope: Scope, kind: ImportKind, name: string, mapping: ImportMapping): Promise<void> {
    const problems = [...problemsOfFields(kind, mapping), ...problemsOfValues(kind, mapping)];
    if (problems.length > 0) throw new BadMapping(problems);
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO import_mappings (district_id, id, kind, name, mapping, created_by)
         VALUES ($1, $2, $3, $4, $5::jsonb, $6)
         ON CONFLICT (district_id, kind, name) DO UPDATE SET mapping = excluded.mapping`,
        [scope.districtId, newId(), kind.kind, name, JSON.stringify({ ...mapping, name }), scope.accountId],
      ),
    );
  }

  async remove(scope: Scope, kind: ImportKind, name: string): Promise<void> {
    const result = await this.transactions.run((tx) =>
      tx.delete(SavedMapping, { districtId: scope.districtId, kind: kind.kind, name }),
    );
    if (result.affected === 0) throw new NotFound(`The saved mapping "${name}"`, 'MAPPING_NOT_FOUND');
  }
}

/** A saved mapping outlives a column that a later file leaves out. */
function onlyHeaders(mapping: ImportMapping, headers: readonly string[]): ImportMapping {
  const columns = Object.entries(mapping.columns).filter(([header]) => headers.includes(header));
  return { ...mapping, columns: Object.fromEntries(columns) };
}
