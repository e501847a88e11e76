import { type Scope, siteFilter } from '../../access/scope.js';
import { readSiteCode } from '../../common/site-code.js';
import { groupBy } from '../../common/group-by.js';
import { newId } from '../../common/ids.js';
import type { Tx } from '../../database/tx.js';
import { addFundingSources } from '../../catalogue/new-entries.js';
import { isKnown } from '../../people/people-filter.js';
import { addPlaces } from '../../sites/places/new-places.js';
import type { DeviceInput } from './device-input.js';
import { type ModelRef, ModelReferences } from './model-references.js';
import { matchKey } from '../../catalogue/model-names.js';

export interface SiteRef {
  id: string;
  code: string;
  name: string;
  closedOn: string | null;
}

export interface PlaceRef {
  id: string;
  isNew: boolean;
}

export interface CartRef extends PlaceRef {
  roomId: string | null;
}

export interface FundRef extends PlaceRef {
  fain: string | null;
  federalSharePercent: number | null;
}

/**
 * What the words of inputs refer to. Rooms, carts, models and funding sources that are named for the first time
 * are made; sites and people must be there. One instance serves a whole import, and asks for each name once.
 */
export class References {
  private readonly sites = new Map<string, SiteRef[]>();
  private readonly models: ModelReferences;
  private readonly rooms = new Map<string, PlaceRef>();
  private readonly carts = new Map<string, CartRef>();
  private readonly funds = new Map<string, FundRef>();
  private readonly people = new Map<string, string[]>();
  private readonly siteById = new Map<string, SiteRef>();

  constructor(
    private readonly scope: Scope,
    /** Kept with what is made, so that every row can say what its file made. */
    private readonly changeSetId: string,
    /** Only a commit makes what is missing; a rehearsal gives it an id that nothing else will ever have. */
    private readonly creates: boolean,
  ) {
    this.models = new ModelReferences(scope.districtId, changeSetId, creates);
  }

  /** The same without what may have changed by now; what a rehearsal would make is still remembered. */
  afresh(): References {
    const fresh = new References(this.scope, this.changeSetId, this.creates);
    if (this.creates) return fresh;
    fresh.models.imagine(this.models);
    for (const kind of ['rooms', 'carts', 'funds'] as const)
      for (const [key, ref] of this[kind])
        if (ref.isNew) (fresh[kind] as Map<string, PlaceRef>).set(key, ref);
    return fresh;
  }

  /**
   * Looks up every name in some inputs that is not known yet, in a fixed number of queries.
   * @param current the model of the device that each input is of, where it is there; see `loadKnown`
   */
  async load(
    tx: Tx,
    inputs: readonly DeviceInput[],
    current: (index: number) => ModelRef | undefined = () => undefined,
  ): Promise<void> {
    await this.loadSites(tx, inputs);
    await this.loadPeople(tx, inputs);
    await this.models.load(tx, inputs, current);
    await this.loadFunds(tx, inputs);
  }

  /** Rooms and carts need their sites known, and for a device that moves within its site, the site it is at. */
  async loadPlaces(
    tx: Tx,
    places: readonly { siteId: string; room?: string | null; cart?: string | null }[],
  ): Promise<void> {
    await this.loadNamed(
      tx,
      'rooms',
      this.rooms,
      places.map((p) => ({ siteId: p.siteId, name: p.room })),
    );
    await this.loadNamed(
      tx,
      'carts',
      this.carts,
      places.map((p) => ({ siteId: p.siteId, name: p.cart })),
    );
  }

  /** Sites and models of devices that are there already. */
  async loadKnown(tx: Tx, siteIds: string[], modelIds: string[]): Promise<void> {
    const sites = siteIds.filter((id) => !this.siteById.has(id));
    if (sites.length > 0)
      for (const site of await tx.query<SiteRef[]>(`${SITE_REFS} AND id = ANY ($2)`, [
        this.scope.districtId,
        sites,
      ]))
        this.siteById.set(site.id, site);
    await this.models.loadKnown(tx, modelIds);
  }

  /** Sites with this code or, failing that, this name; more than one where a name is used twice. */
  site(text: string): SiteRef[] {
    return this.sites.get(readSiteCode(text)) ?? [];
  }

  siteOf(id: string): SiteRef | undefined {
    return this.siteById.get(id);
  }

  modelOf(id: string): ModelRef | undefined {
    return this.models.byId(id);
  }

  /** Undefined where the model is new and nothing says of what kind it is. */
  model(manufacturer: string | null, name: string): ModelRef | undefined {
    return this.models.named(manufacturer, name);
  }

  makersOf(name: string): string[] {
    return this.models.makersOf(name);
  }

  room(siteId: string, name: string): PlaceRef | undefined {
    return this.rooms.get(placeKey(siteId, name));
  }

  cart(siteId: string, name: string): CartRef | undefined {
    return this.carts.get(placeKey(siteId, name));
  }

  fund(name: string): FundRef | undefined {
    return this.funds.get(matchKey(name));
  }

  /** Ids of people with this external id or address, whom the caller may hand a device. */
  person(text: string): string[] {
    return this.people.get(text.trim().toLowerCase()) ?? [];
  }

