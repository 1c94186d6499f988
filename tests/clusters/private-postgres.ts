import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PostgresPrograms } from './postgres-programs.ts';
import { runProgram, type Surroundings } from './run-program.ts';

const USER = 'carestep';

/** Messages in English, text in UTF-8, and no setting for another server that is there already. */
const ENVIRONMENT = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', PGCLIENTENCODING: 'UTF8' };

/**
 * A PostgreSQL server that belongs to one test: its tables and its socket stand in a temporary folder that nobody
 * else can enter, it listens on no network, and it goes with the test.
 */
export class PrivatePostgres {
  readonly #programs: PostgresPrograms;
  readonly #folder = mkdtempSync(join(tmpdir(), 'carestep-pg-'));
  #server: ChildProcess | undefined;

  private constructor(programs: PostgresPrograms) {
    this.#programs = programs;
  }

  static async start(programs: PostgresPrograms): Promise<PrivatePostgres> {
    const postgres = new PrivatePostgres(programs);
    try {
      await postgres.#start();
      return postgres;
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  /** Runs SQL, with a file for its standard input and output if need be; it prints a row a line, without a frame. */
  run(sql: string, files: Pick<Surroundings, 'inputFile' | 'outputFile'> = {}): Promise<string> {
    const plain = ['--no-psqlrc', '--quiet', '--no-align', '--tuples-only'];
    const connection = [`--host=${this.#folder}`, `--username=${USER}`, '--dbname=postgres'];
    const careful = ['--set=ON_ERROR_STOP=1', '--set=FETCH_COUNT=10000'];
    const args = [...plain, ...connection, ...careful, `--command=${sql}`];
    return runProgram(this.#program('psql'), args, { env: ENVIRONMENT, ...files });
  }

  /** Ends the server, open sessions or not, and removes its folder. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server !== undefined && server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    const { account } = this.#programs;
    const tables = join(this.#folder, 'tables');
    mkdirSync(tables, { mode: 0o700 });
    if (account !== undefined) {
      for (const path of [this.#folder, tables]) chownSync(path, account.uid, account.gid);
    }
    const asAccount = { cwd: this.#folder, env: ENVIRONMENT, ...account };
    const layout = ['--no-locale', '--encoding=UTF8', '--auth=trust', `--username=${USER}`, '--no-sync'];
    await runProgram(this.#program('initdb'), [`--pgdata=${tables}`, ...layout], asAccount);
    // What a crash would lose is of no use afterwards, so nothing waits for the disk.
    const settings = ['listen_addresses=', `unix_socket_directories=${this.#folder}`, 'fsync=off'];
    const args = ['-D', tables, ...settings.flatMap((setting) => ['-c', setting])];
    this.#server = spawn(this.#program('postgres'), args, {
      ...asAccount,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await isReady(this.#server);
  }

  #program(name: string): string {
    return join(this.#programs.folder, name);
  }
}

/** Its log says when it takes connections. It is read on after that, since a full pipe would stop the server. */
async function isReady(server: ChildProcess): Promise<void> {
  const log: string[] = [];
  await new Promise<void>((resolve, reject) => {
    if (server.stderr === null) throw new Error('the server has no log');
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log.join('\n')}`)));
    createInterface({ input: server.stderr }).on('line', (line) => {
      log.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
}
