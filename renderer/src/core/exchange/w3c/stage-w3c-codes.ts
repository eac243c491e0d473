import { codePath, pathSeparator } from '../../codebook/code-tree';
import { foldName } from '../../codebook/fold-name';
import type { Id } from '../../model/identity';
import { derivedId } from '../derived-id';
import type { Report } from '../import-report';
import type { FileCode } from '../json-schema';
import type { ProjectSnapshot } from '../project-snapshot';
import { byId } from '../snapshot-index';
import type { W3cBody } from './w3c-model';
import { idOfIri } from './w3c-names';

type CodeBody = Extract<W3cBody, { readonly kind: 'code' | 'tag' }>;

/** A body that gives a code, and the code. */
export interface BodyCode {
  readonly code_id: Id;
  readonly body: CodeBody;
}

export interface CodeFinder {
  /** The codes that the bodies of one annotation give, each once. */
  of(bodies: readonly W3cBody[]): readonly BodyCode[];
  /** Codes that are not here yet; filled as bodies are read. */
  readonly made: readonly FileCode[];
}

/** The end of an IRI, for a code that nobody names. */
function lastPart(iri: string): string {
  const part =
    iri
      .replace(/[/#]+$/, '')
      .split(/[/#:]/)
      .at(-1) ?? iri;
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** Finds codes by IRI, else by path, else by a name that only one has; makes those that are not here. */
export function codeFinder(present: ProjectSnapshot, report: Report): CodeFinder {
  const presentById = byId(present.codes);
  const made = new Map<Id, FileCode>();
  const byName = new Map<string, Id[]>();
  const names = new Map<Id, ReadonlySet<string>>();
  const bound = new Set<Id>();
  for (const code of present.codes) {
    const path = foldName(codePath(code, presentById).join(pathSeparator));
    names.set(code.id, new Set([foldName(code.name), path]));
    if (code.kind !== 'code' || code.archived_at !== undefined) continue;
    for (const name of new Set([`path ${path}`, `name ${foldName(code.name)}`])) {
      byName.set(name, [...(byName.get(name) ?? []), code.id]);
    }
  }
  const only = (key: string): Id | undefined => {
    const found = byName.get(key);
    return found?.length === 1 ? found[0] : undefined;
  };
  const ofName = (name: string, id: Id): Id => {
    const folded = foldName(name);
    const known = only(`path ${folded}`) ?? only(`name ${folded}`);
    if (known === undefined) {
      made.set(id, { id, name });
      names.set(id, new Set([folded]));
      // Only by its name: it stands at the top, so that this is its path.
      byName.set(`path ${folded}`, [id]);
      return id;
    }
    if (presentById.has(known) && known !== id && !bound.has(known)) {
      bound.add(known);
      report.note('bound', 'code', { id, name }, 'same-name');
    }
    return known;
  };
  const ofIri = (iri: string, following: W3cBody | undefined): Id => {
    const id = idOfIri(iri) ?? derivedId('w3c', 'code', iri);
    if (presentById.has(id) || made.has(id)) return id;
    // We write the name of a code as a tag behind it.
    return ofName(following?.kind === 'tag' ? following.name : lastPart(iri), id);
  };
  return {
    get made() {
      return [...made.values()];
    },
    of(bodies) {
      const codes = new Map<Id, CodeBody>();
      bodies.forEach((body, at) => {
        if (body.kind !== 'code') return;
        const code = ofIri(body.iri, bodies[at + 1]);
        if (!codes.has(code)) codes.set(code, body);
      });
      const covered = [...codes.keys()];
      for (const body of bodies) {
        if (body.kind !== 'tag') continue;
        const folded = foldName(body.name);
        if (covered.some((id) => names.get(id)?.has(folded) === true)) continue;
        const code = ofName(body.name, derivedId('w3c', 'code', folded));
        if (!codes.has(code)) codes.set(code, body);
      }
      return [...codes].map(([code_id, body]) => ({ code_id, body }));
    },
  };
}
