import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { dayOf } from '../days.js';
import { FIRST_WAVE } from '../fleet-levels.js';
import { DEVICE_KINDS } from '../fleet-types.js';
import { FLEET_MODELS, modelsSoldOn } from './models.js';

const list = readFileSync(new URL('../../../catalogue/chromebook-aue-2025-12.csv', import.meta.url), 'utf8');
const updateEnds = new Map(
  parse<{ model: string; auto_update_expiration: string }>(list, { columns: true }).map((row) => [
    row.model,
    row.auto_update_expiration,
  ]),
);

describe('the catalogue of models', () => {
  it('has Chromebooks only by the names of the automatic-update list, and sold before their updates end', () => {
    for (const model of FLEET_MODELS) {
      if (model.kind !== 'chromebook') continue;
      expect([...updateEnds.keys()]).toContain(model.name);
      expect(model.name.startsWith(model.manufacturer)).toBe(true);
      expect(model.soldFrom < (updateEnds.get(model.name) ?? '')).toBe(true);
    }
  });

  it('names each model of a maker once, and sells it forward in time', () => {
    const names = FLEET_MODELS.map((model) => `${model.manufacturer} ${model.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const model of FLEET_MODELS) expect(model.soldFrom < model.soldTo).toBe(true);
  });

  it.each(DEVICE_KINDS)('sells a %s on every day that a story may order one', (kind) => {
    const first = kind === 'chromebook' ? dayOf(2013, 10, 21) : dayOf(FIRST_WAVE[kind] - 1, 12, 13);
    for (let day = first; day < dayOf(2040, 1, 1); day += 1) {
      if (modelsSoldOn(kind, day).length === 0) throw new Error(`No ${kind} on day ${day}.`);
    }
  });
});
