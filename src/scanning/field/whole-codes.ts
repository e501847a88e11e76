import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/time/clock.js';
import { Pace } from '../../common/turns.js';
import { StreamPool } from '../../database/pools/stream-pool.js';
import { workAs } from '../../database/pools/work-limits.js';
import { ALL_CODES, codeParameters, piecesOf } from './code-pieces.js';
import { ToldUntil } from './told-until.js';

/** All codes of a district at some moment. */
interface WholeCodes {
  /** Changes that were recorded after this moment may be missing. */
  from: Date;
  pieces: Buffer[];
}

interface Kept {
  siteIds: readonly string[];
  begunAt: number;
  codes: Promise<WholeCodes>;
}

/** After an hour, there are still few changes compared with all codes. */
const KEPT_MS = 3_600_000;
/** Right after a large import, all codes are created at most this often. */
const RECENT_MS = 60_000;
/** How many districts to keep. The codes of a million devices need 20 MB. */
const MOST_KEPT = 8;

/**
 * Keeps all codes of a district in memory, because every new phone needs them. The database takes seconds to create
 * them, and on the first morning of school, hundreds of phones ask within minutes. Callers add the changes since then.
 */
@Injectable()
export class WholeCodesStore {
  private readonly kept = new Map<string, Kept>();

  constructor(
    private readonly streams: StreamPool,
    private readonly told: ToldUntil,
    private readonly clock: Clock,
  ) {}

  /** Codes of the last hour. @param siteIds ids of the sites in the order of their numbers */
  of(districtId: string, siteIds: readonly string[]): Promise<WholeCodes> {
    return this.keptFor(districtId, siteIds, KEPT_MS);
  }

  /** Codes of the last minute, for when too much has changed in an hour. */
  recent(districtId: string, siteIds: readonly string[]): Promise<WholeCodes> {
    return this.keptFor(districtId, siteIds, RECENT_MS);
  }

  private keptFor(districtId: string, siteIds: readonly string[], maxAgeMs: number): Promise<WholeCodes> {
    const kept = this.kept.get(districtId);
    const now = this.clock.now().getTime();
    if (kept && now - kept.begunAt < maxAgeMs && kept.siteIds.every((id, i) => id === siteIds[i]))
      return kept.codes;
    // Several callers wait for this work, so it continues even if the first of them goes away.
    const codes = workAs('job', () => this.read(districtId, siteIds));
    const fresh: Kept = { siteIds, begunAt: now, codes };
    const drop = (): void => {
      if (this.kept.get(districtId) === fresh) this.kept.delete(districtId);
    };
    this.kept.delete(districtId);
    this.kept.set(districtId, fresh);
    codes.catch(drop);
    setTimeout(drop, KEPT_MS).unref();
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
    return codes;
  }

  private async read(districtId: string, siteIds: readonly string[]): Promise<WholeCodes> {
    const from = await this.told.until();
    const rows = await this.streams.rows({ accountId: null }, ALL_CODES, codeParameters(districtId, siteIds));
    const pieces: Buffer[] = [];
    const pace = new Pace();
    for await (const piece of piecesOf(rows)) {
      pieces.push(piece);
      await pace.rest();
    }
    return { from, pieces };
  }
}
