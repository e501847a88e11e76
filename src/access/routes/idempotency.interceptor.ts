import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnModuleInit,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import { createHash } from 'node:crypto';
import { AsyncLocalStorage } from 'node:async_hooks';
import { catchError, from, mergeMap, Observable } from 'rxjs';
import { DataSource } from 'typeorm';
import { Conflict, InvalidInput, Refusal } from '../../common/refusal.js';
import { Clock } from '../../common/time/clock.js';
import { Transactions } from '../../database/transactions.js';
import type { Tx } from '../../database/tx.js';
import { AnswerLost } from './answer-lost.js';
import type { ScopedRequest } from './needs.decorator.js';

interface KeptAnswer {
  request_hash: Buffer;
  /** Claimed so lately that its answer may only be on its way. */
  fresh: boolean;
  status: number | null;
  body: unknown;
  headers: Record<string, string> | null;
}

interface Pending {
  districtId: string;
  accountId: string;
  key: string;
  requestHash: Buffer;
  claimed: boolean;
  /** Looks for an answer once an upload has shown what it says. */
  find: () => Promise<KeptAnswer | undefined>;
}

/** Ends the work on an upload that was answered before. */
class AnsweredBefore extends Error {
  constructor(readonly kept: KeptAnswer) {
    super('answered before');
  }
}

class KeyReused extends Refusal {
  readonly kind = 'invalid';
  readonly code = 'IDEMPOTENCY_KEY_REUSED';
  constructor() {
    super('Another request was sent with this Idempotency-Key. Use a new key for a new request.');
  }
}

function underWay(): Conflict {
  return new Conflict(
    'Rollcall is still working on this request. Send it again in a few seconds to get the answer.',
    'REQUEST_UNDER_WAY',
  );
}

const KEPT_BACK = 'rollcall:kept-back';

/** Names fields of an answer that are secrets: they are shown once, and are not in the answer that is kept. */
export const KeepsBack = (...fields: string[]): MethodDecorator => SetMetadata(KEPT_BACK, fields);

export const REPEATABLE = 'rollcall:repeatable';

/**
 * What is sent has ids of its own, so that it may be sent again as it is. A key would do harm: work of several commits
 * that broke off could not be gone on with.
 */
export const Repeatable = (): MethodDecorator => SetMetadata(REPEATABLE, true);

/** Whether what this route takes may be sent again as it is. */
export function isRepeatable(reflector: Reflector, context: ExecutionContext): boolean {
  return reflector.get<true | undefined>(REPEATABLE, context.getHandler()) ?? false;
}

const pending = new AsyncLocalStorage<Pending>();
const KEPT_HEADERS = ['etag', 'location', 'content-type'];

/**
 * Adds to an Idempotency-Key what an upload says: its body is a stream, and known only once it is taken in. Every
 * handler of an upload calls this before it begins its work; where the key was used before, this does not return.
 */
export async function coverUpload(content: string): Promise<void> {
  const claim = pending.getStore();
  if (!claim) return;
  claim.requestHash = createHash('sha256').update(claim.requestHash).update(content).digest();
  const kept = await claim.find();
  if (kept) throw new AnsweredBefore(kept);
}

/** `Idempotency-Key` on every POST: sent again, the first answer comes back and nothing is done twice. */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor, OnModuleInit {
  constructor(
    private readonly source: DataSource,
    private readonly transactions: Transactions,
    private readonly reflector: Reflector,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.transactions.onBegin((tx) => this.claim(tx));
  }

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<ScopedRequest>();
    const key = request.headers['idempotency-key'];
    const { scope } = request;
    if (request.method !== 'POST' || typeof key !== 'string' || !scope?.accountId) return next.handle();
    if (isRepeatable(this.reflector, context)) return next.handle();
    // Node hands on bytes beyond ASCII as if each were a character.
    if (!/^[\x20-\x7e]{1,200}$/.test(key))
      throw new InvalidInput(
        'This Idempotency-Key cannot be used. Use 1 to 200 ASCII letters, digits and punctuation marks.',
        [],
        'BAD_IDEMPOTENCY_KEY',
      );
    const reply = http.getResponse<FastifyReply>();
    const claim: Pending = {
      districtId: scope.districtId,
      accountId: scope.accountId,
      key,
      requestHash: hashOf(request),
      claimed: false,
      find: () => this.find(claim),
    };
    const keptBack = this.reflector.get<string[] | undefined>(KEPT_BACK, context.getHandler()) ?? [];
    const kept = request.isMultipart?.() ? undefined : await this.find(claim);
    if (kept) return this.replay(kept, claim, reply);
    return new Observable((subscriber) =>
      pending.run(claim, () =>
        next
          .handle()
          .pipe(
            mergeMap((body) => from(this.keep(claim, reply, body, keptBack))),
            catchError((error: unknown) => {
              if (error instanceof AnsweredBefore) return this.replay(error.kept, claim, reply);
              throw error;
            }),
          )
          .subscribe(subscriber),
      ),
    );
  }

  /**
   * Claims the request's key inside the first transaction of its work, so that key and work are committed
   * together or not at all. A second request with the same key waits on the row, and is refused.
   */
  private async claim(tx: Tx): Promise<void> {
    const claim = pending.getStore();
    if (!claim || claim.claimed) return;
    const rows = await tx.query<unknown[]>(
      `INSERT INTO idempotency_keys (district_id, account_id, key, request_hash) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING 1`,
      [claim.districtId, claim.accountId, claim.key, claim.requestHash],
    );
    if (rows.length === 0) throw underWay();
    this.transactions.afterCommit(tx, () => {
      claim.claimed = true;
    });
  }

  private async find(claim: Pending): Promise<KeptAnswer | undefined> {
    const [kept] = await this.source.query<KeptAnswer[]>(
      `SELECT request_hash, status, body, headers, created_at > $4::timestamptz - interval '1 minute' AS fresh
         FROM idempotency_keys
        WHERE district_id = $1 AND account_id = $2 AND key = $3`,
      [claim.districtId, claim.accountId, claim.key, this.clock.now()],
    );
    return kept;
  }

  private replay(kept: KeptAnswer, claim: Pending, reply: FastifyReply): Observable<unknown> {
    if (!kept.request_hash.equals(claim.requestHash)) throw new KeyReused();
    if (kept.status === null && kept.fresh) throw underWay();
    if (kept.status === null) throw new AnswerLost();
    void reply.status(kept.status).headers({ ...kept.headers, 'idempotent-replay': 'true' });
    return from([kept.body]);
  }

  /** Keeps the answer where a transaction claimed the key; a request that wrote nothing keeps nothing. */
  private async keep(
    claim: Pending,
    reply: FastifyReply,
    body: unknown,
    keptBack: string[],
  ): Promise<unknown> {
    if (!claim.claimed) return body;
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap((name) => {
        const value = reply.getHeader(name);
        return typeof value === 'string' ? [[name, value]] : [];
      }),
    );
    await this.source.query(
      `UPDATE idempotency_keys SET status = $4, body = $5::jsonb, headers = $6::jsonb
        WHERE district_id = $1 AND account_id = $2 AND key = $3`,
      [
        claim.districtId,
        claim.accountId,
        claim.key,
        reply.statusCode,
        JSON.stringify(body ?? null, (name, value: unknown) => (keptBack.includes(name) ? undefined : value)),
        headers,
      ],
    );
    return body;
  }
}

/** Multipart bodies are streams; what they say is added by `coverUpload`. */
function hashOf(request: ScopedRequest): Buffer {
  const body = request.isMultipart?.() ? '' : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${request.method} ${request.url}\n${body}`).digest();
}
