import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId } from '../common/ids.js';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import type { Scope } from '../access/scope.js';
import { explainConstraint } from '../common/constraint-refusals.js';
import { StaleVersion } from '../common/http/etag.js';
import { definedFields } from '../common/defined-fields.js';
import type { Page, SortedPage } from '../common/paging.js';
import { Conflict, InvalidInput, NotFound } from '../common/refusal.js';
import { Transactions } from '../database/transactions.js';
import { assertRetentions, RETENTIONS_OF_FUND, writeRetentions } from './funding-retentions.js';
import type { RetentionRule } from './retention.js';
import { autoUpdateLines } from './new-entries.js';
import { autoUpdateLine, matchKey, modelName, saidModel } from './model-names.js';
import type { DeviceKind, Platform } from './kinds.js';

explainConstraint(
  'device_models_name_unique',
  () => new Conflict('This model is already in the catalog.', 'MODEL_EXISTS'),
);
explainConstraint(
  'funding_sources_name_unique',
  () => new Conflict('There is already a funding source with this name.', 'FUNDING_SOURCE_EXISTS'),
);
explainConstraint(
  'devices_model',
  () =>
    new Conflict(
      'The kind of this model cannot change, because devices have this model. Give them another model first.',
      'MODEL_KIND_FIXED',
    ),
);

export interface ModelView {
  id: string;
  manufacturer: string;
  name: string;
  kind: DeviceKind;
  platform: Platform;
  /** The district's own date, or else the date in the published list. */
  autoUpdateEndsOn: string | null;
  autoUpdateSource: string | null;
  expectedLifeMonths: number | null;
  /** What a working device of this model is worth. Null if the curve by kind and age holds. */
  valueCents: number | null;
  /** Where the value comes from. */
  valueSource: string | null;
  /** What one device of this model weighs. Null if it is not known. */
  weightGrams: number | null;
  /** Where the weight comes from. */
  weightSource: string | null;
  version: number;
}

/** What a district says about the worth and the weight of a model. */
type ModelFigures = Pick<ModelView, 'valueCents' | 'valueSource' | 'weightGrams' | 'weightSource'>;

const NO_FIGURES: ModelFigures = {
  valueCents: null,
  valueSource: null,
  weightGrams: null,
  weightSource: null,
};

export interface ModelInput {
  manufacturer: string;
  name: string;
  kind: DeviceKind;
  platform: Platform;
  autoUpdateEndsOn?: string | null;
  expectedLifeMonths?: number | null;
  valueCents?: number | null;
  valueSource?: string | null;
  weightGrams?: number | null;
  weightSource?: string | null;
}

export interface FundingView {
  id: string;
  name: string;
  fain: string | null;
  federalSharePercent: number | null;
  titleHolder: string | null;
  /** For how many years after its installation a device must be kept. Null if nobody says so. */
  keepYears: number | null;
  /** Where that comes from. */
  keepSource: string | null;
  /** How long the records of its devices must be kept. If several rules hold, the latest end counts. */
  retentions: RetentionRule[];
  version: number;
}

export type FundingInput = Omit<FundingView, 'id' | 'version'>;

const MODELS = `
  SELECT m.id, m.manufacturer, m.name, m.kind, m.platform, m.version,
         coalesce(m.auto_update_ends_on, a.ends_on) AS "autoUpdateEndsOn",
         CASE WHEN m.auto_update_ends_on IS NOT NULL THEN 'district' ELSE a.source || ', ' || a.published_on END
           AS "autoUpdateSource",
         m.expected_life_months AS "expectedLifeMonths", m.value_cents AS "valueCents", m.value_source AS "valueSource",
         m.weight_grams AS "weightGrams", m.weight_source AS "weightSource"
    FROM device_models m LEFT JOIN auto_update_ends a ON a.name = m.auto_update_name
   WHERE m.district_id = $1`;

