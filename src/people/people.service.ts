import { Injectable } from '@nestjs/common';
import { newId } from '../common/ids.js';
import { reaches, type Scope } from '../access/scope.js';
import { keptUntil } from '../catalogue/retention.js';
import { StaleVersion } from '../common/http/etag.js';
import { Forbidden, InvalidInput } from '../common/refusal.js';
import { dateIn } from '../common/time/clock.js';
import { fundsOf } from '../catalogue/device-records.sql.js';
import { Transactions } from '../database/transactions.js';
import type { Tx } from '../database/tx.js';
import { mergeFields } from '../imports/field-merge.js';
import { ImportRetention } from '../imports/running/import-retention.js';
import { Site } from '../sites/entities/site.entity.js';
import { NameReadingsService } from './name-readings.service.js';
import type { NewPersonBody, PersonChangeBody } from './people.dto.js';
import {
  type KeptForGrant,
  NameHeld,
  type NameHold,
  NameKeptForGrant,
  PersonNotFound,
  PersonRedacted,
} from './people.errors.js';
import { PeopleQueries, type PersonView } from './people.queries.js';
import { Person } from './entities/person.entity.js';

/** How many rules an answer lists that keep records of a person’s devices. */
const MOST_KEPT = 200;

/** A person whose name is gone, with what stays on record. */
export interface RedactedPerson extends PersonView {
  /**
   * Why the person’s ID and the days of their loans stay on record: rules of the funding sources that paid for the devices.
   * At most 200.
   */
  kept: KeptForGrant[];
}

/** What redaction takes away. */
const NAMING_FIELDS = ['givenName', 'familyName', 'email'] as const;

/** Holds on any device that somebody has or had, that forbid to forget who it was. */
const NAME_HOLDS = `
  SELECT h.id, h.kind, h.owner, h.reason, coalesce(d.asset_tag, d.serial_number) AS device
    FROM device_holds h
    JOIN devices d ON d.district_id = $1 AND d.id = h.device_id
   WHERE h.district_id = $1 AND h.lifted_at IS NULL AND 'redact' = ANY (h.forbids)
     AND (d.person_id = $2 OR EXISTS (
       SELECT 1 FROM custody c
        WHERE c.district_id = $1 AND c.device_id = h.device_id AND c.person_id = $2))
   ORDER BY h.placed_at, h.id LIMIT 1`;

/**
 * What funding sources keep on the day `$3` of the devices that the person `$2` has or had, those that keep names first.
 * A device that was made void never was one. `$4` is the time zone.
 */
const KEPT_FOR_GRANTS = `
  SELECT coalesce(d.asset_tag, d.serial_number) AS device, f.name AS "fundingSource", r.source,
         r.years, r.counts_from AS "countsFrom", ${keptUntil('$4')}::text AS until, r.keeps_names AS "keepsNames"
    FROM devices d
   CROSS JOIN LATERAL (${fundsOf('d.id')}) paid
    JOIN funding_sources f ON f.district_id = $1 AND f.id = paid.id
    JOIN funding_retentions r ON r.district_id = $1 AND r.funding_source_id = f.id
   WHERE d.district_id = $1 AND d.status <> 'void'
     AND d.id IN (SELECT x.id FROM devices x WHERE x.district_id = $1 AND x.person_id = $2
                   UNION SELECT c.device_id FROM custody c WHERE c.district_id = $1 AND c.person_id = $2)
     AND coalesce(${keptUntil('$4')} >= $3::date, true)
   ORDER BY r.keeps_names DESC, d.id, r.position LIMIT ${MOST_KEPT}`;

type NamingRule = KeptForGrant & { keepsNames: boolean };

function keptForGrants(tx: Tx, { districtId, timeZone }: Scope, id: string): Promise<NamingRule[]> {
  return tx.query(KEPT_FOR_GRANTS, [districtId, id, dateIn(timeZone, tx.at), timeZone]);
}

/** @throws NameHeld; NameKeptForGrant */
async function assertNameFree(
  tx: Tx,
  { districtId }: Scope,
  id: string,
  rules: readonly NamingRule[],
): Promise<void> {
  const [hold] = await tx.query<NameHold[]>(NAME_HOLDS, [districtId, id]);
  if (hold) throw new NameHeld(hold);
  const naming = rules.find(({ keepsNames }) => keepsNames);
  if (naming) throw new NameKeptForGrant(naming);
}

