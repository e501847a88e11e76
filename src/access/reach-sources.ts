import { Injectable } from '@nestjs/common';

/**
 * Other sites where an account may work. Modules that depend on access register them here, so that access reads none
 * of their tables.
 */
@Injectable()
export class ReachSources {
  private readonly sources: string[] = [];

  /**
   * @param siteIds a query that selects ids of sites: `$1` is the district, `$3` is now, `a` the row of the account,
   *   `d` that of the district
   */
  register(siteIds: string): void {
    this.sources.push(siteIds);
  }

  /** Whether `column` is one of those sites. */
  includes(column: string): string {
    return ['FALSE', ...this.sources.map((source) => `${column} IN (${source})`)].join(' OR ');
  }
}