const MODEL_LIST = list<ModelView, SortedPage<'manufacturer'>>({
  name: 'models',
  select: MODELS,
  reach: 'district',
  filters: {},
  sorts: { manufacturer: ['m.manufacturer', 'm.name', 'm.id'] },
});

const FUNDS = `
  SELECT f.id, f.name, f.fain, f.federal_share_percent::float8 AS "federalSharePercent", f.title_holder AS "titleHolder",
         f.keep_years AS "keepYears", f.keep_source AS "keepSource", ${RETENTIONS_OF_FUND} AS retentions, f.version
    FROM funding_sources f WHERE f.district_id = $1`;

const FUND_LIST = list<FundingView, SortedPage<'name'>>({
  name: 'funding sources',
  select: FUNDS,
  reach: 'district',
  filters: {},
  sorts: { name: ['f.name', 'f.id'] },
});

/** A district's models and funding sources. */
@Injectable()
export class CatalogueService {
  constructor(
    private readonly source: DataSource,
    private readonly lists: Lists,
    private readonly transactions: Transactions,
  ) {}

  models(scope: Scope, query: SortedPage<'manufacturer'>): Promise<Page<ModelView>> {
    return this.lists.answer(MODEL_LIST, scope, query);
  }

  async model(scope: Scope, id: string): Promise<ModelView> {
    const [row] = await this.source.query<ModelView[]>(`${MODELS} AND m.id = $2`, [scope.districtId, id]);
    if (!row) throw new NotFound('The model', 'MODEL_NOT_FOUND');
    return row;
  }

