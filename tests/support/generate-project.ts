import { createHash } from 'node:crypto';
import { describeAnchor } from '@core/anchor/describe-anchor';
import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import type { Annotation, Coding, Target } from '@core/model/annotation';
import type { Attribute, AttributeValue } from '@core/model/attribute';
import { type Block, blockKinds } from '@core/model/block';
import type { Code } from '@core/model/code';
import type { Document, Structure } from '@core/model/document';
import type { Origin } from '@core/model/identity';
import type { Memo, MemoTargetKind } from '@core/model/memo';
import type { Property } from '@core/model/property';

export interface GeneratedProject {
  readonly snapshot: ProjectSnapshot;
  readonly texts: ReadonlyMap<string, string>;
}

export interface ProjectSize {
  readonly documents: number;
  readonly annotationsPerDocument: number;
  readonly codes: number;
  readonly paragraphsPerDocument: number;
  /** Ordinary press prose only, as the bench wants it; else every odd character there is. */
  readonly plain?: boolean;
}

export const smallProject: ProjectSize = {
  documents: 4,
  annotationsPerDocument: 6,
  codes: 7,
  paragraphsPerDocument: 4,
};

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** mulberry32: small, and the same on every machine. */
class Chance {
  private state: number;
  constructor(seed: number) {
    this.state = seed >>> 0;
  }
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
  /** True in one of `n` cases. */
  oneIn(n: number): boolean {
    return this.below(n) === 0;
  }
  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from');
    return item;
  }
  some<T>(items: readonly T[], most: number): readonly T[] {
    return items.filter(() => this.oneIn(2)).slice(0, most);
  }
  id(): string {
    const hex = (digits: number): string =>
      Array.from({ length: digits }, () => this.below(16).toString(16)).join('');
    return `${hex(8)}-${hex(4)}-4${hex(3)}-${this.pick(['8', '9', 'a', 'b'])}${hex(3)}-${hex(12)}`;
  }
  time(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.below(30_000_000) * 1000 + this.below(1000)).toISOString();
  }
}

const plainWords =
  'the minister said that order was restored and foreign observers left the port of Veldhaven on Tuesday'.split(
    ' ',
  );
const oddWords = [
  '😀',
  '👩‍👩‍👧',
  '🇰🇿',
  'e\u0301tat',
  'n\u0303',
  'مرحبا',
  'שלום',
  '𝒜𝒷',
  '漢字',
  'ไทย',
  'no\u00a0break',
  'tab\there',
  '"quoted"',
  "it's",
  '=1+1',
  '-3',
  '@x',
  '+1.5e3',
  'a;b,c',
  '\u202eRTL\u202c',
  '\u200b',
  '＝sum',
  'line\u2028separator',
];

function words(chance: Chance, size: ProjectSize, most: number): string {
  const pool = size.plain === true ? plainWords : [...plainWords, ...oddWords, ...oddWords];
  return Array.from({ length: 1 + chance.below(most) }, () => chance.pick(pool)).join(' ');
}

function makeText(chance: Chance, size: ProjectSize): string {
  if (size.plain !== true && chance.oneIn(12)) return '';
  const paragraph = (): string =>
    Array.from({ length: 1 + chance.below(4) }, () => `${words(chance, size, 24)}.`).join(' ');
  const count =
    size.plain === true ? size.paragraphsPerDocument : 1 + chance.below(size.paragraphsPerDocument);
  return Array.from({ length: count }, paragraph).join(chance.pick(['\n', '\n\n']));
}

/** Blocks by line, now and then a dateline and the body after it on one line; sentences by their full stops. */
function makeStructure(chance: Chance, document_id: string, text: string): Structure {
  const blocks: Block[] = [];
  const sentences: (readonly [number, number])[] = [];
  const add = (start: number, end: number): void => {
    const kind = chance.pick(blockKinds);
    const block = { id: chance.id(), start, end, kind, in_scope: kind === 'body' } as const;
    blocks.push({ ...block, source: chance.pick(['rule', 'hand']), rule_rev: 1 });
  };
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    const space = line[0].indexOf(' ');
    const cut = chance.oneIn(4) && space > 0 ? line.index + space + 1 : line.index;
    if (cut > line.index) add(line.index, cut);
    if (cut < end) add(cut, end);
    for (const sentence of text.slice(cut, end).matchAll(/[^.]+\./g)) {
      const start = cut + sentence.index + (sentence[0].startsWith(' ') ? 1 : 0);
      const stop = cut + sentence.index + sentence[0].length;
      if (start < stop) sentences.push([start, stop]);
    }
  }
  return { document_id, blocks, sentences, segmenter: { icu: '78.1', rules_rev: 1 } };
}

