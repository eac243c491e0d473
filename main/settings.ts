import { promises } from 'node:fs';
import type { Json, KeptSettings, Outcome, Settings, ViewSettings } from '@preload/contract';
import * as v from 'valibot';
import { type FileOperations, privateFile, replaceFile, systemFiles } from './files';
import { isRecord } from './journal-line';
import { fail, problemOf, succeed, systemCode } from './outcome';
import type { SaveTarget } from './save';
import { pins as pinsSchema, readingPlace, saveOptions, viewFields } from './schemas';

/** Bytes of a file that is read; ours have some kilobytes. */
const largest = 4 * 1024 * 1024;

const lastSave: v.GenericSchema<unknown, LastSave> = v.object({
  target: v.object({ kind: v.picklist(['file', 'folder']), path: v.pipe(v.string(), v.maxLength(32_768)) }),
  options: saveOptions,
});

/**
 * Settings of the view, by coder, and keys of codes and where one reads, by project and coder: for this device, outside
 * any project.
 */
export interface SettingsStore {
  /** What a window on that project goes by. */
  of(projectId: string): Settings;
  /** Takes note at once, and answers when it is on the disk. */
  keep(projectId: string, kept: KeptSettings): Promise<Outcome<null>>;
  /** Takes note of where something of a project was saved to, by a key; it is then the last one. */
  keepSave(projectId: string, key: string, saved: LastSave): Promise<Outcome<null>>;
  /** The same of a project, the last one first. */
  savesOf(projectId: string): readonly (LastSave & { readonly key: string })[];
  /** Forgets what is kept of a project that is gone. */
  forgetProject(projectId: string): Promise<Outcome<null>>;
}

/** A place where something was saved to, and how. */
export interface LastSave {
  readonly target: SaveTarget;
  readonly options: Json;
}

/** A part of the file that is a record, whatever else a newer version may have made of it. */
type Part = Readonly<Record<string, unknown>>;

/**
 * Opens settings.json. A file that cannot be used is kept beside its place and the defaults serve; what is in a file
 * of ours that this version does not know is written back as it was. Answers, too, whether one was set aside.
 */
export async function openSettings(
  userData: string,
  now: Date,
  files: FileOperations = systemFiles,
): Promise<{ readonly store: SettingsStore; readonly broken: string | null }> {
  const path = `${userData}/settings.json`;
  const read = await readSettings(path);
  const broken = read === 'broken' ? await setAside(path, now, files) : null;
  let all: Part = read === 'broken' ? {} : read;
  let last: Promise<unknown> = Promise.resolve();

  const write = (next: Part): Promise<Outcome<null>> => {
    all = next;
    // One after another, each with what is known by then.
    const written = last.then(async (): Promise<Outcome<null>> => {
      try {
        const bytes = Buffer.from(`${JSON.stringify({ version: 1, ...all }, null, 2)}\n`, 'utf8');
        await replaceFile(files, path, bytes, privateFile);
        return succeed(null);
      } catch (error) {
        return fail(problemOf(error, path));
      }
    });
    last = written;
    return written;
  };

  return {
    broken,
    store: {
      of: (projectId) => ({
        coders: mapRecord(part(all, 'coders'), knownFields),
        pins: mapRecord(part(part(all, 'pins'), projectId), (value) => parsedBy(pinsSchema, value)),
        places: mapRecord(part(part(all, 'places'), projectId), (value) => parsedBy(readingPlace, value)),
      }),
      keep: (projectId, { coder_id, view, pins, place }) => {
        const coders = part(all, 'coders');
        const [projects, places] = [part(all, 'pins'), part(all, 'places')];
        return write({
          ...all,
          coders: { ...coders, [coder_id]: { ...part(coders, coder_id), ...view } },
          pins: { ...projects, [projectId]: { ...part(projects, projectId), [coder_id]: pins } },
          places: { ...places, [projectId]: { ...part(places, projectId), [coder_id]: place } },
        });
      },
      keepSave: (projectId, key, saved) => {
        const projects = part(all, 'saves');
        // What comes last in the file was saved last.
        const { [key]: _before, ...others } = part(projects, projectId);
        return write({ ...all, saves: { ...projects, [projectId]: { ...others, [key]: saved } } });
      },
      savesOf: (projectId) =>
        Object.entries(part(part(all, 'saves'), projectId))
          .flatMap(([key, value]) => {
            const parsed = v.safeParse(lastSave, value);
            return parsed.success ? [{ key, ...parsed.output }] : [];
          })
          .reverse(),
      forgetProject: (projectId) => {
        const named = ['pins', 'places', 'saves'] as const;
        if (named.every((name) => part(all, name)[projectId] === undefined))
          return Promise.resolve(succeed(null));
        const without = (of: Part): Part =>
          Object.fromEntries(Object.entries(of).filter(([id]) => id !== projectId));
        const kept = named.flatMap((name) =>
          all[name] === undefined ? [] : [[name, without(part(all, name))] as const],
        );
        return write({ ...all, ...Object.fromEntries(kept) });
      },
    },
  };
}

async function readSettings(path: string): Promise<Part | 'broken'> {
  try {
    if ((await promises.stat(path)).size > largest) return 'broken';
    const parsed: unknown = JSON.parse(await promises.readFile(path, 'utf8'));
    return isRecord(parsed) ? parsed : 'broken';
  } catch (error) {
    // A folder in its place, or no right to read it, is as broken as bytes that say nothing.
    return systemCode(error) === 'ENOENT' ? {} : 'broken';
  }
}

/** Moves the file out of the way, to be looked at; where even that fails it is written over. Its new name. */
async function setAside(path: string, now: Date, files: FileOperations): Promise<string> {
  const aside = `${path}.broken-${now
    .toISOString()
    .replace(/[^\dT]/g, '')
    .slice(0, 15)}`;
  await files.rename(path, aside).catch(() => undefined);
  return aside;
}

function part(whole: Part, name: string): Part {
  const found = Object.hasOwn(whole, name) ? whole[name] : undefined;
  return isRecord(found) ? found : {};
}

/** What a schema knows; null for what it does not. */
function parsedBy<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | null {
  const parsed = v.safeParse(schema, value);
  return parsed.success ? parsed.output : null;
}

function mapRecord<T>(record: Part, take: (value: unknown) => T | null): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(record).flatMap(([id, value]): [string, T][] => {
      const taken = take(value);
      return taken === null ? [] : [[id, taken]];
    }),
  );
}

/** The fields that this version knows and that make sense; each of the others has its default. */
function knownFields(value: unknown): Partial<ViewSettings> | null {
  if (!isRecord(value)) return null;
  const known = Object.entries(viewFields).filter(([name, schema]) => v.is(schema, value[name]));
  return Object.fromEntries(known.map(([name]) => [name, value[name]]));
}
