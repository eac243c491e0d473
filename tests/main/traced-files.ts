import assert from 'node:assert/strict';
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type FileOperations, type OpenFile, systemFiles } from '@main/files';

/** What reached the system, in its order; paths below a root. `told` is what was acknowledged by then. */
export type Traced =
  | { readonly kind: 'create' | 'sync' | 'syncFolder' | 'unlink' | 'mkdir'; readonly path: string }
  | { readonly kind: 'write'; readonly path: string; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly length: number }
  | { readonly kind: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'told'; readonly what: string };

/** File operations that work on the disk and note each one below `root`; on one without links where that is wanted. */
export function tracedFiles(
  root: string,
  hasLinks = true,
): { readonly files: FileOperations; readonly trace: Traced[] } {
  const trace: Traced[] = [];
  const below = (path: string): string => relative(root, path);
  const wrap = (file: OpenFile, path: string, isFolder: boolean): OpenFile => ({
    write: async (bytes, offset, length) => {
      const written = await file.write(bytes, offset, length);
      trace.push({
        kind: 'write',
        path,
        bytes: Buffer.from(bytes.subarray(offset, offset + written.bytesWritten)),
      });
      return written;
    },
    read: (bytes, offset, length, position) => file.read(bytes, offset, length, position),
    datasync: async () => {
      await file.datasync();
      trace.push({ kind: 'sync', path });
    },
    sync: async () => {
      await file.sync();
      trace.push({ kind: isFolder ? 'syncFolder' : 'sync', path });
    },
    truncate: async (length) => {
      await file.truncate(length);
      trace.push({ kind: 'truncate', path, length });
    },
    stat: () => file.stat(),
    close: () => file.close(),
  });
  const files: FileOperations = {
    open: async (path, flags, mode) => {
      const file = await systemFiles.open(path, flags, mode);
      if (flags === 'wx') trace.push({ kind: 'create', path: below(path) });
      return wrap(file, below(path), statSync(path).isDirectory());
    },
    rename: async (from, to) => {
      await systemFiles.rename(from, to);
      trace.push({ kind: 'rename', from: below(from), to: below(to) });
    },
    link: async (from, to) => {
      if (!hasLinks) throw Object.assign(new Error('EPERM: no links here'), { code: 'EPERM' });
      await systemFiles.link(from, to);
      trace.push({ kind: 'link', from: below(from), to: below(to) });
    },
    unlink: async (path) => {
      await systemFiles.unlink(path);
      trace.push({ kind: 'unlink', path: below(path) });
    },
    mkdir: async (path) => {
      await systemFiles.mkdir(path);
      trace.push({ kind: 'mkdir', path: below(path) });
    },
  };
  return { files, trace };
}

interface FileNode {
  readonly kind: 'file';
  content: Buffer;
  /** As of the last sync. */
  safe: Buffer;
}

interface FolderNode {
  readonly kind: 'folder';
  entries: Map<string, FileNode | FolderNode>;
  /** As of the last sync. */
  safe: Map<string, FileNode | FolderNode>;
}

/** What a power cut leaves of what was not synced: of bytes, and of names. POSIX allows each of them. */
export const leavings = {
  'no bytes, all names': { bytes: 'none', names: true },
  'half of the bytes, all names': { bytes: 'half', names: true },
  'all bytes, no names': { bytes: 'all', names: false },
  nothing: { bytes: 'none', names: false },
  'all of it': { bytes: 'all', names: true },
} as const;
export type Leaving = keyof typeof leavings;

/** A disk on which a trace is replayed step by step, and which can be written down as a power cut would leave it. */
export interface ReplayedDisk {
  replay(step: Traced): void;
  leave(root: string, leaving: Leaving): void;
}

const newFolder = (): FolderNode => ({ kind: 'folder', entries: new Map(), safe: new Map() });

export function replayedDisk(): ReplayedDisk {
  const root = newFolder();
  const nodeAt = (path: string): FileNode | FolderNode | undefined => {
    let node: FileNode | FolderNode | undefined = root;
    for (const part of path.split('/').filter((each) => each !== '')) {
      node = node?.kind === 'folder' ? node.entries.get(part) : undefined;
    }
    return node;
  };
  const fileAt = (path: string): FileNode => {
    const node = nodeAt(path);
    assert.ok(node?.kind === 'file', `no file ${path}`);
    return node;
  };
  const folderAt = (path: string): FolderNode => {
    const node = nodeAt(path);
    assert.ok(node?.kind === 'folder', `no folder ${path}`);
    return node;
  };
  const split = (path: string): readonly [FolderNode, string] => {
    const parts = path.split('/');
    return [folderAt(parts.slice(0, -1).join('/')), parts.at(-1) ?? ''];
  };
  const name = (path: string, node: FileNode | FolderNode): void => {
    const [folder, own] = split(path);
    folder.entries.set(own, node);
  };
  const forget = (path: string): void => {
    const [folder, own] = split(path);
    folder.entries.delete(own);
  };

  const replay = (step: Traced): void => {
    switch (step.kind) {
      case 'create':
        name(step.path, { kind: 'file', content: Buffer.alloc(0), safe: Buffer.alloc(0) });
        return;
      case 'write': {
        const file = fileAt(step.path);
        file.content = Buffer.concat([file.content, step.bytes]);
        return;
      }
      case 'truncate': {
        const file = fileAt(step.path);
        file.content = file.content.subarray(0, step.length);
        return;
      }
      case 'sync': {
        const file = fileAt(step.path);
        file.safe = file.content;
        return;
      }
      case 'syncFolder': {
        const folder = folderAt(step.path);
        folder.safe = new Map(folder.entries);
        return;
      }
      case 'mkdir': {
        const parts = step.path.split('/');
        for (let count = 1; count <= parts.length; count += 1) {
          const path = parts.slice(0, count).join('/');
          if (nodeAt(path) === undefined) name(path, newFolder());
        }
        return;
      }
      case 'rename': {
        const node = nodeAt(step.from);
        assert.ok(node !== undefined);
        forget(step.from);
        name(step.to, node);
        return;
      }
      case 'link':
        name(step.to, fileAt(step.from));
        return;
      case 'unlink':
        forget(step.path);
        return;
      case 'told':
        return;
    }
  };

  const leave = (at: string, node: FolderNode, leaving: Leaving): void => {
    const { bytes, names } = leavings[leaving];
    mkdirSync(at, { recursive: true });
    for (const [own, held] of names ? node.entries : node.safe) {
      if (held.kind === 'folder') leave(join(at, own), held, leaving);
      else writeFileSync(join(at, own), left(held, bytes));
    }
  };
  return { replay, leave: (to, leaving) => leave(to, root, leaving) };
}

function left({ content, safe }: FileNode, bytes: 'all' | 'half' | 'none'): Buffer {
  if (bytes === 'all') return content;
  if (bytes === 'none' || content.length <= safe.length) return safe;
  return content.subarray(0, safe.length + ((content.length - safe.length) >> 1));
}