function makeCodes(chance: Chance, size: ProjectSize): readonly Code[] {
  const codes: Code[] = [];
  for (let n = 0; n < size.codes; n++) {
    const parent = codes.length > 0 && chance.oneIn(2) ? chance.pick(codes) : undefined;
    codes.push({
      id: chance.id(),
      key: `code_${n}`,
      name: `${words(chance, size, 3)} ${n}`,
      parent_id: parent?.id ?? null,
      order: chance.below(9),
      kind: n > 0 && chance.oneIn(6) ? 'folder' : 'code',
      ...(chance.oneIn(4) ? { set: 'tone' } : {}),
      color: chance.pick(['blue', 'orange', 'teal']),
      mark: chance.pick(['solid', 'dashed']),
      description: words(chance, size, 12),
      include: chance.oneIn(2) ? words(chance, size, 6) : '',
      exclude: '',
      examples: [],
      rev: 1 + chance.below(5),
      ...(chance.oneIn(8) ? { archived_at: chance.time() } : {}),
    });
  }
  return codes;
}

const attributes = (chance: Chance): readonly Attribute[] => [
  { id: chance.id(), key: 'agency', name: 'Agency', type: 'text' },
  { id: chance.id(), key: 'date', name: 'Date', type: 'date' },
  { id: chance.id(), key: 'topics', name: 'Topics', type: 'choices', choices: ['energy', 'unrest'] },
];

const properties = (chance: Chance): readonly Property[] => [
  {
    id: chance.id(),
    key: 'intensity',
    name: 'Intensity',
    on: 'coding',
    type: 'ordinal',
    choices: ['low', 'high'],
  },
  { id: chance.id(), key: 'irony', name: 'Irony', on: 'annotation', type: 'boolean', required: true },
];

function makeValues(chance: Chance, [agency, date, topics]: readonly Attribute[]): Document['values'] {
  const value: [string | undefined, AttributeValue][] = [
    [agency?.id, { value: chance.pick(['NORA', '-3', '=x']), state: 'edited' }],
    [
      date?.id,
      { value: '2026-01', precision: 'month', evidence: [[0, 0]], confidence: 0.5, state: 'suggested' },
    ],
    [topics?.id, { value: ['energy', 'unrest'], state: 'accepted' }],
  ];
  const kept = value.filter(([id]) => id !== undefined && chance.oneIn(2));
  return Object.fromEntries(kept.map(([id, each]) => [id ?? '', each]));
}

function makeTarget(chance: Chance, text: string): Target {
  if (chance.oneIn(10)) return { kind: 'document' };
  const isWhole = (offset: number): boolean => (text.codePointAt(offset - 1) ?? 0) <= 0xffff || offset === 0;
  const place = (): number => {
    const offset = chance.below(text.length + 1);
    return isWhole(offset) ? offset : offset - 1;
  };
  const start = place();
  const far = Math.min(text.length, start + chance.below(120));
  const end = Math.max(start, isWhole(far) ? far : far - 1);
  return describeAnchor(text, { start, end });
}

