import { randomUUID } from 'node:crypto';
import { promises } from 'node:fs';
import type { DeviceCoder, Outcome, Problem } from '@preload/contract';
import * as v from 'valibot';
import { type FileOperations, replaceFile, syncFolder, systemFiles } from './files';
import { fail, problemOf, succeed, systemCode } from './outcome';

const uuid = v.pipe(v.string(), v.uuid());
const coderSchema = v.object({ id: uuid, name: v.string(), created_at: v.string() });
const deviceSchema = v.object({
  device_id: uuid,
  /** Who has coded on this device, the last one first. */
  coders: v.array(coderSchema),
  last_project: v.nullable(uuid),
  /** When each project was last opened here, by its id. */
  opened: v.optional(v.record(v.string(), v.string()), {}),
});
const projectSchema = v.object({
  id: uuid,
  name: v.string(),
  created_at: v.string(),
  /** It is the one for the sample, whatever its name by now. */
  sample: v.optional(v.literal(true)),
  /** Of all that is kept of it; 1 where nothing is said. A program lets one be that it does not know. */
  format: v.optional(v.number(), 1),
});

/** Raised by a version of the program whose projects earlier ones must not open. */
const projectFormat = 1;

export type Device = Readonly<v.InferOutput<typeof deviceSchema>>;
export type ProjectFile = Readonly<v.InferOutput<typeof projectSchema>>;

/** A project with its folder, which holds project.json, journal/, texts/ and raw/. */
export interface OpenProject extends ProjectFile {
  readonly folder: string;
}

export const firstProjectName = 'My project';

/** Reads a JSON file of ours; null when there is none. */
async function readJson<T extends v.GenericSchema>(
  path: string,
  schema: T,
): Promise<Outcome<v.InferOutput<T> | null>> {
  try {
    const parsed = v.safeParse(schema, JSON.parse(await promises.readFile(path, 'utf8')));
    return parsed.success
      ? succeed(parsed.output)
      : fail({ code: 'io', file: path, detail: 'unexpected-content' });
  } catch (error) {
    if (error instanceof SyntaxError) return fail({ code: 'io', file: path, detail: 'not-json' });
    return systemCode(error) === 'ENOENT' ? succeed(null) : fail(problemOf(error, path));
  }
}

