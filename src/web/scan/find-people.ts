import { answer, api } from '../api/client.js';
import { type PersonShown, personOf } from './known-people.js';

/** Of a name; more are found by more letters. */
const MOST = 8;
/** Whoever scans does not wait longer for a name. */
const PATIENCE_MS = 4_000;

/**
 * People by exact numbers or email addresses: for each of them those who have it, which is nobody or one person, or
 * several who share an address.
 * @throws NoAnswer without a network
 */
export async function lookUpPeople(numbers: readonly string[]): Promise<Map<string, PersonShown[]>> {
  const { items } = await answer(
    api.GET('/api/v1/people/lookup', {
      params: { query: { numbers: [...numbers] } },
      signal: AbortSignal.timeout(PATIENCE_MS),
    }),
  );
  return new Map(
    numbers.map((number) => {
      const wanted = number.trim().toLowerCase();
      const byNumber = items.filter(({ externalId }) => externalId.toLowerCase() === wanted);
      const found = byNumber.length > 0 ? byNumber : items.filter(({ email }) => email === wanted);
      return [number, found.map(personOf)];
    }),
  );
}

/** People of the caller's sites whose name, number or address has a text in it, and all staff with exactly that number. */
export async function searchPeople(text: string, signal: AbortSignal): Promise<PersonShown[]> {
  const [{ items }, exact] = await Promise.all([
    answer(api.GET('/api/v1/people', { params: { query: { text, left: false, limit: MOST } }, signal })),
    text.includes(',') ? new Map<string, PersonShown[]>() : lookUpPeople([text]),
  ]);
  const found = [...(exact.get(text) ?? []), ...items.map(personOf)];
  return [...new Map(found.map((person) => [person.number, person])).values()].slice(0, MOST);
}
