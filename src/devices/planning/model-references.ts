import { newId } from '../../common/ids.js';
import type { Tx } from '../../database/tx.js';
import type { DeviceInput } from './device-input.js';
import type { DeviceKind } from '../../catalogue/kinds.js';
import { makerKey } from '../../catalogue/makers.js';
import { addModels, type NewModel } from '../../catalogue/new-entries.js';
import { chooseModel } from './model-choice.js';
import { kindOf, matchKey, modelName, saidModel } from '../../catalogue/model-names.js';

export interface ModelRef {
  id: string;
  manufacturer: string;
  name: string;
  kind: DeviceKind;
  /** Whether this change set made it, or would. */
  isNew: boolean;
}

/** The models that inputs name; those that are named for the first time are made. */
export class ModelReferences {
  /** By the key of maker and name; null where there is none. */
  private readonly models = new Map<string, ModelRef | null>();
  /** By the key of the name alone: models that only differ in their maker. */
  private readonly namesakes = new Map<string, ModelRef[]>();
  private readonly ids = new Map<string, ModelRef>();
  /** Models that a rehearsal would make, from before names were looked up afresh. */
  private readonly imagined: ModelRef[] = [];

  constructor(
    private readonly districtId: string,
    private readonly changeSetId: string,
    private readonly creates: boolean,
  ) {}

  /** Remembers what another rehearsal would make. */
  imagine(before: ModelReferences): void {
    const made = [...before.imagined, ...[...before.ids.values()].filter(({ isNew }) => isNew)];
    this.imagined.push(...new Set(made));
  }

  byId(id: string): ModelRef | undefined {
    return this.ids.get(id);
  }

  /** The model that somebody calls so, also where the name begins with the maker's. */
  named(manufacturer: string | null, name: string): ModelRef | undefined {
    const said = saidModel(manufacturer, name);
    return this.models.get(modelName(said.manufacturer, said.name).matchKey) ?? undefined;
  }

  /** Makers that have a model of this name in the catalog, each once. */
  makersOf(name: string): string[] {
    const makers = new Map<string, string>();
    for (const { manufacturer } of this.namesakes.get(matchKey(name)) ?? [])
      if (makerKey(manufacturer) !== '') makers.set(makerKey(manufacturer), manufacturer);
    return [...makers.values()];
  }

  /** Models of devices that are there already. */
  async loadKnown(tx: Tx, modelIds: readonly string[]): Promise<void> {
    const wanted = modelIds.filter((id) => !this.ids.has(id));
    if (wanted.length === 0) return;
    const found = await tx.query<ModelRef[]>(`${MODEL_REFS} AND id = ANY ($3)`, [
      this.districtId,
      this.changeSetId,
      wanted,
    ]);
    for (const model of found) this.ids.set(model.id, model);
  }

  async load(
    tx: Tx,
    inputs: readonly DeviceInput[],
    current: (index: number) => ModelRef | undefined,
  ): Promise<void> {
    await this.loadNamesakes(
      tx,
      inputs.flatMap(({ manufacturer, model }, i) => {
        const name = model ? saidModel(manufacturer ?? null, model).name : manufacturer && current(i)?.name;
        return name ? matchKey(name) : [];
      }),
    );
    const missing = new Map<string, NewModel>();
    for (const [i, input] of inputs.entries()) {
      const choice = chooseModel(input, current(i), this);
      if (!choice || 'unclear' in choice || choice.keeps) continue;
      const name = modelName(choice.manufacturer, choice.name);
      if (this.models.get(name.matchKey) || missing.has(name.matchKey)) continue;
      const kind = kindOf(name.name, input.kind ?? choice.kind ?? null);
      if (kind) missing.set(name.matchKey, { ...name, ...kind, id: newId() });
    }
    if (missing.size > 0) await this.make(tx, [...missing.values()]);
  }

  private async make(tx: Tx, missing: readonly NewModel[]): Promise<void> {
    if (this.creates) {
      await addModels(tx, this.districtId, this.changeSetId, missing);
      await this.findModels(
        tx,
        missing.map(({ nameKey }) => nameKey),
      );
    } else
      for (const { id, manufacturer, name, kind } of missing)
        this.keepModel({ id, manufacturer, name, kind, isNew: true });
  }

  private async loadNamesakes(tx: Tx, nameKeys: readonly string[]): Promise<void> {
    const wanted = [...new Set(nameKeys)].filter((key) => !this.namesakes.has(key));
    if (wanted.length > 0) await this.findModels(tx, wanted);
  }

  private async findModels(tx: Tx, nameKeys: readonly string[]): Promise<void> {
    const found = await tx.query<ModelRef[]>(`${MODEL_REFS} AND name_key = ANY ($3)`, [
      this.districtId,
      this.changeSetId,
      nameKeys,
    ]);
    for (const key of nameKeys) this.namesakes.set(key, []);
    for (const model of found) this.keepModel(model);
    const known = new Set(found.map(({ manufacturer, name }) => modelName(manufacturer, name).matchKey));
    for (const model of this.imagined) {
      const { nameKey, matchKey: key } = modelName(model.manufacturer, model.name);
      if (nameKeys.includes(nameKey) && !known.has(key)) this.keepModel(model);
    }
  }

  private keepModel(model: ModelRef): void {
    const { matchKey: key, nameKey } = modelName(model.manufacturer, model.name);
    this.models.set(key, model);
    this.ids.set(model.id, model);
    this.namesakes.set(nameKey, [...(this.namesakes.get(nameKey) ?? []), model]);
  }
}

const MODEL_REFS = `
  SELECT id, manufacturer, name, kind, change_set_id IS NOT DISTINCT FROM $2 AS "isNew"
    FROM device_models WHERE district_id = $1`;
