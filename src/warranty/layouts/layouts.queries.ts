import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page } from '../../common/paging.js';
import type { Statements } from '../../database/tx.js';
import type { LayoutDefinition } from './layout.js';
import { isPersonal } from './layout-fields.js';
import type { LayoutsQuery } from './layouts.dto.js';
import { LayoutNotFound } from './layouts.errors.js';

interface LayoutRow {
  id: string;
  /** What vendors' settings call it. It never changes. */
  key: string;
  name: string;
  /** Counts every change, also of the name. */
  version: number;
  /** The version of what the file looks like. A batch names the one that it was written with. */
  layoutVersion: number;
  definition: LayoutDefinition;
  isArchived: boolean;
  updatedAt: Date;
}

/** How claims become a file. */
export interface LayoutView extends LayoutRow {
  /** Whether it has a column with names of people. Such a layout works only for a vendor that may get names. */
  hasNames: boolean;
}

const LAYOUTS = list<LayoutRow, LayoutsQuery>({
  name: 'claim layouts',
  select: `
    SELECT l.id, l.key, l.name, l.version, l.layout_version AS "layoutVersion", v.definition,
           l.archived_at IS NOT NULL AS "isArchived", l.updated_at AS "updatedAt"
      FROM claim_layouts l
      JOIN claim_layout_versions v
        ON v.district_id = $1 AND v.layout_id = l.id AND v.layout_version = l.layout_version
     WHERE l.district_id = $1`,
  reach: 'district',
  filters: { archived: (isArchived) => `l.archived_at IS ${isArchived ? 'NOT ' : ''}NULL` },
  sorts: { name: ['lower(l.name)'] },
  id: 'l.id',
});

@Injectable()
export class LayoutsQueries {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: LayoutsQuery): Promise<Page<LayoutView>> {
    return this.lists.answer(LAYOUTS, scope, query, (rows) => rows.map(viewOf));
  }

  /** @throws LayoutNotFound */
  async find(scope: Scope, id: string, db?: Statements, lock?: string): Promise<LayoutView> {
    const row = await this.lists.find(LAYOUTS, scope, id, db, lock);
    if (!row) throw new LayoutNotFound();
    return viewOf(row);
  }

  /** A layout as an earlier version was. @throws LayoutNotFound */
  async findVersion(scope: Scope, id: string, layoutVersion: number): Promise<LayoutView> {
    const layout = await this.find(scope, id);
    const [row] = await this.source.query<{ definition: LayoutDefinition }[]>(
      `SELECT definition FROM claim_layout_versions
        WHERE district_id = $1 AND layout_id = $2 AND layout_version = $3`,
      [scope.districtId, id, layoutVersion],
    );
    if (!row) throw new LayoutNotFound();
    return viewOf({ ...layout, layoutVersion, definition: row.definition });
  }
}

function viewOf(row: LayoutRow): LayoutView {
  return { ...row, hasNames: row.definition.columns.some(({ field }) => isPersonal(field)) };
}
