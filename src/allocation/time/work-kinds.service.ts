import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import type { Page, PageQuery } from '../../common/paging.js';
import { Conflict } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { Statements, Tx } from '../../database/tx.js';
import { wrongField } from '../../sites/sites.errors.js';
import { WORK_KINDS, type WorkKind } from './work-kinds.js';

const KINDS = list<WorkKind, PageQuery>({
  name: 'work kinds',
  select: (param) => `
    SELECT w.key, w.name, w."isAside"
      FROM (SELECT key, name, "isAside"
              FROM jsonb_to_recordset(${param(JSON.stringify(WORK_KINDS))}::jsonb)
                AS r (key text, name text, "isAside" boolean)
            UNION ALL
            SELECT key, name, is_aside FROM work_kinds WHERE district_id = $1) w
     WHERE w.key IS NOT NULL`,
  reach: 'district',
  filters: {},
  sorts: { key: ['w.key'] },
});

/** Kinds of work: those of the papers, and a district's own. */
@Injectable()
export class WorkKinds {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  list(scope: Scope, query: PageQuery): Promise<Page<WorkKind>> {
    return this.lists.answer(KINDS, scope, query);
  }

  async create({ districtId }: Scope, { key, name, isAside }: WorkKind): Promise<WorkKind> {
    const isNew = await this.transactions.run(async (tx) => {
      if (WORK_KINDS.some((kind) => kind.key === key)) return false;
      const rows = await tx.query<unknown[]>(
        `INSERT INTO work_kinds (district_id, key, name, is_aside) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [districtId, key, name, isAside],
      );
      return rows.length > 0;
    });
    if (!isNew) throw new Conflict(`There is already a kind of work with the key ${key}.`, 'WORK_KEY_TAKEN');
    return { key, name, isAside };
  }

  /** @throws InvalidInput naming the kinds there are */
  async findWithin(tx: Tx, districtId: string, key: string): Promise<WorkKind> {
    const all = await this.read(tx, districtId);
    const kind = all.find((one) => one.key === key);
    if (!kind)
      throw wrongField(
        'work',
        'UNKNOWN_WORK',
        `There is no such kind of work. Choose one of these: ${all.map((one) => one.key).join(', ')}.`,
      );
    return kind;
  }

  all(districtId: string): Promise<WorkKind[]> {
    return this.read(this.source.manager, districtId);
  }

  private async read(manager: Statements, districtId: string): Promise<WorkKind[]> {
    const own = await manager.query<WorkKind[]>(
      `SELECT key, name, is_aside AS "isAside" FROM work_kinds WHERE district_id = $1`,
      [districtId],
    );
    return [...WORK_KINDS, ...own];
  }
}
