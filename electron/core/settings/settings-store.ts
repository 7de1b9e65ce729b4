import type { Settings } from '#shared/contract/settings.ts';

/** A person's settings, kept in the user's own configuration folder and not in the library. */
export type SettingsStore = {
  readonly get: () => Settings;
  readonly update: (patch: {
    readonly [Key in keyof Settings]?: Settings[Key] | undefined;
  }) => Promise<Settings>;
};
