import { z } from 'zod';

/** What the host can do. The interface offers another way, or says why, where one is false. */
export const capabilitiesSchema = z.strictObject({
  /** A native dialog for a folder or a file to save to, answered by a ticket. Otherwise results are downloads. */
  saveDialog: z.boolean(),
  /** A native dialog to open another library. */
  openLibrary: z.boolean(),
  /** Showing another library in the place of the present one: one that was just made, or was shown before. */
  switchLibrary: z.boolean(),
  /** Showing a written file in the system's file manager. */
  revealFile: z.boolean(),
  /** An application menu of the host's own, outside the page. */
  nativeMenu: z.boolean(),
});
export type Capabilities = z.infer<typeof capabilitiesSchema>;

/** Whether a person can go over to another library: by the host's own dialog, or among those that it knows. */
export const canOpenOther = (capabilities: Capabilities | undefined): boolean =>
  capabilities !== undefined && (capabilities.openLibrary || capabilities.switchLibrary);
