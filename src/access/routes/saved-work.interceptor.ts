import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  type OnModuleInit,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { AsyncLocalStorage } from 'node:async_hooks';
import { catchError, Observable } from 'rxjs';
import { mayBeTriedAgain } from '../../common/database-errors.js';
import { mayHaveCommitted, Transactions } from '../../database/transactions.js';
import { AnswerLost } from './answer-lost.js';
import { isRepeatable } from './idempotency.interceptor.js';

interface Work {
  hasSaved: boolean;
}

const working = new AsyncLocalStorage<Work>();

/**
 * Most handlers read their answer after the commit. If the database is too busy for that, or goes away, or breaks off while
 * it commits, the caller must not hear “try again”: a request that is sent again would do the same twice.
 */
@Injectable()
export class SavedWorkInterceptor implements NestInterceptor, OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    this.transactions.onBegin(async (tx) => {
      const work = working.getStore();
      if (work)
        this.transactions.afterCommit(tx, () => {
          work.hasSaved = true;
        });
    });
  }

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    if (method === 'GET' || isRepeatable(this.reflector, context)) return next.handle();
    const work: Work = { hasSaved: false };
    return new Observable((subscriber) =>
      working.run(work, () =>
        next
          .handle()
          .pipe(
            catchError((error: unknown) => {
              const isLost = mayHaveCommitted(error) || (work.hasSaved && mayBeTriedAgain(error));
              throw isLost ? new AnswerLost() : error;
            }),
          )
          .subscribe(subscriber),
      ),
    );
  }
}