/** A whole project of fictional press, the same for the same seed. */
export function generateProject(seed: number, size: ProjectSize = smallProject): GeneratedProject {
  const chance = new Chance(seed);
  const origins: readonly Origin[] = ['hand', 'copy', 'search', 'script'];
  const coders = [0, 1].map((n) => ({
    id: chance.id(),
    name: n === 0 ? 'Ada Ferris' : words(chance, size, 2),
    ...(n === 0 ? { initials: 'AF' } : {}),
    created_at: chance.time(),
  }));
  const coder = (): string => chance.pick(coders).id;
  const codes = makeCodes(chance, size);
  const applicable = codes.filter(({ kind }) => kind === 'code');
  const allAttributes = attributes(chance);
  const allProperties = properties(chance);
  const [ordinal, irony] = allProperties;
  const actors = (['state', 'person'] as const).map((kind, n) => ({
    id: chance.id(),
    name: `${words(chance, size, 2)} ${n}`,
    kind,
    aliases: ['the envoy'],
  }));
  const texts = new Map<string, string>();
  const documents: Document[] = [];
  const structures: Structure[] = [];
  const annotations: Annotation[] = [];
  for (let n = 0; n < size.documents; n++) {
    const text = makeText(chance, size);
    const hash = sha256(text);
    texts.set(hash, text);
    const document: Document = {
      id: chance.id(),
      title: words(chance, size, 5),
      order: n,
      path: `wire/${n}.txt`,
      text_sha256: hash,
      raw_sha256: sha256(`\ufeff${text}`),
      encoding: 'utf-8',
      length: text.length,
      words: text.split(/\s+/).length,
      ...(chance.oneIn(3) ? { language: 'en' } : {}),
      ...(chance.oneIn(5) && documents[0] !== undefined ? { version_of: documents[0].id } : {}),
      imported_at: chance.time(),
      values: makeValues(chance, allAttributes),
    };
    documents.push(document);
    structures.push(makeStructure(chance, document.id, text));
    for (let m = 0; m < size.annotationsPerDocument; m++) {
      const coding = (code: Code): Coding => ({
        id: chance.id(),
        code_id: code.id,
        code_rev: code.rev,
        ...(chance.oneIn(4) ? { certainty: 'unsure' as const } : {}),
        ...(chance.oneIn(3) ? { stance: chance.pick(['affirms', 'denies', 'mentions'] as const) } : {}),
        ...(chance.oneIn(3) && ordinal !== undefined ? { values: { [ordinal.id]: 'high' } } : {}),
        origin: chance.pick(origins),
        created_at: chance.time(),
        modified_at: chance.time(),
      });
      annotations.push({
        id: chance.id(),
        document_id: document.id,
        text_sha256: hash,
        coder_id: coder(),
        round: 1 + chance.below(2),
        target: makeTarget(chance, text),
        ...(chance.oneIn(4) ? { speaker_ids: actors.map(({ id }) => id) } : {}),
        ...(chance.oneIn(4)
          ? { voice: chance.pick(['own', 'reported', 'direct', 'endorsed'] as const) }
          : {}),
        ...(chance.oneIn(4) && irony !== undefined ? { values: { [irony.id]: true } } : {}),
        codings: (size.plain === true ? [chance.pick(applicable)] : chance.some(applicable, 3)).map(coding),
        ...(chance.oneIn(5) ? { review: 'to_review' as const } : {}),
        origin: chance.pick(origins),
        ...(chance.oneIn(9) ? { origin_guid: chance.id() } : {}),
        created_at: chance.time(),
        modified_at: chance.time(),
      });
    }
  }
  const project = {
    id: chance.id(),
    name: 'Harbour',
    created_at: chance.time(),
    codebook_rev: 7,
    scope_rev: 3,
  };
  const memo = (kind: MemoTargetKind, id: string, document_id?: string): Memo => {
    const text = words(chance, size, 9);
    return {
      id: chance.id(),
      target: { kind, id, ...(document_id === undefined ? {} : { document_id }) },
      coder_id: coder(),
      markdown: `**${text}**`,
      text,
      created_at: chance.time(),
      modified_at: chance.time(),
    };
  };
  const codedOnce = annotations.filter(() => chance.oneIn(3));
  return {
    texts,
    snapshot: {
      project: { ...project, ...(chance.oneIn(2) ? { codebook_locked: true } : {}) },
      coders,
      documents,
      structures,
      attributes: allAttributes,
      properties: allProperties,
      actors,
      codes: codes.map((code) =>
        annotations[0] !== undefined && chance.oneIn(3) ? { ...code, examples: [annotations[0].id] } : code,
      ),
      annotations,
      memos: [
        memo('project', project.id),
        ...documents.slice(0, 1).map(({ id }) => memo('document', id)),
        ...codes.slice(0, 2).map(({ id }) => memo('code', id)),
        ...codedOnce.map(({ id, document_id }) => memo('annotation', id, document_id)),
        ...codedOnce.flatMap(({ codings, document_id }) =>
          codings.slice(0, 1).map(({ id }) => memo('coding', id, document_id)),
        ),
      ],
      links: codedOnce.slice(1).map(({ id }, n) => ({
        id: chance.id(),
        from: codedOnce[n]?.id ?? id,
        to: id,
        kind: chance.pick(['copy', 'continues', 'contradicts', 'restates', 'quotes'] as const),
        coder_id: coder(),
        ...(chance.oneIn(3) ? { detached: true } : {}),
      })),
      passes: documents
        .filter(() => chance.oneIn(2))
        .map(({ id }) => ({
          id: chance.id(),
          document_id: id,
          coder_id: coder(),
          round: 1,
          code_ids: chance.oneIn(2) ? ('all' as const) : codes.slice(0, 2).map((code) => code.id),
          codebook_rev: 7,
          scope_rev: 3,
          state: chance.pick(['open', 'done', 'skipped'] as const),
          started_at: chance.time(),
          ...(chance.oneIn(2) ? { done_at: chance.time(), note: words(chance, size, 4) } : {}),
        })),
    },
  };
}
