import { keyFor } from '../codebook/code-key';
import { codePath, pathSeparator } from '../codebook/code-tree';
import { nextAppearance } from '../codebook/hues';
import type { Code } from '../model/code';
import type { Id } from '../model/identity';
import type { Item } from './import-report';
import { canonicalId, idKey, refer, type Stage, timeOf } from './import-stage';
import type { FileCode } from './json-schema';
import { matchRecords } from './match-records';
import { byId } from './snapshot-index';
import { revisionWithCodes } from './stage-project';

/** The names from the top down to a code of the file, as one text; a circle ends where it closes. */
function pathsInFile(codes: readonly FileCode[]): (code: FileCode) => string {
  const known = new Map(codes.flatMap((code) => (code.id === undefined ? [] : [[idKey(code.id), code]])));
  return (code) => {
    const names: string[] = [];
    const seen = new Set<FileCode>();
    let at: FileCode | undefined = code;
    while (at !== undefined && !seen.has(at)) {
      seen.add(at);
      names.unshift(at.name);
      at = at.parent_id === undefined ? undefined : known.get(idKey(at.parent_id));
    }
    return names.join(pathSeparator);
  };
}

function cleanName(stage: Stage, item: FileCode): string {
  if (!item.name.includes(pathSeparator)) return item.name;
  stage.report.note('repaired', 'code', item, 'separator-in-name');
  return item.name.replaceAll(pathSeparator, ' / ');
}

/** Gives every added code a key of its own and a parent that is there and not below it. */
function settle(stage: Stage, added: readonly Code[]): readonly Code[] {
  const taken = new Set(stage.present.codes.map(({ key }) => key));
  const all = new Map<Id, Code>(stage.present.codes.map((code) => [code.id, code]));
  const linked = added.map((code): Code => {
    const parent_id = code.parent_id === null ? null : (stage.ids.code.get(idKey(code.parent_id)) ?? null);
    if (code.parent_id !== null && parent_id === null) {
      stage.report.note('repaired', 'code', code, 'parent-missing');
    }
    const key = taken.has(code.key) || code.key === '' ? keyFor(code.key || code.name, taken) : code.key;
    if (key !== code.key && code.key !== '') stage.report.note('repaired', 'code', code, 'key-replaced');
    taken.add(key);
    const settled = { ...code, key, parent_id };
    all.set(code.id, settled);
    return settled;
  });
  return linked.map((code) => {
    if (!isInCircle(code, all)) return code;
    stage.report.note('repaired', 'code', code, 'parent-circle');
    const top = { ...code, parent_id: null };
    all.set(code.id, top);
    return top;
  });
}

function isInCircle(code: Code, all: ReadonlyMap<Id, Code>): boolean {
  const seen = new Set<Id>();
  let parent = code.parent_id;
  while (parent !== null && !seen.has(parent)) {
    if (parent === code.id) return true;
    seen.add(parent);
    parent = all.get(parent)?.parent_id ?? null;
  }
  return false;
}

/**
 * The codes that are not here yet. One of another id is taken for a code of the project only where key and whole
 * path are the same, or the path where the file gives no id of ours.
 */
export function stageCodes(stage: Stage): readonly Code[] {
  const items = stage.file.codes ?? [];
  const pathInFile = pathsInFile(items);
  const presentById = byId(stage.present.codes);
  const known: [known: Code, made: Code, item: Item][] = [];
  const looks: { readonly color: string; readonly mark: string }[] = [...stage.present.codes];
  let last = Math.max(0, ...stage.present.codes.map(({ order }) => order));
  const added = matchRecords(stage, stage.ids.code, {
    record: 'code',
    items,
    present: stage.present.codes,
    name: ({ name }) => name,
    make: (item, id): Code => {
      const look = nextAppearance(looks);
      const appearance = { color: item.color ?? look.color, mark: item.mark ?? look.mark };
      looks.push(appearance);
      last += 1;
      const { parent_id, archived_at, ...rest } = item;
      return {
        ...rest,
        id,
        key: item.key ?? '',
        name: cleanName(stage, item),
        parent_id: parent_id ?? null,
        order: item.order ?? last,
        kind: item.kind ?? 'code',
        ...appearance,
        description: item.description ?? '',
        include: item.include ?? '',
        exclude: item.exclude ?? '',
        examples: item.examples ?? [],
        rev: item.rev ?? 1,
        ...(archived_at === undefined
          ? {}
          : { archived_at: timeOf(stage, archived_at, stage.context.now, 'code', item) }),
      };
    },
    likeness: (code) => codePath(code, presentById).join(pathSeparator),
    likenessInFile: pathInFile,
    isOne: (known, made) => known.key === made.key,
    reason: 'same-name',
    merge: stage.merger === null ? undefined : (...pair) => known.push(pair),
  });
  const settled = settle(stage, added);
  mergeCodes(stage, known, settled);
  return settled;
}

/** The codes that both sides have, once every code of the file is known to which another may belong. */
function mergeCodes(
  stage: Stage,
  pairs: readonly (readonly [Code, Code, Item])[],
  added: readonly Code[],
): void {
  const { merger } = stage;
  if (merger === null) return;
  for (const [known, made] of pairs) {
    const parent_id = made.parent_id === null ? null : (refer(stage, 'code', made.parent_id) ?? null);
    const examples = made.examples.flatMap((raw) => canonicalId(raw) ?? []);
    merger.code(known, { ...made, parent_id, examples }, revisionWithCodes(stage));
  }
  merger.openCircles([...stage.present.codes, ...added]);
}
