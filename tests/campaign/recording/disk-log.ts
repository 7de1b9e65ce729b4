/** A file as the disk knows it: a name may move from one to another, the number stays. */
export type Inode = number;

/** One thing that happened to the disk, that somebody asked for (`intend`) or was told (`ack`). Paths are relative to the library. */
export type DiskEvent =
  | { readonly kind: 'create'; readonly path: string; readonly inode: Inode }
  | { readonly kind: 'write'; readonly inode: Inode; readonly position: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: Inode; readonly length: number }
  | { readonly kind: 'sync'; readonly inode: Inode }
  | { readonly kind: 'sync-folder'; readonly path: string }
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly inode: Inode }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'mkdir'; readonly path: string }
  | { readonly kind: 'intend' | 'ack'; readonly pledge: Pledge };

/** What was answered as saved, and must be found after any crash from then on. */
export type Pledge =
  | { readonly kind: 'title'; readonly topicId: string; readonly title: string }
  | { readonly kind: 'image'; readonly imageId: string };

/** Records what a library's folder goes through, while it is `active`. */
export class DiskLog {
  readonly events: DiskEvent[] = [];
  root: string | null = null;
  /** Called before each step that changes the disk; may throw the system's error instead of letting it happen. */
  beforeStep: ((step: DiskEvent['kind'], path: string) => void) | null = null;
  readonly #inodes = new Map<string, Inode>();
  #next = 1;

  /** The path below the library, or null for one that is elsewhere or while nothing is recorded. */
  inside(path: string): string | null {
    if (this.root === null) return null;
    if (path === this.root) return '';
    return path.startsWith(`${this.root}/`) ? path.slice(this.root.length + 1) : null;
  }

  inodeOf(path: string): Inode {
    const known = this.#inodes.get(path);
    if (known !== undefined) return known;
    const inode = this.#next++;
    this.#inodes.set(path, inode);
    return inode;
  }

  knows(path: string): boolean {
    return this.#inodes.has(path);
  }

  add(event: DiskEvent): void {
    this.events.push(event);
    if (event.kind === 'unlink') this.#inodes.delete(event.path);
    if (event.kind === 'rename') {
      this.#inodes.delete(event.from);
      this.#inodes.set(event.to, event.inode);
    }
  }

  /** Forgets everything; files that are there count as known and on the disk. */
  start(root: string, present: readonly string[]): void {
    this.root = root;
    this.events.length = 0;
    this.#inodes.clear();
    for (const path of present) this.inodeOf(path);
  }
}

const key = Symbol.for('carrel.campaign.disk-log');
const holder = globalThis as unknown as Record<symbol, DiskLog | undefined>;

/** The one log of this process: the recorded file system is a module and can be handed nothing. */
export const diskLog: DiskLog = (holder[key] ??= new DiskLog());
