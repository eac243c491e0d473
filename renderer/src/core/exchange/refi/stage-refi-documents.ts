import { assertDefined } from '../../assert';
import type { Document } from '../../model/document';
import type { Sha256 } from '../../model/identity';
import type { FileDocument } from '../json-schema';
import { byId } from '../snapshot-index';
import type { RefiText } from './refi-model';
import { type RefiStage, timeIn } from './refi-stage';
import type { RefiValues } from './stage-refi-values';

/** A path for a source that comes without one: its name, made fit to be a file's. */
function pathFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .replace(/[/\\:]+/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+/, '');
  const [, stem = plain, ending = ''] = /^(.+?)(\.[A-Za-z0-9]{1,5})?$/.exec(plain) ?? [];
  const whole = (n: number): string => `${stem}${n === 1 ? '' : ` (${n})`}${ending === '' ? '.txt' : ending}`;
  let n = 1;
  while (taken.has(whole(n))) n += 1;
  return whole(n);
}

/** The text sources of the file as documents of ours; `hashes` are those of all their texts. */
export function stageRefiDocuments(
  stage: RefiStage,
  hashes: ReadonlyMap<string, Sha256>,
  valuesOf: RefiValues,
): readonly FileDocument[] {
  const { read, present, report } = stage;
  const presentById = byId(present.documents);
  const taken = new Set(present.documents.map(({ path }) => path));
  const spoken = new Set<string>();
  /** The document that a source is, although its guid is another: the same text under the same name. */
  const twinOf = (source: RefiText, hash: Sha256): Document | undefined => {
    const twin = present.documents.find(
      ({ id, title, path, text_sha256 }) =>
        text_sha256 === hash && !spoken.has(id) && (title === source.name || path === source.name),
    );
    if (twin !== undefined) spoken.add(twin.id);
    return twin;
  };
  return read.file.sources.flatMap((source): readonly FileDocument[] => {
    const { guid, name } = source;
    const about = { id: guid, name };
    const resolved = read.resolved.get(guid);
    if (resolved === undefined) {
      report.note('left-out', 'document', about, 'text-missing');
      return [];
    }
    for (const { code } of resolved.repairs) {
      if (code !== 'byte-order-mark' && code !== 'line-ends') {
        report.note('repaired', 'document', about, 'characters-replaced');
      }
    }
    const hash = assertDefined(hashes.get(resolved.text), 'every text that was read is hashed');
    const known = presentById.get(guid);
    const twin = known ?? twinOf(source, hash);
    const path = twin?.path ?? pathFor(name ?? guid, taken);
    taken.add(path);
    const { at } = timeIn(stage, source.at, 'document', about);
    const values = valuesOf(source, twin);
    return [
      {
        id: guid,
        ...(name === undefined && !stage.isOwn ? {} : { title: name ?? '' }),
        path,
        text: resolved.text,
        ...(at === undefined ? {} : { imported_at: at }),
        ...(values === undefined ? {} : { values }),
      },
    ];
  });
}
