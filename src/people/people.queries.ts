import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { list } from '../access/lists/list.js';
import { Lists } from '../access/lists/lists.service.js';
import { may, type Scope, siteFilter } from '../access/scope.js';
import type { Page } from '../common/paging.js';
import type { Statements } from '../database/tx.js';
import { NameReadingsService, type NamedPerson } from './name-readings.service.js';
import type { PeopleQuery } from './people.dto.js';
import { PersonNotFound } from './people.errors.js';
import { isKnown, PEOPLE, PEOPLE_FILTERS } from './people-filter.js';
import type { Person } from './entities/person.entity.js';

/** A person as the API shows them. */
export interface PersonView extends Omit<Person, 'districtId'> {
  /** Code of their site. */
  site: string | null;
  siteName: string | null;
}

const VIEW = `
  SELECT p.id, p.external_id AS "externalId", p.given_name AS "givenName", p.family_name AS "familyName",
         p.email, p.role, p.grade, p.site_id AS "siteId", s.code AS site, s.name AS "siteName", p.left_on AS "leftOn",
         p.redacted_at AS "redactedAt", p.set_by_person AS "setByPerson", p.version,
         p.created_at AS "createdAt", p.updated_at AS "updatedAt"
    FROM ${PEOPLE}`;

/** Who belongs to no site is seen by the whole district alone. */
const PEOPLE_LIST = list<PersonView, PeopleQuery>({
  name: 'people',
  select: VIEW,
  reach: 'p.site_id',
  filters: PEOPLE_FILTERS,
  sorts: { externalId: ['p.external_id'] },
  id: 'p.id',
});

/** People, for roles that may read names; reading a pupil's is logged. */
@Injectable()
export class PeopleQueries {
  constructor(
    private readonly source: DataSource,
    private readonly readings: NameReadingsService,
    private readonly lists: Lists,
  ) {}

  list(scope: Scope, query: PeopleQuery): Promise<Page<PersonView>> {
    return this.lists.page(PEOPLE_LIST, scope, query, async (people) => {
      await this.readings.record(scope, 'people.list', people);
      return people;
    });
  }

  /**
   * Finds people by external id or email address: students at the caller's sites, and all staff. These are the people
   * that the caller can check devices out to. Scans of check-outs are accepted by the same rule.
   */
  async lookUp(scope: Scope, numbers: readonly string[]): Promise<PersonView[]> {
    const people = await this.source.query<PersonView[]>(
      `${VIEW} AND p.redacted_at IS NULL AND (lower(p.external_id) = ANY ($2) OR p.email = ANY ($2))
          AND ${isKnown('p', '$3')} ORDER BY p.external_id`,
      [scope.districtId, numbers.map((number) => number.toLowerCase()), siteFilter(scope)],
    );
    await this.readings.record(scope, 'people.lookUp', people);
    return people;
  }

  /** @throws PersonNotFound also where they are out of the caller's reach */
  async find(scope: Scope, id: string): Promise<PersonView> {
    const person = await this.view(this.source.manager, scope, id);
    await this.readings.record(scope, 'people.find', [person]);
    return person;
  }

  /** Somebody as their own writer sees them: not logged, as the caller has just said it. */
  async view(manager: Statements, scope: Scope, id: string): Promise<PersonView> {
    const person = await this.lists.find(PEOPLE_LIST, scope, id, manager);
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
         FROM people p WHERE district_id = $1 AND id = ANY ($2) AND ${isKnown('p', '$3')}`,
      [scope.districtId, ids, siteFilter(scope)],
    );
    await this.readings.record(scope, by, people);
    return new Map(people.map((person) => [person.id, person]));
  }
}
