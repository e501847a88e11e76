import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from './in-lanes.js';

describe('inLanes', () => {
  it('does every item once, and no more at a time than there are lanes', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;
    await inLanes([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, ++running);
      await sleep(1);
      running -= 1;
      done.push(item);
    });
    expect(done.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins nothing after a failure, waits for what runs, and tells the failure', async () => {
    const ended: number[] = [];
    const work = inLanes([1, 2, 3, 4], 2, async (item) => {
      if (item === 1) throw new Error('no');
      await sleep(5);
      ended.push(item);
    });
    await expect(work).rejects.toThrow('no');
    expect(ended).toEqual([2]);
  });
});
