import { type CopyIndex, type CopySource, createCopyIndex } from '@core/copies/copy-index';
import type { CopyText } from '@core/copies/copy-text';
import type { Structure } from '@core/model/document';
import { parseStructure } from '@core/structure/parse-structure';

/** Three reports of a fictional agency: background of the first stands in the third, and reworded in the second. */
export const fictionalReports: Readonly<Record<string, string>> = {
  first: `All news

Compact’s pilots kept to their mandate on Elmara — envoy

"The pilots of the Compact carried out everything the island council had asked of them and left the harbour open," Ivo Maran pointed out

PORT VESS, March 19. /TARPRESS/. The pilots of the Northern Compact carried out their mandate on the island of Elmara, the envoy of the Compact said on Monday.

"The pilots of the Compact carried out everything the island council had asked of them and left the harbour open," Maran pointed out.

The ferries are running.

Harbour unrest

Crowds blocked the harbour of Port Vess on March 2, and two grain stores were burnt down in the night that followed. They were joined by dock hands from Tarn and Holm, who shut the northern quay for a week.

Under a decision that the Council of the Compact took on March 6, 2031, sixty pilots were sent to Elmara for a limited time to keep the harbour open after the island council turned to the Compact for help. The pilots came from Tarn, Holm, Novar and the two Zarem ports.

On March 13, the Compact began the gradual return of its pilots from the island of Elmara. Calm, the island council affirms, has come back to every quarter of the town.`,
  second: `Pilots go home when the island says so, Compact assures

It is for the island council to decide how long the pilots are needed, Secretary Osk Belin pointed out

PORT VESS, March 13. /TARPRESS/. The return of the pilots began when the island council decided that the harbour was safe, Belin told reporters at the quay.

It is for the island council to decide how long the pilots are needed, Belin said.

Compact operation

Under a decision that the Council of the Compact took on March 6, 2031, sixty pilots were sent to Elmara for a limited time to keep the harbour open. The pilots came from Tarn, Holm, Novar and the two Zarem ports.

On March 13, the Compact began a gradual return of its pilots from the island of Elmara that will last nine days.

Crowds blocked the harbour of Port Vess on March 2, and two grain stores were burnt down in the night that followed. The island declared a curfew from March 5.

Calm, the island council affirms, has come back to every quarter of the town.

Leave a Reply

Your email address will not be published. Required fields are marked *`,
  third: `HOLM, March 19. /TARPRESS/. Sixty pilots of the Compact are back in their home ports, the harbour master said.

CROWDS blocked the harbour of Port Vess on March 2, and two grain stores were burnt down in the night that followed. They were joined by dock hands from Tarn and Holm, who shut the northern quay for a week. How many were hurt is not known.

Under a decision that the Council of the Compact took on March 6, 2031, sixty pilots were sent to Elmara for a limited time to keep the harbour open after the island council turned to the Compact for help. The pilots came from Tarn, Holm, Novar and the two Zarem ports.

On March 13, the Compact began the gradual return of its pilots from the island of Elmara. Calm, the island council affirms, has come back to every quarter of the town.

Leave a Reply

Your email address will not be published. Required fields are marked *`,
};

export interface FictionalSource extends CopySource {
  readonly structure: Pick<Structure, 'blocks' | 'sentences'>;
}

export function sourceOf(id: string, text: string): FictionalSource {
  const { blocks, sentences } = parseStructure(text, { icu: '78', pathName: `${id}.txt` });
  const withIds = blocks.map((block, at) => ({
    ...block,
    id: `${id}-${at}`,
    source: 'rule' as const,
    rule_rev: 1,
  }));
  return { id, text, structure: { blocks: withIds, sentences } };
}

export const fictional: readonly FictionalSource[] = Object.entries(fictionalReports).map(([id, text]) =>
  sourceOf(id, text),
);

export function indexOf(sources: readonly CopySource[]): CopyIndex {
  const index = createCopyIndex();
  for (const source of sources) index.put(source);
  return index;
}

export function textsOf(sources: readonly CopySource[]): (id: string) => CopyText | undefined {
  const texts = new Map(
    sources.map(({ id, text, structure }) => [id, { text, sentences: structure.sentences }]),
  );
  return (id) => texts.get(id);
}

/** The place of words in a document. */
export function spanOf(source: CopySource | undefined, words: string): { start: number; end: number } {
  const start = source?.text.indexOf(words) ?? -1;
  if (start < 0) throw new Error(`"${words}" is not there`);
  return { start, end: start + words.length };
}

/** Groups as lines: "across first: Crowds blocked ... | second: ...", each sentence by its first words. */
export function described(sources: readonly CopySource[], index: CopyIndex): readonly string[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  return index.groups().map(({ kind, members }) => {
    const parts = members.map(({ document_id, sentence }) => {
      const source = byId.get(document_id);
      const [start, end] = source?.structure.sentences[sentence] ?? [0, 0];
      const words = source?.text.slice(start, end).replace(/^"/, '').split(' ').slice(0, 3).join(' ') ?? '';
      return `${document_id}: ${words.toLowerCase()}`;
    });
    return `${kind} ${parts.join(' | ')}`;
  });
}