  private async loadSites(tx: Tx, inputs: readonly DeviceInput[]): Promise<void> {
    const wanted = unknown(
      inputs.map(({ site }) => (site == null ? undefined : readSiteCode(site))),
      this.sites,
    );
    if (wanted.length === 0) return;
    const found = await tx.query<SiteRef[]>(`${SITE_REFS} AND (code = ANY ($2) OR upper(name) = ANY ($2))`, [
      this.scope.districtId,
      wanted,
    ]);
    const byCode = groupBy(found, (site) => site.code);
    const byName = groupBy(found, (site) => site.name.toUpperCase());
    for (const key of wanted) {
      const refs = byCode.get(key) ?? byName.get(key) ?? [];
      this.sites.set(key, refs);
      for (const site of refs) this.siteById.set(site.id, site);
    }
  }

  private async loadPeople(tx: Tx, inputs: readonly DeviceInput[]): Promise<void> {
    const wanted = unknown(
      inputs.map((input) => input.holder?.trim().toLowerCase()),
      this.people,
    );
    if (wanted.length === 0) return;
    const found = await tx.query<{ id: string; externalId: string; email: string | null }[]>(
      `SELECT id, lower(external_id) AS "externalId", email FROM people p
        WHERE district_id = $1 AND redacted_at IS NULL
          AND (lower(external_id) = ANY ($2) OR email = ANY ($2))
          AND ${isKnown('p', '$3')}`,
      [this.scope.districtId, wanted, siteFilter(this.scope)],
    );
    const byExternalId = groupBy(found, (person) => person.externalId);
    const byEmail = groupBy(found, (person) => person.email ?? '');
    for (const key of wanted) {
      const people = byExternalId.get(key) ?? byEmail.get(key) ?? [];
      this.people.set(
        key,
        people.map(({ id }) => id),
      );
    }
  }

  private async loadFunds(tx: Tx, inputs: readonly DeviceInput[]): Promise<void> {
    const named = new Map<string, DeviceInput>();
    for (const input of inputs)
      if (input.fundingSource) {
        const key = matchKey(input.fundingSource);
        if (!this.funds.has(key) && !named.has(key)) named.set(key, input);
      }
    if (named.size === 0) return;
    if (this.creates)
      await addFundingSources(
        tx,
        this.scope.districtId,
        this.changeSetId,
        [...named].map(([key, input]) => ({
          id: newId(),
          name: input.fundingSource?.trim() ?? '',
          key,
          fain: input.fain ?? null,
          share: input.federalSharePercent ?? null,
        })),
      );
    const found = await tx.query<(FundRef & { key: string })[]>(
      `SELECT id, match_key AS key, fain, federal_share_percent::float8 AS "federalSharePercent",
              change_set_id IS NOT DISTINCT FROM $3 AS "isNew"
         FROM funding_sources WHERE district_id = $1 AND match_key = ANY ($2)`,
      [this.scope.districtId, [...named.keys()], this.changeSetId],
    );
    for (const { key, ...fund } of found) this.funds.set(key, fund);
    for (const [key, { fain = null, federalSharePercent = null }] of named)
      if (!this.funds.has(key)) this.funds.set(key, { id: newId(), isNew: true, fain, federalSharePercent });
  }

  private async loadNamed(
    tx: Tx,
    table: 'rooms' | 'carts',
    known: Map<string, PlaceRef | CartRef>,
    places: { siteId: string; name?: string | null }[],
  ): Promise<void> {
    const wanted = new Map<string, { id: string; siteId: string; name: string }>();
    for (const { siteId, name } of places) {
      if (!name?.trim()) continue;
      const key = placeKey(siteId, name);
      if (!known.has(key) && !wanted.has(key)) wanted.set(key, { id: newId(), siteId, name: name.trim() });
    }
    if (wanted.size === 0) return;
    const rows = JSON.stringify([...wanted.values()]);
    const named = `jsonb_to_recordset($2::jsonb) AS n (id uuid, "siteId" uuid, name text)`;
    const find = `SELECT t.id, t.site_id AS "siteId", t.name, ${table === 'carts' ? 't.room_id' : 'NULL::uuid'} AS "roomId",
              t.change_set_id IS NOT DISTINCT FROM $3 AS "isNew"
       FROM ${table} t JOIN ${named} ON t.district_id = $1 AND t.site_id = n."siteId" AND lower(t.name) = lower(n.name)`;
    if (this.creates)
      await addPlaces(tx, table, this.scope.districtId, this.changeSetId, [...wanted.values()]);
    const found = await tx.query<(CartRef & { siteId: string; name: string })[]>(find, [
      this.scope.districtId,
      rows,
      this.changeSetId,
    ]);
    for (const { siteId, name, ...place } of found) known.set(placeKey(siteId, name), place);
    for (const [key, { id }] of wanted)
      if (!known.has(key)) known.set(key, { id, roomId: null, isNew: true });
  }
}

const SITE_REFS = `SELECT id, code, name, closed_on AS "closedOn" FROM sites WHERE district_id = $1`;

function placeKey(siteId: string, name: string): string {
  return `${siteId}|${name.trim().toLowerCase()}`;
}

function unknown(texts: (string | undefined)[], known: ReadonlyMap<string, unknown>): string[] {
  return [...new Set(texts)].filter((text): text is string => Boolean(text) && !known.has(text ?? ''));
}
