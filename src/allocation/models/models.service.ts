import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../../access/lists/list.js';
import { Lists } from '../../access/lists/lists.service.js';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import type { Page, PageQuery } from '../../common/paging.js';
import { Conflict, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { AllocationModel, Unit } from './allocation-model.js';
import { assertModel } from './model-rules.js';
import { READY_MADE } from './ready-made-models.js';

/** A model in a list: its latest version. */
export interface ModelLine {
  key: string;
  version: number;
  name: string;
  unit: Unit;
  firstYear: string | null;
  lastYear: string | null;
  source: string;
  sourceDate: string;
  /** The model comes with Rollcall and cannot be changed. */
  readyMade: boolean;
}

export type NewModel = Omit<AllocationModel, 'version'>;

const MODEL = `
  SELECT m.document || jsonb_build_object('key', m.key, 'version', m.version, 'name', m.name, 'unit', m.unit,
         'source', m.source, 'sourceDate', m.source_date::text) AS model
    FROM allocation_models m
   WHERE m.district_id = $1`;

/** The latest version of each model, those that come with Rollcall too. */
const MODELS = list<{ model: AllocationModel }, PageQuery>({
  name: 'allocation models',
  select: (param) => `
    SELECT a.model
      FROM (SELECT r.model FROM jsonb_array_elements(${param(JSON.stringify(READY_MADE))}::jsonb) AS r (model)
            UNION ALL
            ${MODEL} AND m.version = (SELECT max(x.version) FROM allocation_models x
                                       WHERE x.district_id = $1 AND x.key = m.key)) a
     WHERE a.model IS NOT NULL`,
  reach: 'district',
  filters: {},
  sorts: { key: [`(a.model ->> 'key')`] },
});

/** Models of who gets how much help: those of the papers, and the district's own. */
@Injectable()
export class AllocationModels {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  /** The latest version of each, by key. */
  list(scope: Scope, query: PageQuery): Promise<Page<ModelLine>> {
    return this.lists.answer(MODELS, scope, query, (rows) => rows.map(({ model }) => lineOf(model)));
  }

  /**
   * @param version the latest where nothing is said
   * @throws NotFound where there is no such model, or no such version
   */
  async find({ districtId }: Scope, key: string, version?: number): Promise<AllocationModel> {
    const readyMade = READY_MADE.find((model) => model.key === key);
    const [row] = readyMade
      ? [{ model: readyMade }]
      : await this.source.query<{ model: AllocationModel }[]>(
          `${MODEL} AND m.key = $2 AND ($3::integer IS NULL OR m.version = $3) ORDER BY m.version DESC LIMIT 1`,
          [districtId, key, version ?? null],
        );
    if (!row || (version !== undefined && row.model.version !== version)) throw notFound(key);
    return row.model;
  }

  /** @throws InvalidInput where its bands leave a gap or overlap; Conflict where the key is taken */
  async create(scope: Scope, model: NewModel): Promise<AllocationModel> {
    assertModel(model);
    await this.transactions.run(async (tx) => {
      if (isReadyMade(model.key) || !(await tx.query<unknown[]>(...insertOf(scope, model, 1))).length)
        throw new Conflict(
          `There is already a model with the key ${model.key}. Choose another key, or save a new version of that model.`,
          'MODEL_KEY_TAKEN',
        );
    });
    return this.find(scope, model.key, 1);
  }

  /**
   * The next version; the ones before stay as they are, for the plans that were made by them.
   * @param version the one that the caller read; null for whatever is the latest
   */
  async revise(scope: Scope, version: number | null, model: NewModel): Promise<AllocationModel> {
    if (isReadyMade(model.key))
      throw new Conflict(
        'This model comes with Rollcall and cannot be changed. Copy it, and change the copy.',
        'MODEL_READY_MADE',
      );
    assertModel(model);
    const next = await this.transactions.run(async (tx) => {
      // Whoever comes second in one moment waits here, and makes the version after.
      await tx.query(`SELECT 1 FROM districts WHERE id = $1 FOR NO KEY UPDATE`, [scope.districtId]);
      const [latest] = await tx.query<{ version: number }[]>(
        `SELECT version FROM allocation_models WHERE district_id = $1 AND key = $2 ORDER BY version DESC LIMIT 1`,
        [scope.districtId, model.key],
      );
      if (!latest) throw notFound(model.key);
      if (version !== null && version !== latest.version) throw new StaleVersion('The model', latest.version);
      await tx.query(...insertOf(scope, model, latest.version + 1));
      return latest.version + 1;
    });
    return this.find(scope, model.key, next);
  }
}

function notFound(key: string): NotFound {
  return new NotFound(`The allocation model ${key}`, 'MODEL_NOT_FOUND');
}

function isReadyMade(key: string): boolean {
  return READY_MADE.some((model) => model.key === key);
}

function insertOf(
  { districtId, accountId }: Scope,
  { key, name, unit, source, sourceDate, ...document }: NewModel,
  version: number,
): [string, unknown[]] {
  return [
    `INSERT INTO allocation_models (district_id, key, version, name, unit, document, source, source_date, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING 1`,
    [districtId, key, version, name, unit, JSON.stringify(document), source, sourceDate, accountId],
  ];
}

function lineOf({
  key,
  version,
  name,
  unit,
  firstYear,
  lastYear,
  source,
  sourceDate,
}: AllocationModel): ModelLine {
  return { key, version, name, unit, firstYear, lastYear, source, sourceDate, readyMade: isReadyMade(key) };
}
