import { offerFiles } from './version-files';
import type { WorkbenchPage } from './workbench-page';

const files = {
  'wire/lamp.txt': [
    'Lamp of Harn lit again by its pilots',
    'HARN, March 3. /NORA/. Ilse Aubrant, the ambassador, said the lamp was lit. The ferry left at dusk.',
    'Joren Talvik told reporters that nobody saw it. The quay was empty at night.',
  ].join('\n\n'),
  'wire/quay.txt': [
    'Quay of Aune closed for repairs',
    'AUNE, March 4. /NORA/. J. Talvik, the harbour master, said the quay was closed. It opens in May.',
  ].join('\n\n'),
};

/** Opens a corpus whose texts give words to people, at its first document. */
export async function openSpeakers(desk: WorkbenchPage): Promise<void> {
  await offerFiles(desk, files, true);
  await desk.open(/^Lamp of Harn/);
}

/** Says who speaks in the next sentence: what is typed is kept, or the option of these words is chosen. */
export async function speak(desk: WorkbenchPage, typed: string, option?: string | RegExp): Promise<void> {
  const { page } = desk;
  await desk.keys('d', 'w');
  const field = page.getByRole('combobox', { name: 'Speaker' });
  await field.fill(typed);
  if (option === undefined) await field.press('Enter');
  else await page.getByRole('option', { name: option }).click();
  await desk.saved();
}