function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`, 'utf8');
}

export interface DeviceStore {
  readonly device: () => Device;
  /** Remembers who codes. A coder of that name who is known here already is the same one. */
  setCoder(coder: DeviceCoder): Promise<Outcome<null>>;
  setLastProject(id: string, now?: Date): Promise<Outcome<null>>;
  /** Forgets when a project that is gone was opened. */
  forgetProject(id: string): Promise<Outcome<null>>;
}

/**
 * Opens device.json, or makes one. A damaged one is told of and replaced: it holds nothing but conveniences.
 */
export async function openDevice(
  userData: string,
  files: FileOperations = systemFiles,
): Promise<Outcome<{ readonly store: DeviceStore; readonly notices: readonly Problem[] }>> {
  const path = `${userData}/device.json`;
  const read = await readJson(path, deviceSchema);
  let device: Device = (read.ok ? read.value : null) ?? {
    device_id: randomUUID(),
    coders: [],
    last_project: null,
    opened: {},
  };
  const write = async (next: Device): Promise<Outcome<null>> => {
    device = next;
    try {
      await replaceFile(files, path, jsonBytes(device));
      return succeed(null);
    } catch (error) {
      return fail(problemOf(error, path));
    }
  };
  if (!read.ok || read.value === null) {
    const written = await write(device);
    if (!written.ok) return written;
  }
  const store: DeviceStore = {
    device: () => device,
    setCoder: (coder) => {
      const others = device.coders.filter((each) => each.id !== coder.id);
      return write({ ...device, coders: [{ ...coder }, ...others] });
    },
    setLastProject: (id, now = new Date()) =>
      write({ ...device, last_project: id, opened: { ...device.opened, [id]: now.toISOString() } }),
    forgetProject: (id) => {
      const opened = Object.fromEntries(Object.entries(device.opened).filter(([other]) => other !== id));
      const last_project = device.last_project === id ? null : device.last_project;
      return write({ ...device, last_project, opened });
    },
  };
  return succeed({ store, notices: read.ok ? [] : [read.error] });
}

/** The coder of that name: the one known on this device, else a new one. */
export function coderNamed(device: Device, name: string, now: Date): DeviceCoder {
  const known = device.coders.find((coder) => sameName(coder.name, name));
  return known ?? { id: randomUUID(), name, created_at: now.toISOString() };
}

/**
 * Opens the project of that name, or creates it; without a name the one last opened, else the only or first one, else
 * a new one.
 */
export async function openProject(
  userData: string,
  name: string | null,
  lastId: string | null,
  now: Date,
  files: FileOperations = systemFiles,
): Promise<Outcome<OpenProject>> {
  const found = await listProjects(userData);
  if (!found.ok) return found;
  const wanted =
    name === null
      ? (found.value.projects.find((project) => project.id === lastId) ?? found.value.projects[0])
      : found.value.projects.find((project) => sameName(project.name, name));
  if (wanted !== undefined) return succeed(wanted);
  // A damaged description may be that of the project meant: making another one beside it would hide it.
  if (found.value.damaged !== undefined) return fail(found.value.damaged);
  return createProject(userData, name ?? firstProjectName, now, files);
}

/** Makes an empty project. */
export async function createProject(
  userData: string,
  name: string,
  now: Date,
  files: FileOperations = systemFiles,
  more: Pick<ProjectFile, 'sample'> = {},
): Promise<Outcome<OpenProject>> {
  const project: ProjectFile = {
    ...{ id: randomUUID(), name, created_at: now.toISOString(), format: projectFormat },
    ...more,
  };
  const folder = `${userData}/projects/${project.id}`;
  try {
    for (const part of ['journal', 'texts', 'raw']) await files.mkdir(`${folder}/${part}`);
    return await writeProject(userData, { ...project, folder }, files);
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

/** Writes the description of a project whose folder is ready: from then on it is one. */
export async function writeProject(
  userData: string,
  { folder, ...project }: OpenProject,
  files: FileOperations = systemFiles,
): Promise<Outcome<OpenProject>> {
  try {
    await replaceFile(files, `${folder}/project.json`, jsonBytes(project));
    await syncFolder(files, `${userData}/projects`);
    // The first project brings that folder's own name.
    await syncFolder(files, userData);
    return succeed({ ...project, folder });
  } catch (error) {
    return fail(problemOf(error, folder));
  }
}

/** A project of a later format must not be touched: the problem with which it is refused, else null. */
export function formatProblem({ format, name }: OpenProject): Problem | null {
  return format > projectFormat ? { code: 'project-newer', file: name } : null;
}

/** Gives a project another name in its description. */
export async function describeProject(
  { folder, ...described }: OpenProject,
  name: string,
  files: FileOperations = systemFiles,
): Promise<Outcome<OpenProject>> {
  const path = `${folder}/project.json`;
  try {
    await replaceFile(files, path, jsonBytes({ ...described, name }));
    return succeed({ ...described, name, folder });
  } catch (error) {
    return fail(problemOf(error, path));
  }
}

export interface Listed {
  /** Oldest first. */
  readonly projects: readonly OpenProject[];
  /** One whose description cannot be read. */
  readonly damaged: Problem | undefined;
}

export async function listProjects(userData: string): Promise<Outcome<Listed>> {
  const parent = `${userData}/projects`;
  const names = await promises.readdir(parent).catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return [];
    throw error;
  });
  const projects: OpenProject[] = [];
  let damaged: Problem | undefined;
  for (const name of names.filter((each) => v.is(uuid, each))) {
    const folder = `${parent}/${name}`;
    const read = await readJson(`${folder}/project.json`, projectSchema);
    if (!read.ok) damaged = read.error;
    // No description at all is what a crash while creating leaves.
    else if (read.value !== null) projects.push({ ...read.value, folder });
  }
  projects.sort((a, b) => a.created_at.localeCompare(b.created_at));
  return succeed({ projects, damaged });
}

export function sameName(a: string, b: string): boolean {
  return a.trim().normalize('NFC') === b.trim().normalize('NFC');
}
