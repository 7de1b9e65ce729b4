import { join } from 'node:path';

type Machine = {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
};

/**
 * Where this user's settings belong: `%APPDATA%` on Windows, Application Support on macOS, else `$XDG_CONFIG_HOME`
 * or `~/.config` (XDG Base Directory Specification). `CARREL_CONFIG_DIR` overrides.
 */
export const configFolder = ({ platform, home, env }: Machine): string => {
  if (env['CARREL_CONFIG_DIR']) return env['CARREL_CONFIG_DIR'];
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), 'Carrel');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Carrel');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'carrel');
};
