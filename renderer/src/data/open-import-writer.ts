import type { FrozenSource } from '@core/import/document-records';
import { duplicateRule } from '@core/import/duplicate-rule';
import { keepSaid } from '@core/import/keep-said';
import { versionRule } from '@core/import/version-rule';
import type { Id } from '@core/model/identity';
import type { Bridge } from '@preload/contract';
import type { Committer } from './commit';
import { type DocumentDrafts, documentDrafter } from './document-drafts';
import type { ImportOptions } from './import-options';
import { createWriter, type ImportWriter, type Pending } from './import-writer';
import { keptBlocks } from './kept-blocks';
import type { WorkingStore } from './working-store';

export interface OpenedWriter {
  readonly writer: ImportWriter;
  readonly rules: FileRules;
  /** Hands a file to the writer; what a person said of an earlier version of it holds for it too. */
  readonly add: (pending: Pending) => Promise<void>;
}

/** A writer for one import, with what it needs to know of the project. */
export async function openWriter(
  bridge: Pick<Bridge, 'readTexts'>,
  store: WorkingStore,
  committer: Committer,
  options: Pick<ImportOptions, 'newId' | 'now'>,
  batch_id: Id,
): Promise<OpenedWriter> {
  const { plain } = store.database;
  const documents = await plain.document.toArray();
  const attributes = await plain.attribute.toArray();
  const draftsFor = documentDrafter({ documents, attributes }, options);
  const byId = new Map(documents.map((document) => [document.id, document] as const));
  const said = new Map<FrozenSource, Said>();
  const writer = createWriter(committer, batch_id, (source) => {
    const { created, records } = draftsFor(source);
    return { created, records: said.get(source)?.(records) ?? records };
  });
  const add = async (pending: Pending): Promise<void> => {
    for (const source of pending.sources) {
      const earlier = byId.get(source.version_of ?? '');
      if (earlier === undefined) continue;
      const blocks = (await plain.structure.get(earlier.id))?.blocks ?? [];
      const keep = await keptBlocks(bridge, [earlier, blocks], source);
      said.set(source, ({ document, structure }) => ({
        document: keepSaid(earlier, document),
        structure: { ...structure, blocks: keep(structure.blocks) },
      }));
    }
    await writer.add(pending);
  };
  const rules = { isDuplicate: duplicateRule(documents), versionOf: versionRule(documents) };
  return { writer, rules, add };
}

type Said = (records: DocumentDrafts['records']) => DocumentDrafts['records'];

export interface FileRules {
  readonly isDuplicate: ReturnType<typeof duplicateRule>;
  readonly versionOf: ReturnType<typeof versionRule>;
}
