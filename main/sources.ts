import { createHash } from 'node:crypto';
import { promises } from 'node:fs';
import type { Outcome, Problem } from '@preload/contract';
import * as v from 'valibot';
import { type Listing, listFiles, listFolder, listPlaces } from './corpus';
import { type FileOperations, privateFile, replaceFile, systemFiles } from './files';
import type { Granted } from './grants';
import { logError } from './log-error';
import { mapLimited } from './map-limited';
import { fail, problemOf, succeed } from './outcome';
import { largestFile, readGranted } from './read-granted';

/** Where a corpus was taken from: a folder, files that were chosen, or both as they were dropped. */
export type Place = Extract<Granted, { readonly kind: 'corpus-folder' | 'corpus-files' | 'corpus-places' }>;

/** Places of one project that are remembered; of more the oldest is forgotten. */
const mostPlaces = 200;
const path = v.pipe(v.string(), v.maxLength(32_768));
const paths = v.pipe(v.array(path), v.minLength(1), v.maxLength(200_000));
const placeSchema: v.GenericSchema<unknown, Place> = v.variant('kind', [
  v.strictObject({ kind: v.literal('corpus-folder'), path }),
  v.strictObject({ kind: v.literal('corpus-files'), paths }),
  v.strictObject({ kind: v.literal('corpus-places'), paths }),
]);
const fileSchema = v.object({ version: v.literal(1), places: v.array(placeSchema) });

/** Where the texts of a project came from, so that their files can be looked at again. */
export interface Sources {
  /** Takes note of a place. That it could not be kept is no reason not to import. */
  remember(place: Place): Promise<void>;
  /** Lists all places that are remembered; one that is gone is among what was passed over. */
  list(): Promise<Listing>;
}

/** The file sources.json of a project's folder. One that cannot be read counts as empty: it is a convenience. */
export function createSources(folder: string, files: FileOperations = systemFiles): Sources {
  const name = `${folder}/sources.json`;
  let last: Promise<unknown> = Promise.resolve();
  return {
    remember: (place) => {
      const written = last.then(async () => {
        const known = await readPlaces(name);
        const key = JSON.stringify(place);
        if (known.some((each) => JSON.stringify(each) === key)) return;
        const places = [...known, place].slice(-mostPlaces);
        await replaceFile(
          files,
          name,
          Buffer.from(`${JSON.stringify({ version: 1, places })}\n`),
          privateFile,
        );
      });
      last = written.catch(() => undefined);
      return written.catch((error: unknown) => logError('sources', error));
    },
    list: async () => {
      const listed = await Promise.all((await readPlaces(name)).map(listPlace));
      const found = listed.flatMap((each) => (each.ok ? [each.value] : []));
      const gone = listed.flatMap((each): readonly Problem[] => (each.ok ? [] : [each.error]));
      // A file that was chosen by itself may lie in a folder that was opened too.
      const byPlace = new Map(
        found.flatMap((each) => each.files).map((file) => [`${file.absolute}\0${file.path}`, file]),
      );
      return {
        files: [...byPlace.values()],
        skipped: [...gone, ...found.flatMap(({ skipped }) => skipped)],
      };
    },
  };
}

/** Lists a place as it was listed when it was chosen. */
export function listPlace(place: Place): Promise<Outcome<Listing>> {
  switch (place.kind) {
    case 'corpus-folder':
      return listFolder(place.path);
    case 'corpus-files':
      return listFiles(place.paths);
    case 'corpus-places':
      return listPlaces(place.paths);
  }
}

async function readPlaces(name: string): Promise<readonly Place[]> {
  try {
    const parsed = v.safeParse(fileSchema, JSON.parse(await promises.readFile(name, 'utf8')));
    return parsed.success ? parsed.output.places : [];
  } catch {
    return [];
  }
}

/** Files hashed at once. */
const hashedAtOnce = 4;

/** SHA-256 of listed files as they are now, in their order; null stands for one that there is no leave for. */
export function hashFiles(
  files: readonly (Extract<Granted, { readonly kind: 'corpus-file' }> | null)[],
): Promise<readonly Outcome<string>[]> {
  return mapLimited(files, hashedAtOnce, async (file): Promise<Outcome<string>> => {
    if (file === null) return fail({ code: 'grant-expired' });
    try {
      const read = await readGranted(file, largestFile);
      return read.ok ? succeed(createHash('sha256').update(read.value).digest('hex')) : read;
    } catch (error) {
      return fail(problemOf(error, file.name));
    }
  });
}
