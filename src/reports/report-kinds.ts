import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { DataSource } from 'typeorm';
import { may, type Scope } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { Forbidden, InvalidInput, NotFound } from '../common/refusal.js';
import { fieldErrors } from '../common/http/validation.js';
import type { Report, ReportContext, ReportKind } from './report.js';

/** Every report there is. Modules register theirs, as they do with kinds of files. */
@Injectable()
export class ReportKinds {
  private readonly kinds = new Map<string, ReportKind>();

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  register<P extends object>(kind: ReportKind<P>): void {
    this.kinds.set(kind.kind, kind);
  }

  list(): ReportKind[] {
    return [...this.kinds.values()];
  }

  /** @throws NotFound for a kind that nobody registered */
  find(kind: string): ReportKind {
    const found = this.kinds.get(kind);
    if (!found) throw new NotFound(`The report "${kind}"`, 'REPORT_KIND_NOT_FOUND');
    return found;
  }

  /**
   * Makes a report for whoever asks, of what they may see.
   * @throws Forbidden, InvalidInput
   */
  async run(scope: Scope, kind: string, raw: object): Promise<Report> {
    const found = this.find(kind);
    const context = await this.contextOf(scope);
    return found.run(scope, this.checked(scope, found, raw, context), context);
  }

  /**
   * Checks the parameters of a report that is to be saved, by the same rules by which it will be made.
   * @throws NotFound, Forbidden, InvalidInput
   */
  async assertUsable(scope: Scope, kind: string, raw: object): Promise<void> {
    this.checked(scope, this.find(kind), raw, await this.contextOf(scope));
  }

  /** @throws Forbidden, and InvalidInput naming every parameter that cannot be used */
  private checked(scope: Scope, kind: ReportKind, raw: object, context: ReportContext): object {
    if (!may(scope, kind.need))
      throw new Forbidden(
        `You don't have permission to create the report “${kind.title}”. It needs the permission ${kind.need}.`,
      );
    const parameters = plainToInstance(kind.parameters, raw, { exposeDefaultValues: true });
    const errors = fieldErrors(
      validateSync(parameters, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true }),
    );
    if (errors.length > 0)
      throw new InvalidInput(
        `Check these settings of the report “${kind.title}”: ${errors.map(({ field }) => field).join(', ')}.`,
        errors,
      );
    kind.check?.(scope, parameters, context);
    return parameters;
  }

  private async contextOf(scope: Scope): Promise<ReportContext> {
    const [district] = await this.source.query<{ month: number }[]>(
      `SELECT fiscal_year_starts AS month FROM districts WHERE id = $1`,
      [scope.districtId],
    );
    const now = this.clock.now();
    return { now, today: dateIn(scope.timeZone, now), fiscalYearStarts: district?.month ?? 7 };
  }
}
