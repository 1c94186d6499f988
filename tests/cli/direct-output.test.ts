import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DirectOutput } from '../../src/cli/direct-output.ts';

const LONG = 'x'.repeat(100_000);

describe('what goes to a file or to standard output', () => {
  let folder = '';
  let file = 0;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'carestep-output-'));
    file = openSync(join(folder, 'out'), 'w');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const written = () => readFileSync(join(folder, 'out'), 'utf8');

  /** An output into the file, and what its stream was given. */
  function output() {
    const streamed: string[] = [];
    const stream = new Writable({
      write(chunk: Buffer, _, done) {
        streamed.push(chunk.toString());
        setImmediate(done);
      },
    });
    let opened = 0;
    const open = () => {
      opened++;
      return stream;
    };
    const direct = new DirectOutput(file, open, () => closeSync(file));
    return { direct, stream, streamed: () => streamed.join(''), opened: () => opened };
  }

  test('is written without a stream where it is short', () => {
    const { direct, opened } = output();
    expect(direct.write('größer, ')).toBe(true);
    expect(direct.write(Buffer.from('bytes'))).toBe(true);
    expect(direct.write('')).toBe(true);
    expect(written()).toBe('größer, bytes');
    expect(opened()).toBe(0);
  });

  test('goes through one stream from the first long text on, and its room is told', async () => {
    const { direct, streamed, opened } = output();
    direct.write('short');
    const hasRoom = new Promise((resolve) => direct.once('drain', () => resolve('room')));
    expect(direct.write(LONG)).toBe(false);
    expect(await hasRoom).toBe('room');
    direct.write('short again');
    expect(written()).toBe('short');
    expect(streamed()).toBe(`${LONG}short again`);
    expect(opened()).toBe(1);
  });

  test('goes through the stream where it cannot be written, which says why', async () => {
    const { direct, stream, streamed } = output();
    closeSync(file);
    direct.write('lost');
    expect(streamed()).toBe('lost');
    const told = new Promise((resolve) => direct.on('error', resolve));
    const failure = new Error('the disk is full');
    stream.destroy(failure);
    expect(await told).toBe(failure);
  });

  test.each([
    ['without a stream', 'short', 'short', ''],
    ['through its stream', LONG, '', LONG],
  ])('ends %s, and that is told', async (_, text, direct, streamed) => {
    const one = output();
    one.direct.write(text);
    const told = new Promise((resolve) => one.direct.once('finish', () => resolve('told')));
    one.direct.end();
    expect(await told).toBe('told');
    expect(written()).toBe(direct);
    expect(one.streamed()).toBe(streamed);
  });

  test('fails at its end where it cannot be closed', async () => {
    const { direct } = output();
    closeSync(file);
    const told = new Promise((resolve) => direct.on('error', resolve));
    direct.end();
    expect(await told).toMatchObject({ code: 'EBADF' });
  });

  test('is reported when it is written, to who waits for that', async () => {
    const { direct, streamed } = output();
    await new Promise((resolve) => direct.write('waited for', resolve));
    await new Promise((resolve) => direct.write('c3bc', 'hex', resolve));
    expect(streamed()).toBe('waited forü');
  });
});
