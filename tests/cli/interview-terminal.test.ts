import { expect, test } from 'vitest';
import { interviewTerminal } from '../../src/cli/interview-terminal.ts';
import { fakeWorld } from './fake-world.ts';

const terminal = { stdinIsTTY: true, stdoutIsTTY: true };

test('Ctrl-C between two screens asks nothing more', async () => {
  const listeners = new Set<() => void>();
  const world = fakeWorld({
    ...terminal,
    onInterrupt: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const asking = interviewTerminal(world);
  for (const listener of listeners) listener();
  const never = () => {
    throw new Error('nothing should be drawn');
  };
  expect(await asking.choose(never)).toBe('cancelled');
  expect(await asking.write(never)).toBe('cancelled');
  asking.close();
  expect(listeners.size).toBe(0);
});

test('Ctrl-C that comes to notice once the next screen stands ends that screen', async () => {
  let interrupt = () => {};
  const world = fakeWorld({
    ...terminal,
    onInterrupt: (listener) => {
      interrupt = listener;
      return () => {};
    },
  });
  const asking = interviewTerminal(world);
  const screen = { above: ['a question'], choices: [], below: [], keys: [], help: [], onIdleEnter: 'type' };
  const choice = asking.choose(() => screen);
  interrupt();
  expect(await choice).toBe('cancelled');
  const note = interviewTerminal(world);
  const writing = note.write(() => ['a note']);
  interrupt();
  expect(await writing).toBe('cancelled');
});

test('a dumb terminal is asked line by line, without color', async () => {
  const world = fakeWorld({ ...terminal, env: { TERM: 'dumb', FORCE_COLOR: '1' }, stdin: 'q\n' });
  const asking = interviewTerminal(world);
  const screen = { above: ['a question'], choices: [], below: [], keys: [], help: [], onIdleEnter: 'type' };
  expect(asking.drawing().theme.color).toBe(false);
  expect(await asking.choose(() => screen)).toBe('cancelled');
  expect(world.printed().stdout).toBe('\na question\nType a letter and Enter: q quit.\n> ');
  asking.close();
});

test('says whether leaving keeps what was entered, as it is at the moment', () => {
  let isKeeping = true;
  const asking = interviewTerminal(fakeWorld(terminal), { keepsDraft: () => isKeeping });
  expect(asking.drawing().keepsDraft).toBe(true);
  isKeeping = false;
  expect(asking.drawing().keepsDraft).toBe(false);
  asking.close();
});
