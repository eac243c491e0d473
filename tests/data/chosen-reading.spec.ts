import { expect, test } from './harness-page';

const western = { label: 'windows-1252', told_by: 'guess', confidence: 0.1 } as const;
const before = [
  {
    ...{ path: 'wire/1.txt', text: 'Ïîðò\nÎòêðûò.', encoding: western },
    again: { 'windows-1251': 'Порт\nОткрыт.' },
  },
  { path: 'wire/2.txt', text: 'Café\nOpen.', encoding: western, again: { 'windows-1251': 'Cafй\nOpen.' } },
  {
    ...{ path: 'wire/3.txt', text: 'Ìîë\nÎòêðûò.', encoding: western },
    again: { 'windows-1251': 'Мол\nОткрыт.' },
  },
  { path: 'wire/4.html', text: 'Quay open\nIt is open.', page: { text: 'Quay open\nIt is open.\nImprint' } },
  { path: 'wire/5.html', text: 'Mole open\nIt is open.', page: { text: 'Mole open\nIt is open.\nImprint' } },
];
const after = [
  {
    ...{ path: 'wire/1.txt', text: 'Ïîðò\nÎòêðûò ñíîâà.', encoding: western },
    again: { 'windows-1251': 'Порт\nОткрыт снова.' },
  },
  { path: 'wire/2.txt', text: 'Café\nShut.', encoding: western, again: { 'windows-1251': 'Cafй\nShut.' } },
  // Its publisher writes UTF-8 by now.
  { path: 'wire/3.txt', text: 'Мол\nЗакрыт.', again: { 'windows-1251': 'РњРѕР»' } },
  { path: 'wire/4.html', text: 'Quay open\nIt shuts.', page: { text: 'Quay open\nIt shuts.\nImprint' } },
  { path: 'wire/5.html', text: 'Mole open\nIt shuts.', page: { text: 'Mole open\nIt shuts.\nImprint' } },
];

test('a changed file is read as a person had the earlier one read, where it does not say itself how', async ({
  harnessPage: page,
}) => {
  const result = await page.evaluate(
    async ([first, second]) => {
      const opened = await harness.open();
      const { bridge, session } = opened;
      const ids = await harness.importFiles(opened, first);
      const choose = (at: number, reading: Parameters<typeof harness.rereadDocument>[3]) =>
        harness.rereadDocument(bridge, session, ids[at] ?? '', reading);
      await choose(0, { encoding: 'windows-1251' });
      await choose(2, { encoding: 'windows-1251' });
      await choose(3, { whole_page: true, encoding: 'utf-8' });
      const grant = bridge.offerCorpus('wire', second);
      const listing = harness.must(await bridge.listCorpus(grant.token));
      const check = await harness.checkChanges(bridge, session.lists.documents.getSnapshot(), listing, {
        signal: new AbortController().signal,
        onProgress: () => undefined,
      });
      const texts = await bridge.readTexts(check.changed.map(({ source }) => source.text_sha256));
      return check.changed.map(({ earlier, source }, at) => [
        earlier.path,
        source.encoding,
        texts[at]?.text ?? null,
      ]);
    },
    [before, after] as const,
  );
  expect(result).toEqual([
    ['wire/1.txt', 'windows-1251', 'Порт\nОткрыт снова.'],
    ['wire/2.txt', 'windows-1252', 'Café\nShut.'],
    ['wire/3.txt', 'utf-8', 'Мол\nЗакрыт.'],
    ['wire/4.html', 'utf-8', 'Quay open\nIt shuts.\nImprint'],
    ['wire/5.html', 'utf-8', 'Mole open\nIt shuts.'],
  ]);
});
