import type { Command } from 'commander';
import type { DraftEraseOptions } from './command-options.ts';
import type { ExitCode } from './exit-codes.ts';
import type { World } from './world.ts';

const LOAD = {
  list: () => import('./commands/draft-list.ts'),
  erase: () => import('./commands/draft-erase.ts'),
};

/** Declares `carestep draft` with what is done to interviews that are not over. */
export function declareDraftCommands(program: Command, world: World, end: (code: ExitCode) => void): void {
  const draft = program
    .command('draft')
    .description('list or erase interviews that are not over')
    .helpCommand(false);

  draft
    .command('list')
    .description('list the drafts, the one changed last first')
    .addHelpText('after', '\nExample:\n  carestep draft list')
    .action(async () => end(await (await LOAD.list()).run(world)));

  draft
    .command('erase')
    .description('erase a draft; it cannot be brought back')
    .argument('[id]', 'the draft, where there are several')
    .option('--all', 'erase every draft')
    .addHelpText('after', '\nExample:\n  carestep draft erase')
    .action(async (id: string | undefined, options: Omit<DraftEraseOptions, 'id'>) =>
      end(await (await LOAD.erase()).run({ ...options, ...(id !== undefined && { id }) }, world)),
    );
}
