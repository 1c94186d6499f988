import type { World } from './world.ts';

/** Items until the person stops the command. */
export interface Stoppable<Item> {
  readonly items: AsyncIterable<Item>;
  readonly isStopped: () => boolean;
}

/**
 * Hands items on until Ctrl-C or a request to end, also where the next one does not come. After that a second Ctrl-C
 * ends the process at once, as it does anywhere.
 */
export function stoppable<Item>(items: AsyncIterable<Item>, world: World): Stoppable<Item> {
  const iterator = items[Symbol.asyncIterator]();
  let isStopped = false;
  let wake = () => {};
  const stopListening = [world.onInterrupt, world.onTermination].map((listen) =>
    listen(() => {
      isStopped = true;
      endListening();
      wake();
    }),
  );
  const endListening = () => {
    for (const stop of stopListening) stop();
  };
  const nextOrStop = () => {
    const stopped = new Promise<undefined>((resolve) => {
      wake = () => resolve(undefined);
    });
    return Promise.race([iterator.next(), stopped]);
  };
  async function* untilStopped(): AsyncGenerator<Item, void> {
    try {
      while (!isStopped) {
        const next = await nextOrStop();
        if (isStopped || next === undefined || next.done === true) return;
        yield next.value;
      }
    } finally {
      endListening();
      const closed = iterator.return?.();
      // Nobody waits for a reader that still waits for its next bytes.
      if (isStopped) {
        closed?.catch(() => {});
        closeInput(world);
      } else {
        await closed;
      }
    }
  }
  return { items: untilStopped(), isStopped: () => isStopped };
}

/** Without this the process would wait for the end of what is piped in. */
function closeInput({ stdin }: World): void {
  if ('destroy' in stdin && typeof stdin.destroy === 'function') stdin.destroy();
}