/** People, as staff add, change and forget them: what staff say is kept against every file. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: PeopleQueries,
    private readonly readings: NameReadingsService,
    private readonly imports: ImportRetention,
  ) {}

  /** @throws Forbidden where the new person would be out of the caller's reach */
  create(scope: Scope, body: NewPersonBody): Promise<PersonView> {
    return this.transactions.run(async (tx) => {
      const given = await this.given(tx, scope, body);
      assertReach(scope, given.siteId ?? null);
      const { districtId } = scope;
      const id = newId();
      await tx.insert(Person, {
        ...given,
        externalId: body.externalId,
        role: body.role,
        districtId,
        id,
        setByPerson: saidOf(given),
      });
      return this.queries.view(tx, scope, id);
    });
  }

  /**
   * @param version null changes whatever version there is
   * @throws PersonRedacted for a name or address of somebody whose name is gone
   */
  async change(
    scope: Scope,
    id: string,
    version: number | null,
    body: PersonChangeBody,
  ): Promise<PersonView> {
    const person = await this.transactions.run((tx) => this.changeWithin(tx, scope, id, version, body));
    await this.readings.record(scope, 'people.change', [person]);
    return person;
  }

  /**
   * Removes a name for good. The person stays, with the devices that they had and the days. Doing it twice changes nothing.
   * @returns the person, with what funding sources want to be kept about their devices
   * @throws NameHeld that names the hold which keeps the name; NameKeptForGrant
   */
  redact(scope: Scope, id: string): Promise<RedactedPerson> {
    return this.transactions.run(async (tx) => {
      const { districtId } = scope;
      const person = await this.lock(tx, scope, id);
      const rules = await keptForGrants(tx, scope, id);
      const kept = rules.map(({ keepsNames: _, ...rule }) => rule);
      if (person.redactedAt) return { ...(await this.queries.view(tx, scope, id)), kept };
      await assertNameFree(tx, scope, id, rules);
      await tx.update(
        Person,
        { districtId, id },
        {
          givenName: null,
          familyName: null,
          email: null,
          redactedAt: tx.at,
          version: person.version + 1,
          updatedAt: tx.at,
        },
      );
      // A name that a file brought stands in what is kept of the file, too.
      await this.imports.forgetPeopleWithin(tx, districtId, [id]);
      return { ...(await this.queries.view(tx, scope, id)), kept };
    });
  }

  private async changeWithin(
    tx: Tx,
    scope: Scope,
    id: string,
    version: number | null,
    body: PersonChangeBody,
  ): Promise<PersonView> {
    const person = await this.lock(tx, scope, id);
    if (version !== null && person.version !== version) throw new StaleVersion('The person', person.version);
    const given = await this.given(tx, scope, body);
    const { after, changes } = mergeFields(person, given, []);
    const changed = Object.keys(changes);
    if (changed.length === 0) return this.queries.view(tx, scope, id);
    if (person.redactedAt && NAMING_FIELDS.some((field) => field in changes)) throw new PersonRedacted();
    assertReach(scope, after.siteId);
    // What may not be deleted may not be made blank either. It can be corrected.
    if (NAMING_FIELDS.some((field) => field in changes && after[field] === null))
      await assertNameFree(tx, scope, id, await keptForGrants(tx, scope, id));
    await tx.update(
      Person,
      { districtId: scope.districtId, id },
      {
        ...Object.fromEntries(Object.entries(changes).map(([field, [, value]]) => [field, value])),
        setByPerson: [...new Set([...person.setByPerson, ...changed.filter((f) => f !== 'externalId')])],
        version: person.version + 1,
        updatedAt: tx.at,
      },
    );
    return this.queries.view(tx, scope, id);
  }

  private async lock(tx: Tx, scope: Scope, id: string): Promise<Person> {
    // Not FOR UPDATE: a loan that is recorded meanwhile only needs the person's key to stay.
    const person = await tx.findOne(Person, {
      where: { districtId: scope.districtId, id },
      lock: { mode: 'for_no_key_update' },
    });
    if (!person || !inReach(scope, person.siteId)) throw new PersonNotFound();
    return person;
  }

  /** The fields that were given, as they are stored: the site's code as its id, blank texts as null. */
  private async given(
    tx: Tx,
    scope: Scope,
    body: NewPersonBody | PersonChangeBody,
  ): Promise<Partial<Person>> {
    const { site, ...fields } = body;
    const given: Partial<Person> = Object.fromEntries(
      // A field that was left out is there all the same, as undefined: class fields are defined.
      Object.entries<unknown>(fields).flatMap(([field, value]) =>
        value === undefined ? [] : [[field, value === '' ? null : value]],
      ),
    );
    if (given.email) given.email = given.email.toLowerCase();
    if (site !== undefined) given.siteId = site === null ? null : await this.siteId(tx, scope, site);
    return given;
  }

  private async siteId(tx: Tx, scope: Scope, code: string): Promise<string> {
    const site = await tx.findOneBy(Site, { districtId: scope.districtId, code });
    if (!site || !reaches(scope, site.id))
      throw new InvalidInput(`You have no site with the code ${code}. Check the code.`, [
        { field: 'site', code: 'UNKNOWN_SITE', detail: `You have no site with the code ${code}.` },
      ]);
    return site.id;
  }
}

/** A blank in a form for a new person says nothing, and leaves the field to files. */
function saidOf(given: Record<string, unknown>): string[] {
  return Object.entries(given).flatMap(([field, value]) =>
    value === null || field === 'externalId' ? [] : [field],
  );
}

function inReach(scope: Scope, siteId: string | null): boolean {
  return siteId === null ? scope.sites === 'all' : reaches(scope, siteId);
}

function assertReach(scope: Scope, siteId: string | null): void {
  if (!inReach(scope, siteId))
    throw new Forbidden('Choose one of your sites for this person.', 'SITE_IN_REACH_NEEDED');
}
