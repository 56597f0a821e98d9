import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inOrder } from '../../../cli/inOrder.ts';

const turns = async (count: number) => {
  for (let i = 0; i < count; i++) await Promise.resolve();
};

it('gives every result once and in the order of the tasks, whoever is faster, with one task a worker at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(20)), fc.integer({ min: 1, max: 5 }), async (tasks, count) => {
      const workers = Array.from({ length: count }, () => {
        let busy = false;
        return async (task: number) => {
          expect(busy).toBe(false);
          busy = true;
          await turns(task);
          busy = false;
          return task;
        };
      });
      const results: number[] = [];
      for await (const result of inOrder(tasks, workers)) results.push(result);
      expect(results).toEqual(tasks);
    }),
  );
});

it('runs only a little ahead of what was taken, so that memory stays bounded', async () => {
  let started = 0;
  const worker = async (task: number) => {
    started++;
    return task;
  };
  const results = inOrder([...Array(1000).keys()], [worker, worker]);
  for (let taken = 1; taken <= 20; taken++) {
    await results.next();
    await turns(50);
    expect(started).toBeLessThanOrEqual(taken + 10);
  }
});
