import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../access/scope.js';

/** What people call the sites that the counts name by their codes. */
@Injectable()
export class SiteNames {
  constructor(private readonly source: DataSource) {}

  async of({ districtId }: Scope): Promise<Map<string, string>> {
    const rows = await this.source.query<{ code: string; name: string }[]>(
      `SELECT code, name FROM sites WHERE district_id = $1`,
      [districtId],
    );
    return new Map(rows.map(({ code, name }) => [code, name]));
  }
}
