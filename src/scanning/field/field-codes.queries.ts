import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Scope } from '../../access/scope.js';
import { KINDS } from '../../catalogue/kinds.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { STATUSES } from '../../devices/statuses.js';
import { CHANGED_CODES, codeParameters, MANY_EVENTS, piecesOf } from './code-pieces.js';
import { ToldUntil } from './told-until.js';
import { WholeCodesStore } from './whole-codes.js';

/** First line of the stream. */
interface CodesHead {
  next: string;
  /** If true, the answer has all codes and replaces the phone's blocks. If false, it has only the changes. */
  whole: boolean;
  /** Code and name of each site of the district, in the order of their numbers. */
  sites: [string, string][];
  kinds: readonly string[];
  statuses: readonly string[];
}

interface SiteRow {
  id: string;
  code: string;
  name: string;
}

/** Change this if phones must delete the blocks that they have. */
const FORMAT = '1';
/** Phones with older blocks get all codes again. */
const DAYS_OF_CHANGES = 30;
/** After more events than this, such as a large import, all codes are sent. The changes would be just as long. */
const MOST_EVENTS = 50_000;

/** New sites come last, so the numbers of the other sites stay the same. */
const SITES = `SELECT id, code, name FROM sites WHERE district_id = $1 ORDER BY id`;

/** Sends the packed codes of all devices in use in a district, so that a phone can tell at once where a device belongs. */
@Injectable()
export class FieldCodes {
  constructor(
    private readonly source: DataSource,
    private readonly streams: StreamPool,
    private readonly told: ToldUntil,
    private readonly whole: WholeCodesStore,
  ) {}

  /** Sends a `CodesHead` as a line of JSON, and then pieces in the format of `code-blocks.ts`. */
  async stream(scope: Scope, since?: string): Promise<Readable> {
    const sites = await this.source.query<SiteRow[]>(SITES, [scope.districtId]);
    const ids = sites.map(({ id }) => id);
    const about = [FORMAT, KINDS.join(), STATUSES.join(), ...ids];
    const { from, next } = await this.told.telling(since, about, DAYS_OF_CHANGES);
    const changes = from && (await this.changesSince(scope, ids, from));
    const whole = changes ? undefined : await this.allCodes(scope, ids);
    const head: CodesHead = {
      next: whole?.until ? this.told.nextFrom(whole.until, about) : next,
      whole: whole !== undefined,
      sites: sites.map(({ code, name }) => [code, name]),
      kinds: KINDS,
      statuses: STATUSES,
    };
    const pieces = changes ?? whole?.pieces ?? [];
    return Readable.from([Buffer.from(`${JSON.stringify(head)}\n`), ...pieces], { objectMode: false });
  }

  /** @returns `until` if the pieces have only what was recorded before this moment */
  private async allCodes(scope: Scope, siteIds: string[]): Promise<{ pieces: Buffer[]; until?: Date }> {
    const kept = await this.whole.of(scope.districtId, siteIds);
    const changes = await this.changesSince(scope, siteIds, kept.from);
    if (changes) return { pieces: [...kept.pieces, ...changes] };
    const { pieces, from } = await this.whole.recent(scope.districtId, siteIds);
    return { pieces, until: from };
  }

  /**
   * Reads all changes before the answer begins, because a slow phone would otherwise hold a database connection while
   * it downloads the pieces before them.
   * @returns undefined if there are too many
   */
  private async changesSince(scope: Scope, siteIds: string[], from: Date): Promise<Buffer[] | undefined> {
    const [answer] = await this.source.query<{ many: boolean }[]>(MANY_EVENTS, [
      scope.districtId,
      from,
      MOST_EVENTS,
    ]);
    if (answer?.many) return undefined;
    const parameters = [...codeParameters(scope.districtId, siteIds), from];
    const pieces: Buffer[] = [];
    for await (const piece of piecesOf(await this.streams.rows(scope, CHANGED_CODES, parameters)))
      pieces.push(piece);
    return pieces;
  }
}
