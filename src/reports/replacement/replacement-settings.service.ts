import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { explainConstraint } from '../../common/constraint-refusals.js';
import { StaleVersion } from '../../common/http/etag.js';
import { newId } from '../../common/ids.js';
import { Conflict, InvalidInput, NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import type { DeviceKind } from '../../catalogue/kinds.js';

/** How long a kind or a model lasts and what its replacement costs. */
export interface ReplacementSetting {
  id: string;
  kind: DeviceKind;
  modelId: string | null;
  /** Manufacturer and name. Null if the setting is for a whole kind. */
  model: string | null;
  lifeMonths: number | null;
  /** Integer cents. */
  priceCents: number | null;
  /** The source of the numbers. */
  source: string;
  /** Calendar date of that source. */
  asOf: string;
  version: number;
}

export type ReplacementInput = Omit<ReplacementSetting, 'id' | 'model' | 'version'>;

explainConstraint(
  'replacement_settings_unique',
  () =>
    new Conflict('This kind or model already has a replacement setting. Change that one.', 'SETTING_EXISTS'),
);
explainConstraint(
  'replacement_settings_model',
  () =>
    new InvalidInput('There is no such model of this kind. Choose a model of the same kind.', [
      { field: 'modelId', code: 'NO_SUCH_MODEL', detail: 'Choose a model of the same kind.' },
    ]),
);
explainConstraint(
  'replacement_settings_says',
  () =>
    new InvalidInput('Enter the expected life, the price, or both.', [
      { field: 'lifeMonths', code: 'NOTHING_SAID', detail: 'Enter the expected life or the price.' },
    ]),
);

const VIEW = `
  SELECT r.id, r.kind, r.model_id AS "modelId", m.manufacturer || ' ' || m.name AS model, r.life_months AS "lifeMonths",
         r.price_cents AS "priceCents", r.source, r.as_of::text AS "asOf", r.version
    FROM replacement_settings r
    LEFT JOIN device_models m ON m.district_id = $1 AND m.id = r.model_id
   WHERE r.district_id = $1`;

/** What the refresh forecast assumes: one setting for a kind, and one for each model that differs. */
@Injectable()
export class ReplacementSettings {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
  ) {}

  all(scope: Scope): Promise<ReplacementSetting[]> {
    return this.source.query(`${VIEW} ORDER BY r.kind, m.manufacturer NULLS FIRST, m.name`, [
      scope.districtId,
    ]);
  }

  async find(scope: Scope, id: string): Promise<ReplacementSetting> {
    const [row] = await this.source.query<ReplacementSetting[]>(`${VIEW} AND r.id = $2`, [
      scope.districtId,
      id,
    ]);
    if (!row) throw notFound();
    return row;
  }

  /** @throws Conflict where the kind or model has one */
  async create(scope: Scope, input: ReplacementInput): Promise<ReplacementSetting> {
    const id = newId();
    await this.transactions.run((tx) =>
      tx.query(
        `INSERT INTO replacement_settings (district_id, id, kind, model_id, life_months, price_cents, source, as_of)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          scope.districtId,
          id,
          input.kind,
          input.modelId,
          input.lifeMonths,
          input.priceCents,
          input.source,
          input.asOf,
        ],
      ),
    );
    return this.find(scope, id);
  }

  /** @param version null for whatever version there is */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    input: Partial<Omit<ReplacementInput, 'kind' | 'modelId'>>,
  ): Promise<ReplacementSetting> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<ReplacementSetting[]>(`${VIEW} AND r.id = $2 FOR UPDATE OF r`, [
        scope.districtId,
        id,
      ]);
      if (!row) throw notFound();
      assertVersion(row.version, version);
      const { lifeMonths, priceCents, source, asOf } = { ...row, ...input };
      await tx.query(
        `UPDATE replacement_settings SET life_months = $3, price_cents = $4, source = $5, as_of = $6,
                version = version + 1, updated_at = $7
          WHERE district_id = $1 AND id = $2`,
        [scope.districtId, id, lifeMonths, priceCents, source, asOf, tx.at],
      );
    });
    return this.find(scope, id);
  }

  async remove(scope: Scope, id: string, version: number | null): Promise<void> {
    await this.transactions.run(async (tx) => {
      const [row] = await tx.query<{ version: number }[]>(
        `SELECT version FROM replacement_settings WHERE district_id = $1 AND id = $2 FOR UPDATE`,
        [scope.districtId, id],
      );
      if (!row) throw notFound();
      assertVersion(row.version, version);
      await tx.query(`DELETE FROM replacement_settings WHERE district_id = $1 AND id = $2`, [
        scope.districtId,
        id,
      ]);
    });
  }
}

function assertVersion(current: number, asked: number | null): void {
  if (asked !== null && current !== asked) throw new StaleVersion('The replacement setting', current);
}

const notFound = (): NotFound => new NotFound('The replacement setting', 'REPLACEMENT_SETTING_NOT_FOUND');
