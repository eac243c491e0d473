import type { Locator, Page } from '@playwright/test';
import { openSpeakers, speak } from '../support/speaker-desk';
import type { WorkbenchPage } from '../support/workbench-page';
import { expect, test } from './workbench-fixture';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Speakers' });
const rows = (page: Page): Locator =>
  dialog(page).getByRole('listbox', { name: 'Speakers of the project' }).getByRole('option');
const aliases = (page: Page): Locator =>
  dialog(page).getByRole('list', { name: 'Also called' }).getByRole('listitem');

async function openByName({ page }: WorkbenchPage): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.keyboard.type('speakers…');
  await page.keyboard.press('Enter');
  await dialog(page).waitFor();
}

test('names of the text become speakers with their roles, or other names of one, when they are chosen', async ({
  desk,
  page,
}) => {
  await openSpeakers(desk);
  await desk.keys('d');
  await speak(desk, 'ambass', /^Ilse Aubrant.*named in the text as ambassador/);
  const field = page.getByRole('combobox', { name: 'Speaker' });
  await expect(field).toHaveValue('Ilse Aubrant');
  await speak(desk, 'Joren Talvik');
  // Whoever comes back to the passage reads on: the field asked for the focus once.
  await desk.keys('[', ']');
  await expect(field).toHaveValue('Joren Talvik');
  await expect(desk.article).toBeFocused();
  await desk.open(/^Quay of Aune/);
  await desk.keys('d');
  // The name is offered as another one of somebody known, and what is typed makes nobody an alias.
  await desk.keys('w');
  await field.fill('J. T');
  const offered = page.getByRole('listbox', { name: 'Speakers of the project' }).getByRole('option');
  await expect(offered).toHaveText([
    /^Joren Talvik.*keeps “J\. Talvik” as another name/,
    /^J\. Talvik.*named in the text as harbour master/,
  ]);
  await offered.first().click();
  await desk.saved();
  await expect(field).toHaveValue('Joren Talvik');

  await page.getByRole('button', { name: 'Speakers…' }).click();
  await expect(rows(page)).toHaveText([/^Ilse Aubrant.*in 1 annotation/, /^Joren Talvik.*in 2 annotations/]);
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
  await expect(aliases(page)).toHaveText(['J. Talvik']);
  // What stands beside the name in the open text is offered there too.
  await dialog(page).getByRole('button', { name: 'Add “harbour master”' }).click();
  await expect(aliases(page)).toHaveText(['J. Talvik', 'harbour master']);
  await rows(page).first().click();
  await expect(aliases(page)).toHaveText(['ambassador']);
  await page.keyboard.press('Escape');

  // The alias and the statement were one step.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.click();
  await desk.saved();
  await undo.click();
  await desk.saved();
  await expect(field).toHaveValue('');
  await openByName(desk);
  await rows(page).last().click();
  await expect(aliases(page)).toHaveCount(0);
});

