import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Scope } from '../../../access/scope.js';
import { StaleVersion } from '../../../common/http/etag.js';
import { Conflict, InvalidInput } from '../../../common/refusal.js';
import { Transactions } from '../../../database/transactions.js';
import type { Tx } from '../../../database/tx.js';
import { VendorNotFound } from '../../../vendors/vendors.errors.js';
import { Vendors } from '../../../vendors/vendors.service.js';
import { wordKey } from '../intake/reply-content.js';
import { MOST_WORDS, type ReplyWordsBody } from './reply-words.dto.js';
import { type AppliedWaiting, WaitingReplies } from './waiting-replies.service.js';
import { type KnownWord, READY_MADE_NAMES, READY_MADE_WORDS } from './word-meanings.js';

/** A word of a vendor with its meaning. */
export interface ReplyWordView extends KnownWord {
  updatedAt: Date;
  /** Name or email of the account. */
  updatedByName: string | null;
}

/** A word that nobody has given a meaning. */
export interface OpenWordView {
  word: string;
  /** Replies that wait for its meaning. */
  replies: number;
}

export interface ReplyWordsView {
  /** Counts the changes of this vendor's words. */
  version: number;
  /** By word. */
  items: ReplyWordView[];
  /** Words of replies that wait, the most frequent first; at most 100. */
  open: OpenWordView[];
  /** Names of the mappings that come with Rollcall. */
  readyMade: string[];
}

/** The words, and what has become of the replies that waited for them. */
export interface ReplyWordsChanged extends ReplyWordsView, AppliedWaiting {}

/** What somebody does to the words of a vendor. */
interface WordsChange {
  /** Null for whatever version there is. */
  version: number | null;
  words: readonly KnownWord[];
  remove: readonly string[];
  /** Whether words that have a meaning already get the new one. */
  how: 'replaces' | 'keeps';
}

const MOST_OPEN = 100;

/** What the words of each vendor mean. */
@Injectable()
export class ReplyWords {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly waiting: WaitingReplies,
    private readonly vendors: Vendors,
  ) {}

  /** @throws VendorNotFound */
  async find({ districtId }: Scope, vendorId: string): Promise<ReplyWordsView> {
    const [vendor] = await this.source.query<{ version: number }[]>(
      `SELECT reply_words_version AS version FROM vendors WHERE district_id = $1 AND id = $2`,
      [districtId, vendorId],
    );
    if (!vendor) throw new VendorNotFound();
    const items = await this.source.query<ReplyWordView[]>(
      `SELECT w.word, w.meaning, w.outcome, w.denial_reason AS "denialReason", w.updated_at AS "updatedAt",
              coalesce(nullif(a.name, ''), a.email) AS "updatedByName"
         FROM vendor_reply_words w LEFT JOIN accounts a ON a.district_id = $1 AND a.id = w.updated_by
        WHERE w.district_id = $1 AND w.vendor_id = $2 ORDER BY w.word_key`,
      [districtId, vendorId],
    );
    const open = await this.source.query<OpenWordView[]>(
      `SELECT min(r.word) AS word, count(*)::int AS replies
         FROM claim_replies r JOIN claims k ON k.district_id = $1 AND k.id = r.claim_id
        WHERE r.district_id = $1 AND r.state = 'waiting' AND r.why = 'UNKNOWN_WORD' AND k.vendor_id = $2
        GROUP BY r.word_key ORDER BY count(*) DESC, r.word_key LIMIT ${MOST_OPEN}`,
      [districtId, vendorId],
    );
    return { ...vendor, items, open, readyMade: READY_MADE_NAMES };
  }

  /**
   * Gives words a meaning, and takes over replies that waited for it. Words that are removed have none afterwards.
   * @param version null for whatever version there is
   * @throws InvalidInput for a meaning that contradicts itself; Conflict for more words than a vendor has
   */
  set(
    scope: Scope,
    vendorId: string,
    version: number | null,
    { words, remove = [] }: ReplyWordsBody,
  ): Promise<ReplyWordsChanged> {
    const known = words.map(({ word, meaning, outcome = null, denialReason = null }, i): KnownWord => {
      if (outcome !== null && meaning !== 'resolved') throw notOfMeaning(`words.${i}.outcome`, 'resolved');
      if (denialReason !== null && meaning !== 'denied')
        throw notOfMeaning(`words.${i}.denialReason`, 'denied');
      return { word, meaning, outcome, denialReason };
    });
    return this.write(scope, vendorId, { version, words: known, remove, how: 'replaces' });
  }

  /** Adds the words of a mapping that comes with Rollcall. Words that have a meaning already keep it. */
  addReadyMade(scope: Scope, vendorId: string, name: string): Promise<ReplyWordsChanged> {
    const words = READY_MADE_WORDS[name] ?? [];
    return this.write(scope, vendorId, { version: null, words, remove: [], how: 'keeps' });
  }

  private async write(
    scope: Scope,
    vendorId: string,
    { version, words, remove, how }: WordsChange,
  ): Promise<ReplyWordsChanged> {
    const applied = await this.transactions.run(async (tx) => {
      const [vendor] = await tx.query<{ version: number }[]>(
        `SELECT reply_words_version AS version FROM vendors WHERE district_id = $1 AND id = $2 FOR NO KEY UPDATE`,
        [scope.districtId, vendorId],
      );
      if (!vendor) throw new VendorNotFound();
      if (version !== null && version !== vendor.version)
        throw new StaleVersion('The list of words', vendor.version);
      await this.vendors.countReplyWords(tx, scope.districtId, vendorId);
      await removeWords(tx, scope, vendorId, remove);
      // Of two spellings of one word, the later counts.
      const byKey = new Map(words.map((word) => [wordKey(word.word), word]));
      await upsert(tx, scope, vendorId, byKey, how);
      return this.waiting.applyWithin(tx, scope, vendorId, [...byKey.keys()]);
    });
    return { ...(await this.find(scope, vendorId)), ...applied };
  }
}

