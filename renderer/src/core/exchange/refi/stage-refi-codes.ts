import { codePath, pathSeparator } from '../../codebook/code-tree';
import { foldName } from '../../codebook/fold-name';
import type { Id } from '../../model/identity';
import type { FileCode } from '../json-schema';
import { byId } from '../snapshot-index';
import { readDefinition } from './code-definition';
import { nearestHue } from './refi-color';
import type { RefiCode, RefiSet } from './refi-model';
import { nameless, type RefiStage } from './refi-stage';

/** Codes that something in the file is coded with. */
function codesApplied({ read }: RefiStage): ReadonlySet<Id> {
  return new Set(
    read.file.sources
      .flatMap(({ codings, selections }) => [...codings, ...selections.flatMap((each) => each.codings)])
      .map(({ code }) => code),
  );
}

/** Only our own sets are known to exclude their members from each other; to others a set is a mere group. */
function setByCode({ read, report, isOwn }: RefiStage): ReadonlyMap<Id, string> {
  const sets = new Map<Id, string>();
  const leaveOut = ({ guid, name }: RefiSet): void => {
    report.note('left-out', 'file', { id: guid, name: `Set: ${name ?? ''}` }, 'not-supported');
  };
  for (const set of read.file.sets) {
    if (!isOwn || set.name === undefined) leaveOut(set);
    else for (const code of set.codes) sets.set(code, set.name);
  }
  return sets;
}

/** The codes of the file as records of ours, parents before their children. */
export function stageRefiCodes(stage: RefiStage): readonly FileCode[] {
  const { read, present, report, isOwn } = stage;
  const applied = codesApplied(stage);
  const sets = setByCode(stage);
  const presentById = byId(present.codes);
  // A code of the same path is the same code: there is no key in the format by which to tell.
  const keyByPath = new Map(
    present.codes.map((code) => [codePath(code, presentById).join(pathSeparator), code.key]),
  );
  const codes: FileCode[] = [];
  const walk = (siblings: readonly RefiCode[], parent: Id | undefined, path: readonly string[]): void => {
    const taken = new Set<string>();
    for (const code of siblings) {
      const { guid } = code;
      const item = { id: guid, name: code.name };
      if (code.name === undefined) report.note('repaired', 'code', item, 'name-missing');
      let name = code.name ?? nameless('Code', guid);
      if (taken.has(foldName(name))) {
        report.note('repaired', 'code', item, 'name-twice');
        for (let n = 2; taken.has(foldName(name)); n++) name = `${code.name ?? ''} (${n})`;
      }
      taken.add(foldName(name));
      const isFolderCoded = !code.isCodable && applied.has(guid);
      if (isFolderCoded) report.note('repaired', 'code', item, 'folder-coded');
      const whole = [...path, name];
      const key = presentById.has(guid) ? undefined : keyByPath.get(whole.join(pathSeparator));
      const color = code.color === undefined ? null : nearestHue(code.color);
      const set = sets.get(guid);
      codes.push({
        id: guid,
        name,
        ...(parent === undefined ? {} : { parent_id: parent }),
        kind: code.isCodable || isFolderCoded ? 'code' : 'folder',
        ...(key === undefined ? {} : { key }),
        ...(color === null ? {} : { color }),
        ...(set === undefined ? {} : { set }),
        ...(isOwn
          ? definitionIn(code.description)
          : code.description === undefined
            ? {}
            : { description: code.description }),
      });
      walk(code.children, guid, whole);
    }
  };
  walk(read.file.codes, undefined, []);
  return codes;
}

/** Only what is said: an empty description does not contradict one that is here. */
function definitionIn(text: string | undefined): Pick<FileCode, 'description' | 'include' | 'exclude'> {
  if (text === undefined) return {};
  const { description, include, exclude } = readDefinition(text);
  return {
    description,
    ...(include === '' ? {} : { include }),
    ...(exclude === '' ? {} : { exclude }),
  };
}