test('speakers are renamed, given and taken other names, merged and removed by keys, each one step', async ({
  desk,
  page,
}) => {
  await openSpeakers(desk);
  for (const name of ['The embassy', 'The envoy', 'The envoys', 'The envoys']) await speak(desk, name);
  await desk.codes.focus();
  await page.getByRole('button', { name: 'Codebook menu' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Speakers…' }).press('Enter');
  const listed = ['The embassy', 'The envoy', 'The envoys'];
  await expect(rows(page)).toHaveText(listed.map((name) => new RegExp(`^${name}\\d`)));
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');

  // Its name, where it stands: one that is somebody else's is refused.
  const name = dialog(page).getByRole('textbox', { name: 'Name', exact: true });
  await page.keyboard.press('Tab');
  await expect(name).toHaveValue('The envoy');
  await name.fill('The Embassy');
  await name.press('Enter');
  await expect(name).toHaveAccessibleDescription(/Another speaker has this name/);
  await name.fill('Envoy of Harn');
  await name.press('Enter');
  await expect(rows(page).first()).toHaveText(/^Envoy of Harn/);

  await dialog(page).getByRole('button', { name: /Kind$/ }).press('Enter');
  await page.getByRole('option', { name: 'a group' }).press('Enter');
  await expect(dialog(page).getByRole('button', { name: /Kind$/ })).toHaveText(/a group/);

  const alias = dialog(page).getByRole('textbox', { name: 'Another name or role' });
  for (const typed of ['His excellency', 'The old man']) {
    await alias.fill(typed);
    await alias.press('Enter');
    await expect(alias).toHaveValue('');
  }
  await alias.fill('the EMBASSY');
  await alias.press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText(/Another speaker has this name/);
  await dialog(page).getByRole('button', { name: 'Remove “The old man”' }).press('Enter');
  await expect(aliases(page)).toHaveText(['His excellency']);
  await expect(alias).toBeFocused();

  // Nobody goes while something names them.
  const remove = dialog(page).getByRole('button', { name: 'Remove speaker' });
  await expect(remove).toBeDisabled();
  await dialog(page).getByRole('button', { name: 'Merge into…' }).press('Enter');
  const targets = dialog(page).getByRole('listbox', { name: 'Merge into' }).getByRole('option');
  await expect(targets).toHaveText([/^The embassy/, /^The envoys/]);
  await expect(targets.first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('status').first()).toHaveText(
    /“Envoy of Harn” is named by 1 annotation, “The envoys” by 2 annotations\./,
  );
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).press('Enter');
  await expect(rows(page)).toHaveText([/^The embassy.*in 1 annotation/, /^The envoys.*in 3 annotations/]);
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true');
  await expect(aliases(page)).toHaveText(['Envoy of Harn', 'His excellency']);
  await expect(dialog(page)).toContainText('1 annotation changed');

  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveText([/^Envoy of Harn/, /^The embassy/, /^The envoys.*in 2 annotations/]);
  await page.keyboard.press('Escape');
  await expect(page.getByText('Undone: Merge speakers')).toBeVisible();
  await page.getByRole('button', { name: 'Redo' }).click();
  await desk.saved();

  // Its annotation gone, the first can go as well.
  await desk.annotations.getByRole('button').first().click();
  await page.getByRole('combobox', { name: 'Speaker' }).fill('');
  await page.getByRole('combobox', { name: 'Speaker' }).press('Enter');
  await desk.saved();
  await openByName(desk);
  await rows(page).first().click();
  await expect(dialog(page).getByText('No annotation names them.')).toBeVisible();
  await remove.press('Enter');
  await expect(rows(page)).toHaveText([/^The envoys/]);
  await desk.saved();

  await page.reload();
  await desk.documents.getByRole('option').first().click();
  await openByName(desk);
  await expect(rows(page)).toHaveText([/^The envoys.*in 3 annotations/]);
  await expect(aliases(page)).toHaveText(['Envoy of Harn', 'His excellency']);
});

test('a long list is narrowed by typing; without speakers it says what to do', async ({ desk, page }) => {
  await openSpeakers(desk);
  await openByName(desk);
  await expect(dialog(page)).toContainText('press w and say who speaks');
  await page.keyboard.press('Escape');
  const names = ['Ada', 'Bel', 'Cem', 'Dag', 'Eda', 'Fil', 'Gus', 'Hal', 'Ima'];
  for (const name of names) await speak(desk, `${name} Orel`);
  // Where the offers are scrolled, the marked one is in sight.
  await desk.keys('w');
  await page.getByRole('combobox', { name: 'Speaker' }).fill('orel');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('option', { name: 'Ima Orel' })).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await openByName(desk);
  await expect(rows(page)).toHaveCount(names.length);
  await dialog(page).getByRole('searchbox', { name: 'Find a speaker' }).fill('gus');
  await expect(rows(page)).toHaveText([/^Gus Orel/]);
});
