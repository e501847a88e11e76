import { api, answer } from '../api/client.js';
import type { Shape } from '../api/problem.js';

/**
 * Models that sell support. A school buys by the model that its district has put in force. People who decide
 * about support may also use another model.
 */
export async function loadPriceLists({ all }: { all: boolean }): Promise<Shape<'AllocationModel'>[]> {
  const { model: inForce } = await answer(api.GET('/api/v1/allocation/settings'));
  const keys = all ? await allKeys() : inForce === null ? [] : [inForce];
  const models = await Promise.all(
    keys.map((key) => answer(api.GET('/api/v1/allocation/models/{key}', { params: { path: { key } } }))),
  );
  return models
    .filter(({ options }) => options.length > 0)
    .toSorted((a, b) => Number(b.key === inForce) - Number(a.key === inForce));
}

async function allKeys(): Promise<string[]> {
  const { items } = await answer(api.GET('/api/v1/allocation/models', { params: { query: { limit: 100 } } }));
  return items.map(({ key }) => key);
}
