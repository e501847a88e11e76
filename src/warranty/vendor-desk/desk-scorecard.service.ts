import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { type Scorecard, ScorecardQueries } from '../figures/scorecard.queries.js';
import type { DeskScorecardQuery } from './vendor-desk.dto.js';
import { vendorOf } from './vendor-of.js';

/** The scorecard of the caller's own vendor. */
@Injectable()
export class DeskScorecard {
  constructor(
    private readonly source: DataSource,
    private readonly scorecards: ScorecardQueries,
  ) {}

  async find(scope: Scope, { quarter }: DeskScorecardQuery): Promise<Scorecard> {
    const [vendor] = await this.source.query<{ key: string }[]>(
      `SELECT key FROM vendors WHERE district_id = $1 AND id = $2`,
      [scope.districtId, vendorOf(scope)],
    );
    if (!vendor) throw new Error('the vendor of an account is gone');
    // Its claims are at all sites. The key keeps the figures of other vendors out.
    return this.scorecards.find({ ...scope, sites: 'all' }, { vendor: vendor.key, quarter });
  }
}
