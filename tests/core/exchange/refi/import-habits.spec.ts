import type { ProjectSnapshot } from '@core/exchange/project-snapshot';
import { expect, test } from '@playwright/test';
import { coderOfTest, createProject, summary } from '../../../support/exchange-project';
import { uuid } from '../sample-project';
import { exported, readFile, takeIn } from './refi-support';

const guid = (n: number): string => `${String(n).padStart(8, '0')}-0000-4000-8000-000000000000`;
const project = (origin: string, inner: string, namespace = 'urn:QDA-XML:project:1.0'): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project name="Port" origin="${origin}" xmlns="${namespace}">${inner}</Project>`;
const users = `<Users><User guid="${guid(1)}" name="Vera"/><User guid="${guid(2)}" name="Tom"/></Users>`;
const codes = `<CodeBook><Codes>
  <Code guid="${guid(10)}" name="Calm" isCodable="true" color="#f00"><Description>All is well</Description>
    <Code guid="${guid(11)}" name="Very" isCodable="true"/></Code>
  <Code guid="${guid(12)}" name="Ships" isCodable="false"/></Codes></CodeBook>`;
const text = 'Calm at the port\n\nTwo ships 😀 left. The port was calm.';

/** What came of an import, in words. */
function seen({ annotations, codes: all, coders, documents, memos }: ProjectSnapshot) {
  const nameOf = (id: string): string => all.find((code) => code.id === id)?.name ?? id;
  const who = (id: string): string =>
    id === coderOfTest ? 'me' : (coders.find((each) => each.id === id)?.name ?? id);
  return {
    passages: annotations.map(
      ({ target, coder_id, codings }) =>
        `${target.kind === 'passage' ? target.quote : 'whole'} | ${who(coder_id)} | ${codings.map(({ code_id }) => nameOf(code_id)).join(', ')}`,
    ),
    memos: memos
      .map(({ target, text: words, coder_id }) => `${target.kind}: ${words} | ${who(coder_id)}`)
      .toSorted(),
    documents: documents.map(({ title, path }) => `${title} | ${path}`),
  };
}

function run(xml: string, files: Readonly<Record<string, string>> = {}) {
  const into = createProject();
  const read = readFile(xml, files);
  const staged = takeIn(into, read, true);
  const again = takeIn(into, readFile(xml, files), true);
  return { into, staged, again, is: seen(into.snapshot()) };
}

test('ATLAS.ti: braces, capitals, a missing "internal://", CRLF counted as one, names cut off', () => {
  const source = `<Sources><TextSource guid="{${guid(20).toUpperCase()}}" name="Port" plainTextPath="{${guid(20)}}.txt" creationDateTime="2026-01-01T10:00:00Z">
    <PlainTextSelection guid="{${guid(30)}}" name="Two ships 😀 left." startPosition="18" endPosition="35" creatingUser="{${guid(1)}}" creationDateTime="2026-01-02T10:00:00">
      <Coding guid="{${guid(40)}}" creatingUser="{${guid(1)}}"><CodeRef targetGUID="{${guid(10)}}"/></Coding>
      <Coding guid="{${guid(41)}}" creatingUser="{${guid(2)}}"><CodeRef targetGUID="{${guid(11)}}"/></Coding>
    </PlainTextSelection>
    <PlainTextSelection guid="{${guid(31)}}" name="The port…" startPosition="36" endPosition="54" creatingUser="{${guid(1)}}"/>
  </TextSource></Sources>`;
  const { staged, is, again } = run(project('ATLAS.ti 23', users + codes + source), {
    [`{${guid(20)}}.txt`]: text.replaceAll('\n', '\r\n'),
  });
  expect(is.passages).toEqual([
    'Two ships 😀 left. | Vera | Calm',
    'Two ships 😀 left. | Tom | Very',
    'The port was calm. | Vera | ',
  ]);
  expect(staged.positions).toMatchObject({ lineEnd: 'one', unit: 'code-point', matched: 2, named: 2 });
  expect(summary(staged, 'annotation')).toEqual([
    'added: 3',
    'repaired coders-parted: 1',
    'repaired time-zone-missing: 2',
  ]);
  expect(summary(staged, 'file')).toEqual(['repaired positions-converted: 1']);
  expect(again.drafts).toEqual([]);
});

test('QualCoder: one selection per coding, a mark before the text, notes by reference', () => {
  const selection = (n: number, code: number, user: number): string =>
    `<PlainTextSelection guid="${guid(n)}" startPosition="0" endPosition="4" creatingUser="${guid(user)}"><Coding guid="${guid(n + 100)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(code)}"/></Coding>${n === 31 ? `<NoteRef targetGUID="${guid(51)}"/>` : ''}</PlainTextSelection>`;
  const source = `<Sources><TextSource guid="${guid(20)}" name="port.txt" plainTextPath="internal://${guid(20)}.txt">
    ${selection(30, 10, 1)}${selection(31, 11, 1)}${selection(32, 10, 1)}${selection(33, 10, 2)}
    <NoteRef targetGUID="${guid(50)}"/></TextSource></Sources>`;
  const notes = `<Notes><Note guid="${guid(50)}" name="On the port" creatingUser="${guid(2)}"><PlainTextContent>A *quiet* place</PlainTextContent></Note>
    <Note guid="${guid(51)}" creatingUser="${guid(1)}"><PlainTextContent>why</PlainTextContent></Note></Notes>`;
  const { into, staged, is, again } = run(project('QualCoder', users + codes + source + notes), {
    [`${guid(20)}.txt`]: `\ufeff${text}`,
  });
  expect(is).toEqual({
    passages: ['Calm | Vera | Calm, Very', 'Calm | Tom | Calm'],
    memos: ['annotation: why | Vera', 'document: On the port\n\nA *quiet* place | Tom'],
    documents: ['port.txt | port.txt'],
  });
  const [memo] = into.snapshot().memos.filter(({ target }) => target.kind === 'document');
  expect(memo?.markdown).toBe('On the port\n\nA \\*quiet\\* place');
  expect(summary(staged, 'annotation')).toEqual(['added: 2', 'repaired ranges-merged: 2']);
  expect(summary(staged, 'coding')).toEqual(['left-out coding-twice: 1']);
  expect(into.snapshot().documents[0]?.length).toBe(text.length);
  expect(again.drafts).toEqual([]);
});

test('NVivo: notes tied by links, cases with values, UTF-16 positions, values on cases', () => {
  const source = `<Variables><Variable guid="${guid(60)}" name="Agency" typeOfVariable="Text"/><Variable guid="${guid(61)}" name="Day" typeOfVariable="Date"/><Variable guid="${guid(62)}" name="Pages" typeOfVariable="Integer"/></Variables>
  <Cases><Case guid="${guid(70)}" name="Harbour"><VariableValue><VariableRef targetGUID="${guid(60)}"/><TextValue>NORA</TextValue></VariableValue><VariableValue><VariableRef targetGUID="${guid(61)}"/><DateValue>2026-01-05</DateValue></VariableValue><VariableValue><VariableRef targetGUID="${guid(62)}"/><IntegerValue>many</IntegerValue></VariableValue><SourceRef targetGUID="${guid(20)}"/></Case>
  <Case guid="${guid(71)}" name="Nobody"><CodeRef targetGUID="${guid(10)}"/></Case></Cases>
  <Sources><TextSource guid="${guid(20)}" name="Port"><PlainTextContent>${text}</PlainTextContent>
    <PlainTextSelection guid="${guid(30)}" name="The port was calm." startPosition="37" endPosition="55" creatingUser="${guid(1)}"><Coding guid="${guid(40)}"><CodeRef targetGUID="${guid(12)}"/></Coding></PlainTextSelection>
    <VariableValue><VariableRef targetGUID="${guid(60)}"/><TextValue>TASSO</TextValue></VariableValue>
  </TextSource><AudioSource guid="${guid(21)}" name="Interview"/></Sources>
  <Notes><Note guid="${guid(50)}" name="An"><PlainTextContent>Annotation of NVivo</PlainTextContent></Note><Note guid="${guid(51)}" name="Free"><PlainTextContent>Free memo</PlainTextContent></Note></Notes>
  <Links><Link guid="${guid(80)}" direction="OneWay" originGUID="${guid(50)}" targetGUID="${guid(30)}"/></Links>`;
  const { into, staged, is, again } = run(project('NVivo 14', users + codes + source));
  expect(is.passages).toEqual(['The port was calm. | Vera | Ships']);
  expect(is.memos).toEqual(['annotation: Annotation of NVivo | Vera', 'project: Free memo | me']);
  expect(staged.positions).toMatchObject({ unit: 'utf-16', matched: 1, named: 1, decidedBy: 'names' });
  const { documents, attributes } = into.snapshot();
  const values = Object.entries(documents[0]?.values ?? {}).map(([id, { value, precision }]) => [
    attributes.find((attribute) => attribute.id === id)?.key,
    value,
    precision,
  ]);
  expect(values).toEqual([
    ['agency', 'TASSO', undefined],
    ['day', '2026-01-05', 'day'],
  ]);
  expect(summary(staged, 'document')).toEqual([
    'added: 1',
    'left-out value-twice: 1',
    'left-out value-unreadable: 1',
    'repaired structure-made: 1',
  ]);
  expect(summary(staged, 'code')).toEqual(['added: 3', 'repaired folder-coded: 1']);
  expect(staged.report.find(({ reason }) => reason === 'not-supported')?.names).toEqual([
    'Case > CodeRef',
    'AudioSource: Interview',
    'Case: Nobody',
  ]);
  expect(again.drafts).toEqual([]);
});

test('MAXQDA and older drafts: capital names, old namespace, empty containers, values on sources, sets', () => {
  const inner = `<users><USER guid="${guid(1)}" name="Vera"/></users>
  <CodeBook><Codes><Code guid="${guid(10)}" name="Calm" isCodable="True"/><Code guid="${guid(11)}" name="calm" isCodable="1"/><Code guid="${guid(12)}" isCodable="false"/></Codes></CodeBook>
  <Variables/><Cases/><Sources><TextSource guid="${guid(20)}" name="a/b: Port.docx" plainTextPath="relative:///x/Sources/PORT.TXT">
    <Description>From the archive</Description>
    <PlainTextSelection guid="${guid(30)}" startPosition="0" endPosition="4"><Description>look here</Description></PlainTextSelection>
    <Coding guid="${guid(40)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(10)}"/><NoteRef targetGUID="${guid(50)}"/></Coding>
    <Coding guid="${guid(41)}" creatingUser="${guid(1)}"><CodeRef targetGUID="${guid(11)}"/></Coding></TextSource></Sources>
  <Notes><Note guid="${guid(50)}" name="Tone"><PlainTextContent/></Note></Notes><Links/><Sets><Set guid="${guid(90)}" name="Mine"><MemberCode targetGUID="${guid(10)}"/></Set></Sets>
  <Graphs><Graph guid="${guid(91)}" name="Map"/></Graphs><Description>A project</Description>`;
  const { staged, is, into, again } = run(project('MAXQDA', inner, 'urn:QDA-XML:project:0:10'), {
    'port.txt': text,
  });
  expect(is).toEqual({
    passages: ['Calm | me | ', 'whole | Vera | Calm, calm (2)'],
    memos: [
      'annotation: look here | me',
      'coding: Tone | Vera',
      'document: From the archive | me',
      'project: A project | me',
    ],
    documents: ['a/b: Port.docx | a-b- Port.docx'],
  });
  expect(into.snapshot().codes.map(({ name, kind, set }) => `${name} ${kind} ${set ?? '-'}`)).toEqual([
    'Calm code -',
    'calm (2) code -',
    'Code 00000012 folder -',
  ]);
  expect(summary(staged, 'code')).toEqual(['added: 3', 'repaired name-missing: 1', 'repaired name-twice: 1']);
  expect(staged.report.find(({ reason }) => reason === 'not-supported')?.names).toEqual([
    'Graph: Map',
    'Set: Mine',
  ]);
  expect(summary(staged, 'memo')).toEqual([
    'added: 4',
    'repaired coder-missing: 3',
    'repaired comment-made-memo: 3',
  ]);
  expect(again.drafts).toEqual([]);
});

test('Taguette: guids twice, positions outside, half a character, an absent source, codings without a code', () => {
  const selection = (n: number, from: number | string, to: number, extra = ''): string =>
    `<PlainTextSelection guid="${guid(n)}" startPosition="${from}" endPosition="${to}">${extra}</PlainTextSelection>`;
  const coding = (n: number, code: string): string =>
    `<Coding guid="${guid(n)}" creatingUser="${guid(1)}">${code}<NoteRef targetGUID="${guid(50)}"/></Coding>`;
  const ref = `<CodeRef targetGUID="${guid(10)}"/>`;
  const source = `<Sources><TextSource guid="${guid(20)}" name="Port" plainTextPath="internal://${guid(20)}.txt">
    ${selection(30, 0, 4, coding(40, ref))}${selection(30, 5, 7, coding(40, ref))}${selection(31, 40, 900, coding(41, ref))}${selection(32, 7, 5)}
    ${selection(33, 'x', 5)}${selection(34, 8, 11, coding(42, ''))}${selection(35, 12, 16, coding(43, `<CodeRef targetGUID="${guid(99)}"/>`))}</TextSource>
    <TextSource guid="${guid(21)}" name="Gone" plainTextPath="internal://${guid(21)}.txt">${selection(36, 0, 4, coding(44, ref))}${coding(45, ref)}</TextSource></Sources>
    <Notes><Note guid="${guid(50)}"><PlainTextContent>one note</PlainTextContent></Note><Note guid="${guid(50)}"><PlainTextContent>twin</PlainTextContent></Note></Notes>`;
  const { staged, is, into, again } = run(project('Taguette', users + codes + source), {
    [`${guid(20)}.txt`]: text,
  });
  expect(is.passages).toEqual(['Calm | Vera | Calm', 'at | Vera | Calm', 'the | Vera | ', 'port | Vera | ']);
  expect(
    new Set(into.snapshot().annotations.flatMap(({ id, codings }) => [id, ...codings.map((each) => each.id)]))
      .size,
  ).toBe(6);
  expect(summary(staged, 'annotation')).toEqual([
    'added: 4',
    'left-out document-left-out: 1',
    'left-out out-of-range: 2',
    'left-out place-missing: 1',
    'repaired id-twice: 1',
  ]);
  expect(summary(staged, 'coding')).toEqual([
    'left-out document-left-out: 1',
    'left-out unknown-code: 2',
    'repaired id-twice: 1',
  ]);
  expect(summary(staged, 'document')).toContain('left-out text-missing: 1');
  // Of its seven targets two came in; nothing is about something that is not there.
  expect(is.memos).toEqual(['coding: one note | Vera', 'coding: one note | Vera', 'project: twin | me']);
  expect(summary(staged, 'memo')).toEqual([
    'added: 3',
    'left-out target-left-out: 5',
    'repaired coder-missing: 1',
    'repaired id-twice: 1',
    'repaired note-copied: 1',
    'repaired note-free: 1',
  ]);
  expect(again.drafts).toEqual([]);
});

test('a PDF comes in as the text that represents it', () => {
  const source = `<Sources><PDFSource guid="${guid(20)}" name="Port.pdf" path="internal://x.pdf"><PDFSelection guid="${guid(33)}" page="1" firstX="0" firstY="0" secondX="1" secondY="1"/><Representation guid="${guid(22)}" plainTextPath="internal://${guid(22)}.txt"><PlainTextSelection guid="${guid(30)}" startPosition="0" endPosition="4"/></Representation><Coding guid="${guid(40)}"><CodeRef targetGUID="${guid(10)}"/></Coding></PDFSource></Sources>`;
  const { is, staged } = run(project('ATLAS.ti', users + codes + source), { [`${guid(22)}.txt`]: text });
  expect(is.passages).toEqual(['Calm | me | ', 'whole | me | Calm']);
  expect(is.documents).toEqual(['Port.pdf | Port.pdf']);
  expect(staged.report.find(({ reason }) => reason === 'not-supported')?.names).toEqual(['PDFSelection']);
});

test('links between passages, of our kinds and of others', () => {
  const source = `<Sources><TextSource guid="${guid(20)}" name="Port"><PlainTextContent>${text}</PlainTextContent><PlainTextSelection guid="${guid(30)}" startPosition="0" endPosition="4" creatingUser="${guid(1)}"/><PlainTextSelection guid="${guid(31)}" startPosition="5" endPosition="7" creatingUser="${guid(1)}"/></TextSource></Sources>
  <Links><Link guid="${guid(80)}" name="Contradicts" originGUID="${guid(30)}" targetGUID="${guid(31)}"/><Link guid="${guid(81)}" name="explains" originGUID="${guid(30)}" targetGUID="${guid(31)}"/><Link guid="${guid(82)}" originGUID="${guid(10)}" targetGUID="${guid(11)}"/></Links>`;
  const { into, staged } = run(project('ATLAS.ti', users + codes + source));
  expect(into.snapshot().links).toMatchObject([
    { kind: 'contradicts', from: guid(30), to: guid(31), coder_id: guid(1) },
  ]);
  expect(summary(staged, 'link')).toEqual([
    'added: 1',
    'left-out link-kind: 1',
    'left-out target-missing: 1',
  ]);
});

test('a codebook of others meets one of our own: the same path is the same code', () => {
  const into = createProject();
  const xml = `<q:CodeBook xmlns:q="urn:QDA-XML:codebook:1.0" origin="MAXQDA"><q:Codes><q:Code guid="${guid(10)}" name="Calm" isCodable="true"><q:Code guid="${guid(11)}" name="Very" isCodable="true"/></q:Code></q:Codes></q:CodeBook>`;
  takeIn(into, readFile(xml));
  const other = xml.replaceAll('000000', '777777').replace('Very', 'Hardly');
  const staged = takeIn(into, readFile(other));
  expect(summary(staged, 'code')).toEqual(['added: 1', 'bound same-name: 1']);
  expect(into.snapshot().codes.map(({ name }) => name)).toEqual(['Calm', 'Very', 'Hardly']);
  expect(
    new Set(
      into
        .snapshot()
        .codes.slice(1)
        .map(({ parent_id }) => parent_id),
    ),
  ).toEqual(new Set([guid(10)]));
});

test('a corpus that is here under other guids is found by text and name, a reprint is not', () => {
  const into = createProject();
  const source = (n: number, name: string): string =>
    project(
      'NVivo',
      `<Sources><TextSource guid="${guid(n)}" name="${name}"><PlainTextContent>${text}</PlainTextContent></TextSource></Sources>`,
    );
  takeIn(into, readFile(source(20, 'Port')));
  const same = takeIn(into, readFile(source(21, 'Port')));
  expect(summary(same, 'document')).toEqual(['bound same-text: 1']);
  const reprint = takeIn(into, readFile(source(22, 'Reprint')));
  expect(summary(reprint, 'document')).toEqual(['added: 1', 'repaired structure-made: 1']);
});

test('what is no REFI file is refused by name', () => {
  expect(() => readFile('<html/>')).toThrow('{"kind":"not-refi","root":"html"}');
});

test('a file with nothing in it is a file', () => {
  const { staged } = run(project('X', ''));
  expect(staged.drafts).toEqual([]);
  expect(staged.report).toEqual([]);
});

test('what came from others goes out as a valid project of ours', () => {
  const source = `<Sources><TextSource guid="${guid(20)}" name="Port"><PlainTextContent>${text}</PlainTextContent><PlainTextSelection guid="not a guid" startPosition="0" endPosition="4"><Coding><CodeRef targetGUID="${guid(10)}"/></Coding></PlainTextSelection></TextSource></Sources>`;
  const { into, staged, again } = run(project('X', users + codes + source));
  expect(summary(staged, 'annotation')).toContain('repaired id-replaced: 1');
  expect(again.drafts).toEqual([]);
  expect(exported(into).files.map(({ name }) => name)).toEqual(['project.qde', `sources/${guid(20)}.txt`]);
  expect(uuid('d', 1)).toHaveLength(36);
});
