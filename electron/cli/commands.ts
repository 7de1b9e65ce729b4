import type { Command } from './command.ts';
import { checkCommand } from './commands/check.ts';
import { dumpCommand } from './commands/dump.ts';
import { exportCommand } from './commands/export.ts';
import { importCommand } from './commands/import.ts';
import { licenseCommand } from './commands/license.ts';
import { listCommand } from './commands/list.ts';
import { logCommand } from './commands/log.ts';
import { newCommand } from './commands/new.ts';
import { restoreCommand } from './commands/restore.ts';
import { repairCommand } from './commands/repair.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { verifyCommand } from './commands/verify.ts';

/** Every command, in the order in which help names them. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  exportCommand,
  dumpCommand,
  listCommand,
  searchCommand,
  licenseCommand,
  checkCommand,
  verifyCommand,
  repairCommand,
  restoreCommand,
  logCommand,
  serveCommand,
];
