import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { may, type Scope, siteFilter } from '../access/scope.js';
import { Clock, dateIn } from '../common/time/clock.js';
import { type Page, decodeCursor, pageOf } from '../common/paging.js';
import type { Statements } from '../database/tx.js';
import { NameReadingsService, type NamedPerson } from './name-readings.service.js';
import type { PeopleQuery, PeopleSort } from './people.dto.js';
import { PersonNotFound } from './people.errors.js';
import { CHOSEN_PEOPLE, peopleParameters, REACHED_PEOPLE } from './people-filter.js';
import type { Person } from './entities/person.entity.js';

/** Somebody as the API shows them. */
export interface PersonView extends Omit<Person, 'districtId'> {
  /** Code of their site. */
  site: string | null;
}

const VIEW = `
  SELECT p.id, p.external_id AS "externalId", p.given_name AS "givenName", p.family_name AS "familyName",
         p.email, p.role, p.grade, p.site_id AS "siteId", s.code AS site, p.left_on AS "leftOn",
         p.redacted_at AS "redactedAt", p.set_by_person AS "setByPerson", p.version,
         p.created_at AS "createdAt", p.updated_at AS "updatedAt"
    FROM`;

/** Order, and what comes after a cursor at `$8`. */
const SORTS: Record<PeopleSort, { after: string; order: string }> = {
  externalId: { after: 'p.external_id > $8', order: 'p.external_id' },
  '-externalId': { after: 'p.external_id < $8', order: 'p.external_id DESC' },
};

/** People, for roles that may read names; reading a pupil's is logged. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly source: DataSource,
    private readonly readings: NameReadingsService,
    private readonly clock: Clock,
  ) {}

  async list(scope: Scope, query: PeopleQuery): Promise<Page<PersonView>> {
    const { after, order } = SORTS[query.sort];
    const cursor = query.cursor ? decodeCursor(query.sort, query.cursor, 1)[0] : null;
    const rows = await this.source.query<PersonView[]>(
      `${VIEW} ${CHOSEN_PEOPLE} AND ($8::text IS NULL OR ${after}) ORDER BY ${order} LIMIT $9`,
      [...peopleParameters(scope, query, dateIn(scope.timeZone, this.clock.now())), cursor, query.limit + 1],
    );
    const page = pageOf(rows, query.limit, query.sort, (person) => [person.externalId]);
    await this.readings.record(scope, 'people.list', page.items);
    return page;
  }

  /** @throws PersonNotFound also where they are out of the caller's reach */
  async find(scope: Scope, id: string): Promise<PersonView> {
    const person = await this.view(this.source.manager, scope, id);
    await this.readings.record(scope, 'people.find', [person]);
    return person;
  }

  /** Somebody as their own writer sees them: not logged, as the caller has just said it. */
  async view(manager: Statements, scope: Scope, id: string): Promise<PersonView> {
    const [person] = await manager.query<PersonView[]>(`${VIEW} ${REACHED_PEOPLE} AND p.id = $3`, [
      scope.districtId,
      siteFilter(scope),
      id,
    ]);
    if (!person) throw new PersonNotFound();
    return person;
  }

  /**
   * Names of people by id, for modules that show who holds something. Empty for a role that may not read people, and
   * without students of sites out of reach.
   * @param by the use case that shows the names, for the log
   */
  async namesOf(scope: Scope, by: string, ids: readonly string[]): Promise<Map<string, NamedPerson>> {
    if (!may(scope, 'people:read') || ids.length === 0) return new Map();
    const people = await this.source.query<NamedPerson[]>(
      `SELECT id, role, given_name AS "givenName", family_name AS "familyName", email
         FROM people WHERE district_id = $1 AND id = ANY ($2)
          AND ($3::uuid[] IS NULL OR role = 'staff' OR site_id = ANY ($3))`,
      [scope.districtId, ids, siteFilter(scope)],
    );
    await this.readings.record(scope, by, people);
    return new Map(people.map((person) => [person.id, person]));
  }
}
