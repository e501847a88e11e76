import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/tx.js';
import type { CodeMatch } from './scan-codes.js';

/** Codes that are on a paper and not on a device, such as the number of a claim on its packing slip. */
export interface PaperCodes {
  /** How they look, in capitals. Only such codes are looked up. */
  looksLike: RegExp;
  /** The devices that such codes stand for. */
  find(tx: Tx, districtId: string, codes: readonly string[]): Promise<CodeMatch[]>;
}

/** Codes that other modules know. */
@Injectable()
export class MoreCodes {
  private readonly kinds: PaperCodes[] = [];

  /** Call this in `onModuleInit`. */
  register(kind: PaperCodes): void {
    this.kinds.push(kind);
  }

  /** Devices that readings of codes stand for, beside the codes that devices have themselves. */
  async find(tx: Tx, districtId: string, readings: readonly string[]): Promise<CodeMatch[]> {
    const found: CodeMatch[] = [];
    for (const kind of this.kinds) {
      const alike = readings.filter((reading) => kind.looksLike.test(reading));
      if (alike.length > 0) found.push(...(await kind.find(tx, districtId, alike)));
    }
    return found;
  }
}
