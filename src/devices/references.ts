import type { EntityManager } from 'typeorm';
import { groupBy } from '../common/group-by.js';
import { newId } from '../common/ids.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceKind } from './device-words.js';
import { autoUpdateLine, kindOf, matchKey, type ModelName, modelName } from './model-names.js';

/** Expected life where nobody has said better: GAO and most district plans replace on a four- or five-year turn. */
const EXPECTED_LIFE_MONTHS: Record<DeviceKind, number> = {
  chromebook: 60,
  ipad: 60,
  laptop: 60,
  desktop: 72,
  other: 60,
};

export interface SiteRef {
  id: string;
  code: string;
  name: string;
  closedOn: string | null;
}

export interface ModelRef {
  id: string;
  manufacturer: string;
  kind: DeviceKind;
  isNew?: boolean;
}

export interface PlaceRef {
  id: string;
  isNew?: boolean;
}

interface NewModel extends ModelName {
  id: string;
  kind: DeviceKind;
  platform: string;
}

/**
 * What the words of inputs refer to. Rooms, carts, models and funding sources that are named for the first time
 * are made; sites and people must be there. One instance serves a whole import, and asks for each name once.
 */
export class References {
  private readonly sites = new Map<string, SiteRef[]>();
  private readonly models = new Map<string, ModelRef | null>();
  private readonly rooms = new Map<string, PlaceRef>();
  private readonly carts = new Map<string, PlaceRef & { roomId: string | null }>();
  private readonly funds = new Map<string, PlaceRef>();
  private readonly people = new Map<string, string[]>();
  private readonly siteById = new Map<string, SiteRef>();
  private readonly modelById = new Map<string, ModelRef>();
  private autoUpdateLines: string[] | undefined;

  constructor(
    private readonly districtId: string,
    /** Only a commit makes what is missing; a rehearsal gives it an id that nothing else will ever have. */
    private readonly creates: boolean,
  ) {}

  /** Looks up every name in some inputs that is not known yet, in a fixed number of queries. */
  async load(tx: EntityManager, inputs: readonly DeviceInput[]): Promise<void> {
    await this.loadSites(tx, inputs);
    await this.loadPeople(tx, inputs);
    await this.loadModels(tx, inputs);
    await this.loadFunds(tx, inputs);
  }

