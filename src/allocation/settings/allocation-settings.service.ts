import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { StaleVersion } from '../../common/http/etag.js';
import { NotFound } from '../../common/refusal.js';
import { Transactions } from '../../database/transactions.js';
import { wrongField } from '../../sites/sites.errors.js';
import { type AllocationModel, NO_MODEL } from '../models/allocation-model.js';
import { AllocationModels } from '../models/models.service.js';
import { WorkKinds } from '../time/work-kinds.service.js';

/** Planned time for a kind of work that is not for a site. */
export interface SetAside {
  /** Key of such a kind of work. */
  work: string;
  /** For each full-time technician. */
  hoursAWeek: number;
}

/** What a district decides about planning help. */
export interface AllocationDecisions {
  /** Share of the technicians' days that proposals keep in reserve, from 0 to below 1. */
  reserveShare: number;
  /** Key of the model in force. Plans and the support load use this model by default. Null if no model is in force. */
  model: string | null;
  setAside: SetAside[];
}

export interface AllocationSettings extends AllocationDecisions {
  /** 0 until somebody saves the settings. */
  version: number;
}

/** A tenth in reserve, until a district says otherwise. */
const DEFAULTS: AllocationSettings = { reserveShare: 0.1, model: null, setAside: [], version: 0 };

@Injectable()
export class AllocationSettingsService {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly models: AllocationModels,
    private readonly works: WorkKinds,
  ) {}

  async find(districtId: string): Promise<AllocationSettings> {
    const [row] = await this.source.query<AllocationSettings[]>(
      `SELECT reserve_share AS "reserveShare", model_key AS model, set_aside AS "setAside", version
         FROM allocation_settings WHERE district_id = $1`,
      [districtId],
    );
    return row ?? DEFAULTS;
  }

  /** The model that is named, else the one in force, else the one that says nothing. */
  async modelFor(scope: Scope, named?: string, version?: number): Promise<AllocationModel> {
    const key = named ?? (await this.find(scope.districtId)).model;
    return key === null ? NO_MODEL : this.models.find(scope, key, version);
  }

  /**
   * @param version null for whatever version there is
   * @throws InvalidInput for a model or a kind of work that is not there
   */
  async change(
    scope: Scope,
    version: number | null,
    { reserveShare, model, setAside }: AllocationDecisions,
  ): Promise<AllocationSettings> {
    await this.assertKnown(scope, model, setAside);
    const { districtId } = scope;
    const rows = await this.transactions.run((tx) =>
      tx.query<unknown[]>(
        `INSERT INTO allocation_settings (district_id, reserve_share, model_key, set_aside)
         SELECT $1::uuid, $2::double precision, $4::text, $5::jsonb WHERE coalesce($3::integer, 0) = 0
             OR EXISTS (SELECT 1 FROM allocation_settings WHERE district_id = $1)
         ON CONFLICT (district_id) DO UPDATE SET reserve_share = excluded.reserve_share,
                model_key = excluded.model_key, set_aside = excluded.set_aside,
                version = allocation_settings.version + 1
          WHERE $3::integer IS NULL OR allocation_settings.version = $3
         RETURNING 1`,
        [districtId, reserveShare, version, model, JSON.stringify(setAside)],
      ),
    );
    const settings = await this.find(districtId);
    if (rows.length === 0) throw new StaleVersion('The settings', settings.version);
    return settings;
  }

  private async assertKnown(
    scope: Scope,
    model: string | null,
    setAside: readonly SetAside[],
  ): Promise<void> {
    if (model !== null)
      await this.models.find(scope, model).catch((error: unknown) => {
        throw error instanceof NotFound
          ? wrongField('model', 'UNKNOWN_MODEL', 'There is no such model. Choose one of the models.')
          : error;
      });
    const aside = (await this.works.all(scope.districtId)).filter(({ isAside }) => isAside);
    for (const [i, { work }] of setAside.entries())
      if (!aside.some(({ key }) => key === work) || setAside.findIndex((one) => one.work === work) !== i)
        throw wrongField(
          `setAside[${i}].work`,
          'UNKNOWN_WORK',
          `Choose each of these at most once: ${aside.map(({ key }) => key).join(', ')}.`,
        );
  }
}
