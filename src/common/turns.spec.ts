import { mapInSlices } from './turns.js';
import { nextTurn } from './turns.js';

it('lets everybody else have a turn between two slices, however many wait for one', async () => {
  const order: string[] = [];
  const slices = ['first', 'second', 'third'].map(async (name) => {
    await nextTurn();
    order.push(name);
  });
  const others = async (): Promise<void> => {
    for (let i = 0; i < 4; i += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      order.push('another');
    }
  };
  await Promise.all([...slices, others()]);
  expect(order.filter((name) => name !== 'another')).toEqual(['first', 'second', 'third']);
  expect(order.join(' ')).not.toMatch(/first second|second third/);
});

it('maps a long list in slices, in order, and stops at the first error', async () => {
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 1);
  const slow = (n: number): number => {
    const until = performance.now() + 1;
    while (performance.now() < until);
    return n * 2;
  };
  const numbers = Array.from({ length: 100 }, (_, i) => i);
  expect(await mapInSlices(numbers, slow)).toEqual(numbers.map((n) => n * 2));
  clearInterval(counting);
  expect(turns).toBeGreaterThan(3);
  await expect(mapInSlices(numbers, (n) => assertLow(n))).rejects.toThrow('50');
});

function assertLow(n: number): number {
  if (n === 50) throw new Error(`${n}`);
  return n;
}