  /** Rooms and carts need their sites known, and for a device that moves within its site, the site it is at. */
  async loadPlaces(
    tx: EntityManager,
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
  async loadKnown(tx: EntityManager, siteIds: string[], modelIds: string[]): Promise<void> {
    const sites = siteIds.filter((id) => !this.siteById.has(id));
    const models = modelIds.filter((id) => !this.modelById.has(id));
    if (sites.length > 0)
      for (const site of await tx.query<SiteRef[]>(`${SITE_REFS} AND id = ANY ($2)`, [
        this.districtId,
        sites,
      ]))
        this.siteById.set(site.id, site);
    if (models.length > 0)
      for (const model of await tx.query<ModelRef[]>(
        `SELECT id, manufacturer, kind FROM device_models WHERE district_id = $1 AND id = ANY ($2)`,
        [this.districtId, models],
      ))
        this.modelById.set(model.id, model);
  }

  /** Sites with this code or, failing that, this name; more than one where a name is used twice. */
  site(text: string): SiteRef[] {
    return this.sites.get(text.trim().toUpperCase()) ?? [];
  }

  siteOf(id: string): SiteRef | undefined {
    return this.siteById.get(id);
  }

  modelOf(id: string): ModelRef | undefined {
    return this.modelById.get(id);
  }

  /** Undefined where the model is new and nothing says of what kind it is. */
  model(manufacturer: string | null, name: string): ModelRef | undefined {
    return this.models.get(modelName(manufacturer, name).matchKey) ?? undefined;
  }

  room(siteId: string, name: string): PlaceRef | undefined {
    return this.rooms.get(placeKey(siteId, name));
  }

  cart(siteId: string, name: string): (PlaceRef & { roomId: string | null }) | undefined {
    return this.carts.get(placeKey(siteId, name));
  }

  fund(name: string): PlaceRef | undefined {
    return this.funds.get(matchKey(name));
  }

  /** Ids of people with this external id or address. */
  person(text: string): string[] {
    return this.people.get(text.trim().toLowerCase()) ?? [];
  }

  private async loadSites(tx: EntityManager, inputs: readonly DeviceInput[]): Promise<void> {
    const wanted = unknown(
      inputs.map((input) => input.site?.trim().toUpperCase()),
      this.sites,
    );
    if (wanted.length === 0) return;
    const found = await tx.query<SiteRef[]>(`${SITE_REFS} AND (code = ANY ($2) OR upper(name) = ANY ($2))`, [
      this.districtId,
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

  private async loadPeople(tx: EntityManager, inputs: readonly DeviceInput[]): Promise<void> {
    const wanted = unknown(
      inputs.map((input) => input.holder?.trim().toLowerCase()),
      this.people,
    );
    if (wanted.length === 0) return;
    const found = await tx.query<{ id: string; externalId: string; email: string | null }[]>(
      `SELECT id, lower(external_id) AS "externalId", lower(email) AS email FROM people
        WHERE district_id = $1 AND redacted_at IS NULL
          AND (lower(external_id) = ANY ($2) OR lower(email) = ANY ($2))`,
      [this.districtId, wanted],
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

  private async loadModels(tx: EntityManager, inputs: readonly DeviceInput[]): Promise<void> {
    const named = new Map<string, { model: ModelName; kind: DeviceKind | null }>();
    for (const { manufacturer, model, kind } of inputs) {
      if (!model) continue;
      const name = modelName(manufacturer ?? null, model);
      if (this.models.get(name.matchKey)) continue;
      const known = named.get(name.matchKey);
      if (!known || (!known.kind && kind)) named.set(name.matchKey, { model: name, kind: kind ?? null });
    }
    if (named.size === 0) return;
    await this.findModels(tx, [...named.keys()]);
    const missing = [...named.values()].filter(({ model }) => !this.models.get(model.matchKey));
    const fresh = missing.flatMap(({ model, kind }): NewModel[] => {
      const guess = kindOf(model.name, kind);
      return guess ? [{ ...model, ...guess, id: newId() }] : [];
    });
    if (fresh.length === 0) return;
    if (this.creates) {
      await this.createModels(tx, fresh);
      await this.findModels(
        tx,
        fresh.map((model) => model.matchKey),
      );
    } else
      for (const { id, manufacturer, kind, matchKey: key } of fresh)
        this.keepModel(key, { id, manufacturer, kind, isNew: true });
  }

  private async findModels(tx: EntityManager, keys: string[]): Promise<void> {
    const found = await tx.query<(ModelRef & { key: string })[]>(
      `SELECT id, manufacturer, kind, match_key AS key FROM device_models
        WHERE district_id = $1 AND match_key = ANY ($2)`,
      [this.districtId, keys],
    );
    for (const { key, ...model } of found) this.keepModel(key, model);
  }

  private keepModel(key: string, model: ModelRef): void {
    this.models.set(key, model);
    this.modelById.set(model.id, model);
  }

  private async createModels(tx: EntityManager, models: NewModel[]): Promise<void> {
    this.autoUpdateLines ??= (await tx.query<{ name: string }[]>(`SELECT name FROM auto_update_ends`)).map(
      ({ name }) => name,
    );
    const lines = this.autoUpdateLines;
    const rows = models.map((model) => ({
      ...model,
      line: model.platform === 'chromeos' ? autoUpdateLine(model.manufacturer, model.name, lines) : null,
      life: EXPECTED_LIFE_MONTHS[model.kind],
    }));
    await tx.query(
      `INSERT INTO device_models (district_id, id, manufacturer, name, match_key, kind, platform, auto_update_name,
                                  expected_life_months)
       SELECT $1, n.id, n.manufacturer, n.name, n."matchKey", n.kind, n.platform, n.line, n.life
         FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, manufacturer text, name text, "matchKey" text, kind text,
                                                  platform text, line text, life integer)
        ORDER BY n."matchKey"
       ON CONFLICT (district_id, match_key) DO NOTHING`,
      [this.districtId, JSON.stringify(rows)],
    );
  }

  private async loadFunds(tx: EntityManager, inputs: readonly DeviceInput[]): Promise<void> {
    const named = new Map<string, DeviceInput>();
    for (const input of inputs)
      if (input.fundingSource) {
        const key = matchKey(input.fundingSource);
        if (!this.funds.has(key) && !named.has(key)) named.set(key, input);
      }
    if (named.size === 0) return;
    if (this.creates)
      await tx.query(
        `INSERT INTO funding_sources (district_id, id, name, match_key, fain, federal_share_percent)
         SELECT $1, n.id, n.name, n.key, n.fain, n.share
           FROM jsonb_to_recordset($2::jsonb) AS n (id uuid, name text, key text, fain text, share numeric)
          ORDER BY n.key
         ON CONFLICT (district_id, match_key) DO NOTHING`,
        [
          this.districtId,
          JSON.stringify(
            [...named].map(([key, input]) => ({
              id: newId(),
              name: input.fundingSource?.trim(),
              key,
              fain: input.fain ?? null,
              share: input.federalSharePercent ?? null,
            })),
          ),
        ],
      );
    const found = await tx.query<{ id: string; key: string }[]>(
      `SELECT id, match_key AS key FROM funding_sources WHERE district_id = $1 AND match_key = ANY ($2)`,
      [this.districtId, [...named.keys()]],
    );
    for (const { id, key } of found) this.funds.set(key, { id });
    for (const key of named.keys())
      if (!this.funds.has(key)) this.funds.set(key, { id: newId(), isNew: true });
  }

  private async loadNamed(
    tx: EntityManager,
    table: 'rooms' | 'carts',
    known: Map<string, PlaceRef & { roomId?: string | null }>,
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
    const find = `SELECT t.id, t.site_id AS "siteId", t.name, ${table === 'carts' ? 't.room_id' : 'NULL::uuid'} AS "roomId"
       FROM ${table} t JOIN ${named} ON t.district_id = $1 AND t.site_id = n."siteId" AND lower(t.name) = lower(n.name)`;
    if (this.creates)
      await tx.query(
        `INSERT INTO ${table} (district_id, id, site_id, name)
         SELECT $1, n.id, n."siteId", n.name FROM ${named}
          WHERE NOT EXISTS (SELECT 1 FROM ${table} t WHERE t.district_id = $1 AND t.site_id = n."siteId"
                              AND lower(t.name) = lower(n.name))
          ORDER BY n."siteId", n.name
         ON CONFLICT (district_id, site_id, lower(name)) DO NOTHING`,
        [this.districtId, rows],
      );
    const found = await tx.query<{ id: string; siteId: string; name: string; roomId: string | null }[]>(
      find,
      [this.districtId, rows],
    );
    for (const { id, siteId, name, roomId } of found) known.set(placeKey(siteId, name), { id, roomId });
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
