import type {} from '../page/workbench/workbench';
import type { FakeFile } from './fake-files';
import type { WorkbenchPage } from './workbench-page';

const ask = (name: string) =>
  ['1', '2'].map((n) => `${name} ${n} was lit at dusk by its pilots, who said so.`);

/** Files that cannot come in before somebody was asked about them, beside one that can. */
export const askingFiles: readonly FakeFile[] = [
  { path: 'plain.txt', text: 'Quay of Aune open\n\nThe quay is open.' },
  { path: 'locked.pdf', text: 'Lamp of Harn locked\n\nThe lamp was locked.', password: 'ferry' },
  {
    ...{ path: 'download.docx', text: 'First report of Veld\n\nThe mole stands.' },
    others: ['Second report of Veld\nThe mole stood.', 'Third report of Veld\nThe mole will stand.'],
  },
  {
    ...{ path: 'posts.csv', text: 'posts' },
    table: {
      columns: ['Heading', 'Words', 'Seen', 'Desk'],
      rows: ask('Lamp').map((words, n) => [`Post ${n + 1}`, words, `2031-03-0${n + 1}`, 'North']),
      ...{ count: 2, guess: null },
    },
  },
];

const lamp = 'Lamp of Harn lit again\n\nThe lamp was lit at dusk.';
/** One text under three names. */
export const sameTexts: readonly FakeFile[] = [
  { path: 'nora/lamp.txt', text: lamp },
  { path: 'bepa/lampe.txt', text: lamp },
  { path: 'copy/again.txt', text: lamp },
];

/** Opens them as a person does, with a dialog that asks. */
export function openAskingFiles(
  { page }: WorkbenchPage,
  files: readonly FakeFile[] = askingFiles,
): Promise<void> {
  return page.evaluate((given) => {
    window.workbenchHarness.offer(given);
    window.workbenchHarness.bridge.menu('open-corpus-folder');
  }, files);
}
