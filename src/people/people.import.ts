import { Injectable } from '@nestjs/common';
import { type Scope, reaches } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import type { Tx } from '../database/tx.js';
import { revertFields } from '../imports/field-merge.js';
import {
  heldBack,
  type ImportContext,
  type ImportKind,
  movedOn,
  type RowFields,
  type RowOutcome,
  type RowProblem,
  type ShownRow,
  type ShownRows,
  type StagedRow,
  type UndoException,
} from '../imports/import-kind.js';
import { SitesQueries } from '../sites/sites.queries.js';
import { NameReadingsService } from './name-readings.service.js';
import { ONEROSTER, PEOPLE_FIELDS } from './people-import-fields.js';
import { judgePerson, type SitesByCode, type StoredPerson } from './person-row.js';
import {
  insertPeople,
  lockPeople,
  peopleByExternalId,
  updatePeople,
  type WrittenPerson,
} from './person-writes.js';

const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** What is to be done for one row. */
interface PersonPlan {
  outcome: RowOutcome;
  add?: WrittenPerson;
  update?: WrittenPerson;
}

/** People from our template or a OneRoster `users.csv`. Rows match by external id. */
@Injectable()
export class PeopleImport implements ImportKind {
  readonly kind = 'people';
  readonly permission = 'people:edit';
  readonly fields = PEOPLE_FIELDS;
  readonly mappings = [ONEROSTER];

  constructor(
    private readonly clock: Clock,
    private readonly sites: SitesQueries,
    private readonly readings: NameReadingsService,
  ) {}

  check({ email }: RowFields): RowProblem[] {
    if (typeof email !== 'string' || ADDRESS.test(email)) return [];
    return [{ column: 'email', code: 'BAD_EMAIL', detail: `"${email}" is not an email address.` }];
  }

  async show<Row extends ShownRow>(scope: Scope, { importId, as, rows }: ShownRows<Row>): Promise<Row[]> {
    const people = rows.flatMap(({ targetId }) => targetId ?? []);
    await this.readings.recordImport(scope, `imports.${as}`, importId, people);
    return rows;
  }

  identify(fields: RowFields): string[] {
    return [externalIdOf(fields)];
  }

  async process(tx: Tx, context: ImportContext, rows: StagedRow[]): Promise<RowOutcome[]> {
    const { districtId, timeZone } = context.scope;
    const commits = context.mode === 'commit';
    const externalIds = rows.map((row) => externalIdOf(row.fields));
    const people = await peopleByExternalId(tx, districtId, externalIds, commits);
    const directory = await this.sites.directory(districtId, tx);
    const sites = new Map(directory.map((site) => [site.code, site.id]));
    const today = dateIn(timeZone, this.clock.now());
    const plans = rows.map((row) => planRow(row, context, people, sites, today));
    if (!commits) return plans.map((plan) => plan.outcome);
    const added = await insertPeople(
      tx,
      districtId,
      plans.flatMap((plan) => plan.add ?? []),
    );
    await updatePeople(
      tx,
      districtId,
      plans.flatMap((plan) => plan.update ?? []),
    );
    return plans.map(({ outcome, add }) =>
      !add || added.has(add.id) ? outcome : heldBack(outcome.rowNo, null),
    );
  }

  /** Fields go back unless they were changed since; people who were added leave today, as nobody is deleted. */
  async undo(tx: Tx, context: ImportContext, outcomes: RowOutcome[]): Promise<UndoException[]> {
    const { districtId, timeZone } = context.scope;
    const today = dateIn(timeZone, this.clock.now());
    const ids = outcomes.flatMap((outcome) => outcome.targetId ?? []);
    const people = await lockPeople(tx, districtId, ids);
    const writes: WrittenPerson[] = [];
    const exceptions: UndoException[] = [];
    for (const { outcome, targetId, changes = {} } of outcomes) {
      const person = people.get(targetId ?? '');
      if (!person) continue;
      if (outcome === 'add' && (person.leftOn === null || person.leftOn > today))
        writes.push({ ...person, leftOn: today });
      if (outcome !== 'change') continue;
      const { after, reverted, left } = revertFields(person, changes, keptFields(person));
      if (reverted.length > 0) writes.push(after);
      if (left.length > 0)
        exceptions.push({
          targetId: person.id,
          detail: `${person.externalId}: somebody changed ${left.join(', ')} afterward, so it stays as it is.`,
        });
    }
    await updatePeople(tx, districtId, writes);
    return exceptions;
  }
}

/** A name that was redacted stays so, though an undo knows the former one. */
function keptFields(person: StoredPerson): string[] {
  return person.redacted ? [...person.setByPerson, 'givenName', 'familyName', 'email'] : person.setByPerson;
}

function externalIdOf(fields: RowFields): string {
  return String(fields['externalId']).trim();
}

function planRow(
  row: StagedRow,
  context: ImportContext,
  people: ReadonlyMap<string, StoredPerson>,
  sites: SitesByCode,
  today: string,
): PersonPlan {
  const { fields, rowNo, newId } = row;
  const externalId = externalIdOf(fields);
  const current = people.get(externalId);
  const id = current?.id ?? newId;
  const result = { rowNo, targetId: id, targetVersion: current?.version ?? null };
  if (context.mode === 'commit' && movedOn(row, id, result.targetVersion))
    return { outcome: heldBack(rowNo, id) };
  const { after, changes, problems, notes } = judgePerson(fields, current, sites, today, context.options);
  const refusals = [...problems];
  if ((current && !inReach(context.scope, current.siteId)) || !inReach(context.scope, after.siteId))
    refusals.push({
      column: 'site',
      code: 'OUT_OF_REACH',
      detail: 'This person belongs to a site that is not one of yours.',
    });
  if (refusals.length > 0) return { outcome: { ...result, outcome: 'refused', problems: refusals } };
  const outcome = current ? (Object.keys(changes).length > 0 ? 'change' : 'unchanged') : 'add';
  const written = { id, externalId, ...after };
  return {
    outcome: { ...result, outcome, changes, ...(notes.length > 0 ? { notes } : {}) },
    ...(outcome === 'add' ? { add: written } : {}),
    ...(outcome === 'change' ? { update: written } : {}),
  };
}

function inReach(scope: Scope, siteId: string | null): boolean {
  return siteId === null ? scope.sites === 'all' : reaches(scope, siteId);
}