  async createModel(scope: Scope, input: ModelInput): Promise<ModelView> {
    const figures = figuresOfModel(NO_FIGURES, input);
    const id = newId();
    const said = saidModel(input.manufacturer, input.name);
    const { manufacturer, name, nameKey, matchKey: key } = modelName(said.manufacturer, said.name);
    await this.transactions.run(async (tx) => {
      const line =
        input.platform === 'chromeos' ? autoUpdateLine(manufacturer, name, await autoUpdateLines(tx)) : null;
      await tx.query(
        `INSERT INTO device_models (district_id, id, manufacturer, name, match_key, name_key, kind, platform, auto_update_name,
                                    auto_update_ends_on, expected_life_months, value_cents, value_source, weight_grams,
                                    weight_source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
        [
          scope.districtId,
          id,
          manufacturer,
          name,
          key,
          nameKey,
          input.kind,
          input.platform,
          line,
          input.autoUpdateEndsOn ?? null,
          input.expectedLifeMonths ?? null,
          figures.valueCents,
          figures.valueSource,
          figures.weightGrams,
          figures.weightSource,
        ],
      );
    });
    return this.model(scope, id);
  }

  /** @param version null for whatever version there is */
  async changeModel(
    scope: Scope,
    id: string,
    version: number | null,
    input: Partial<ModelInput>,
  ): Promise<ModelView> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<(ModelFigures & { version: number })[]>(
        `SELECT version, value_cents AS "valueCents", value_source AS "valueSource", weight_grams AS "weightGrams",
                weight_source AS "weightSource"
           FROM device_models WHERE district_id = $1 AND id = $2 FOR UPDATE`,
        [scope.districtId, id],
      );
      if (!row) throw new NotFound('The model', 'MODEL_NOT_FOUND');
      if (version !== null && row.version !== version) throw new StaleVersion('The model', row.version);
      const figures = figuresOfModel(row, input);
      await tx.query(
        `UPDATE device_models SET kind = coalesce($3, kind), platform = coalesce($4, platform),
                auto_update_ends_on = CASE WHEN $5 THEN $6::date ELSE auto_update_ends_on END,
                expected_life_months = CASE WHEN $7 THEN $8::integer ELSE expected_life_months END,
                value_cents = $9, value_source = $10, weight_grams = $11, weight_source = $12, version = version + 1
          WHERE district_id = $1 AND id = $2`,
        [
          scope.districtId,
          id,
          input.kind ?? null,
          input.platform ?? null,
          input.autoUpdateEndsOn !== undefined,
          input.autoUpdateEndsOn ?? null,
          input.expectedLifeMonths !== undefined,
          input.expectedLifeMonths ?? null,
          figures.valueCents,
          figures.valueSource,
          figures.weightGrams,
          figures.weightSource,
        ],
      );
    });
    return this.model(scope, id);
  }

  funds(scope: Scope, query: SortedPage<'name'>): Promise<Page<FundingView>> {
    return this.lists.answer(FUND_LIST, scope, query);
  }

  async fund(scope: Scope, id: string): Promise<FundingView> {
    const [row] = await this.source.query<FundingView[]>(`${FUNDS} AND f.id = $2`, [scope.districtId, id]);
    if (!row) throw new NotFound('The funding source', 'FUNDING_SOURCE_NOT_FOUND');
    return row;
  }

  async createFund(scope: Scope, input: FundingInput): Promise<FundingView> {
    assertRetentions(input.retentions);
    const id = newId();
    await this.transactions.run(async (tx) => {
      await tx.query(
        `INSERT INTO funding_sources (district_id, id, name, match_key, fain, federal_share_percent, title_holder,
                keep_years, keep_source)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          scope.districtId,
          id,
          input.name.trim(),
          matchKey(input.name),
          input.fain ?? null,
          input.federalSharePercent ?? null,
          input.titleHolder ?? null,
          input.keepYears ?? null,
          input.keepSource ?? null,
        ],
      );
      await writeRetentions(tx, scope.districtId, id, input.retentions);
    });
    return this.fund(scope, id);
  }

  /** @param version null for whatever version there is */
  async changeFund(
    scope: Scope,
    id: string,
    version: number | null,
    input: Partial<FundingInput>,
  ): Promise<FundingView> {
    assertRetentions(input.retentions ?? []);
    await this.transactions.run(async (tx) => {
      const [before] = await tx.query<FundingView[]>(`${FUNDS} AND f.id = $2 FOR UPDATE OF f`, [
        scope.districtId,
        id,
      ]);
      if (!before) throw new NotFound('The funding source', 'FUNDING_SOURCE_NOT_FOUND');
      if (version !== null && before.version !== version)
        throw new StaleVersion('The funding source', before.version);
      const after = { ...before, ...definedFields(input) };
      await tx.query(
        `UPDATE funding_sources SET name = $3, match_key = $4, fain = $5, federal_share_percent = $6, title_holder = $7,
                keep_years = $8, keep_source = $9, version = version + 1
          WHERE district_id = $1 AND id = $2`,
        [
          scope.districtId,
          id,
          after.name.trim(),
          matchKey(after.name),
          after.fain,
          after.federalSharePercent,
          after.titleHolder,
          after.keepYears,
          after.keepSource,
        ],
      );
      if (input.retentions) await writeRetentions(tx, scope.districtId, id, input.retentions);
    });
    return this.fund(scope, id);
  }
}

/**
 * The value and the weight of a model after a change. What has no figure has no source.
 * @throws InvalidInput for a figure without a source
 */
function figuresOfModel(before: ModelFigures, input: Partial<ModelInput>): ModelFigures {
  const { valueCents, valueSource, weightGrams, weightSource } = {
    ...before,
    ...definedFields(input),
  } as ModelFigures;
  const detail = {
    valueSource: 'Enter where this value comes from, such as a sale or an offer, with its date.',
    weightSource:
      'Enter where this weight comes from, such as the data sheet of the maker or your own scale.',
  };
  const missing = [
    ...(valueCents !== null && valueSource === null ? (['valueSource'] as const) : []),
    ...(weightGrams !== null && weightSource === null ? (['weightSource'] as const) : []),
  ];
  const [first] = missing;
  if (first)
    throw new InvalidInput(
      detail[first],
      missing.map((field) => ({ field, code: 'MISSING', detail: detail[field] })),
    );
  return {
    valueCents,
    valueSource: valueCents === null ? null : valueSource,
    weightGrams,
    weightSource: weightGrams === null ? null : weightSource,
  };
}
