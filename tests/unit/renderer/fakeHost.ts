import type { Channel } from '../../../shared/ipc/channels.ts';
import type { Host, In, Out } from '../../../shared/ipc/contract.ts';

type Answers = { readonly [C in Channel]?: (...args: In<C>) => Out<C> | Promise<Out<C>> };

/** A host that answers as told and writes down what it was asked; what it was not told of, it refuses. */
export function fakeHost(answers: Answers): { readonly host: Host; readonly calls: (readonly [Channel, unknown])[] } {
  const calls: (readonly [Channel, unknown])[] = [];
  const host: Host = {
    kind: 'web',
    async call(channel, ...args) {
      calls.push([channel, args[0]]);
      const answer = answers[channel] as ((...args: readonly unknown[]) => unknown) | undefined;
      if (!answer) throw new Error(`not told of ${channel}`);
      return (await answer(...args)) as Out<typeof channel>;
    },
    on: () => () => {},
  };
  return { host, calls };
}