async function removeWords(
  tx: Tx,
  { districtId }: Scope,
  vendorId: string,
  words: readonly string[],
): Promise<void> {
  if (words.length === 0) return;
  await tx.query(
    `DELETE FROM vendor_reply_words WHERE district_id = $1 AND vendor_id = $2 AND word_key = ANY ($3::text[])`,
    [districtId, vendorId, words.map(wordKey)],
  );
}

async function upsert(
  tx: Tx,
  { districtId, accountId }: Scope,
  vendorId: string,
  words: ReadonlyMap<string, KnownWord>,
  how: 'replaces' | 'keeps',
): Promise<void> {
  const rows = [...words].map(([key, word]) => ({ key, ...word }));
  await tx.query(
    `INSERT INTO vendor_reply_words (district_id, vendor_id, word_key, word, meaning, outcome, denial_reason,
            updated_by, updated_at)
     SELECT $1::uuid, $2::uuid, n.key, n.word, n.meaning, n.outcome, n."denialReason", $3::uuid, $4::timestamptz
       FROM jsonb_to_recordset($5::jsonb) AS n (key text, word text, meaning text, outcome text, "denialReason" text)
     ON CONFLICT (district_id, vendor_id, word_key) ${
       how === 'keeps'
         ? 'DO NOTHING'
         : `DO UPDATE SET word = excluded.word, meaning = excluded.meaning, outcome = excluded.outcome,
              denial_reason = excluded.denial_reason, updated_by = excluded.updated_by,
              updated_at = excluded.updated_at`
     }`,
    [districtId, vendorId, accountId, tx.at, JSON.stringify(rows)],
  );
  const [count] = await tx.query<{ words: number }[]>(
    `SELECT count(*)::int AS words FROM vendor_reply_words WHERE district_id = $1 AND vendor_id = $2`,
    [districtId, vendorId],
  );
  if ((count?.words ?? 0) > MOST_WORDS)
    throw new Conflict(
      `A vendor can have ${MOST_WORDS} words with a meaning. Give new meanings to words that are there.`,
      'TOO_MANY_REPLY_WORDS',
    );
}

function notOfMeaning(field: string, meaning: string): InvalidInput {
  const detail = `Only a word that means "${meaning}" has this. Leave it out, or choose that meaning.`;
  return new InvalidInput(detail, [{ field, code: 'NOT_OF_MEANING', detail }]);
}
