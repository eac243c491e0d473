/** Whole projects of a wanted size, as records; runs in a page as well as in Node. */
import { describeAnchor } from '@core/anchor/describe-anchor';
import { compareAnnotations } from '@core/annotation-order';
import { hues } from '@core/codebook/hues';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Annotation } from '@core/model/annotation';
import type { Code } from '@core/model/code';
import type { Document, Structure } from '@core/model/document';
import { Chance, type Prose, writeProse } from './prose';

export interface DocumentSize {
  /** Words of the text. */
  readonly words: number;
  readonly annotations: number;
  /** Documents of one number have the same text; another one each where it is absent. */
  readonly textSeed?: number;
}

export interface BenchProject {
  readonly snapshot: ProjectSnapshot;
  /** By hash. */
  readonly texts: ReadonlyMap<string, string>;
}

export const benchTime = '2026-02-01T10:00:00.000Z';
const frames = [
  'external interference',
  'legitimacy',
  'order restored',
  'limited mandate',
  'humanitarian need',
  'economic cost',
  'procedure',
  'protest',
  'responsibility',
];

/** A project with these documents in this order; `hashOf` makes the name of a text. */
export function makeBenchProject(
  sizes: readonly DocumentSize[],
  hashOf: (text: string) => string,
  seed = 7,
): BenchProject {
  const chance = new Chance(seed);
  const coder = { id: chance.id(), name: 'Bench', created_at: benchTime };
  const codes = frames.map((name, order): Code => {
    const color = hues[order % hues.length] ?? 'blue';
    const looks = { color, mark: 'solid', description: '', include: '', exclude: '', examples: [], rev: 1 };
    const key = name.replaceAll(' ', '_');
    return { id: chance.id(), key, name, parent_id: null, order, kind: 'code', ...looks };
  });
  const texts = new Map<string, string>();
  const documents: Document[] = [];
  const structures: Structure[] = [];
  const annotations: Annotation[] = [];
  for (const [order, size] of sizes.entries()) {
    const prose = writeProse(new Chance(size.textSeed ?? seed * 100_003 + order), size.words);
    const hash = hashOf(prose.text);
    texts.set(hash, prose.text);
    const id = chance.id();
    documents.push({
      ...{ id, title: prose.title, order, path: `wire/${String(order).padStart(5, '0')}.txt` },
      ...{ text_sha256: hash, raw_sha256: hash, encoding: 'utf-8', length: prose.text.length },
      ...{ words: size.words, imported_at: benchTime, values: {} },
    });
    structures.push(structureOf(chance, id, prose));
    const own = Array.from({ length: size.annotations }, (_, n) =>
      annotationOf(chance, prose, { document_id: id, text_sha256: hash, coder_id: coder.id }, codes, [
        n,
        size.annotations,
      ]),
    );
    annotations.push(...own.sort(compareAnnotations));
  }
  const project = { id: chance.id(), name: 'Bench', created_at: benchTime, codebook_rev: 1, scope_rev: 1 };
  const nothing = { attributes: [], properties: [], actors: [], memos: [], links: [], passes: [] };
  return {
    texts,
    snapshot: { project, coders: [coder], documents, structures, codes, annotations, ...nothing },
  };
}

function structureOf(chance: Chance, document_id: string, { paragraphs, sentences }: Prose): Structure {
  const blocks = paragraphs.map(([start, end], place) => {
    const kind = place === 0 ? ('headline' as const) : ('body' as const);
    return { id: chance.id(), start, end, kind, in_scope: true, source: 'rule' as const, rule_rev: 1 };
  });
  return { document_id, blocks, sentences, segmenter: { icu: '75.1', rules_rev: 1 } };
}

type Owner = Pick<Annotation, 'document_id' | 'text_sha256' | 'coder_id'>;

/** One of `all` passages, spread evenly: some 20 to 120 characters that begin with a sentence or a little later. */
function annotationOf(
  chance: Chance,
  { text, sentences }: Prose,
  owner: Owner,
  codes: readonly Code[],
  [place, all]: readonly [number, number],
): Annotation {
  const [from, to] = sentences[Math.floor((place * sentences.length) / all)] ?? [0, text.length];
  const start = from + chance.below(Math.max(1, (to - from) >> 1));
  const end = Math.min(text.length, start + 20 + chance.below(100));
  const code = codes[chance.below(codes.length)];
  const dated = { origin: 'hand' as const, created_at: benchTime, modified_at: benchTime };
  return {
    id: chance.id(),
    ...owner,
    round: 1,
    target: describeAnchor(text, { start, end }),
    codings: code === undefined ? [] : [{ id: chance.id(), code_id: code.id, code_rev: code.rev, ...dated }],
    ...dated,
  };
}

/** Documents `from` to before `to` with their annotations, as a project of its own: for files of a bearable size. */
export function sliceOf({ snapshot }: BenchProject, from: number, to: number): ProjectSnapshot {
  const documents = snapshot.documents.slice(from, to);
  const ids = new Set(documents.map(({ id }) => id));
  return {
    ...snapshot,
    documents,
    structures: snapshot.structures.slice(from, to),
    annotations: snapshot.annotations.filter(({ document_id }) => ids.has(document_id)),
  };
}
