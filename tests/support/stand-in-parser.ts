import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bridge, FrozenFile, Outcome } from '@preload/contract';
import type { Workbench } from './launch';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

/** A page that parses by what the file says: what a hostile file could make of the real one. */
const page = `
const found = (text) => ({ text, encoding: { label: 'utf-8', told_by: 'validity', confidence: 1 }, repairs: [], structure: JSON.stringify({ title: text.slice(0, 10) }) });
window.parser.onJob(async ({ bytes, path }) => {
  const text = new TextDecoder().decode(bytes);
  if (text.startsWith('hang')) for (;;);
  if (text.startsWith('wait')) {
    document.title = text;
    await new Promise((resolve) => { window.goOn = resolve; });
    document.title = '';
  }
  if (text.startsWith('hog')) {
    const held = [];
    for (;;) { held.push(new Uint8Array(16 * 1024 * 1024).fill(1)); await new Promise((resolve) => setTimeout(resolve)); }
  }
  if (text.startsWith('throw')) throw new Error('of its own');
  if (text.startsWith('refuse')) return { ok: false, error: { code: 'no-text', file: '/elsewhere', detail: 'x' } };
  if (text.startsWith('odd code')) return { ok: false, error: { code: 'journal-damaged' } };
  if (text.startsWith('shape')) return { ok: true, value: [{ text: 7 }] };
  if (text.startsWith('none')) return { ok: true, value: [] };
  if (text.startsWith('surrogate')) return { ok: true, value: [found('\\ud800')] };
  if (text.startsWith('two')) return { ok: true, value: [found('first'), found('second')] };
  return { ok: true, value: [found(text)] };
});`;

/** Has the program's parsers show that page. */
export async function putStandIn({ app }: Workbench): Promise<void> {
  // The parser's page is put in its place from outside: each session that is made for a parser serves this one.
  await app.evaluate(({ app: program }, script) => {
    program.on('session-created', (session) => {
      if (session.isPersistent()) return;
      setImmediate(() => {
        session.protocol.unhandle('app');
        session.protocol.handle('app', ({ url }) => {
          const isPage = url.endsWith('.html');
          const body = isPage ? '<!doctype html><script type="module" src="/stub.js"></script>' : script;
          return new Response(body, {
            headers: { 'Content-Type': isPage ? 'text/html' : 'text/javascript' },
          });
        });
      });
    });
  }, page);
}

/** Puts files into a folder of their own below another, chooses it in the dialog and freezes them, all at once. */
export async function freezeIn(
  { app, window: shown }: Workbench,
  below: string,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, Outcome<FrozenFile>>>> {
  const chosen = mkdtempSync(join(below, 'corpus-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(chosen, name), content);
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, chosen);
  return shown.evaluate(async () => {
    const grant = await window.framewright.chooseCorpus('folder');
    const listed = await window.framewright.listCorpus(grant?.token ?? '');
    if (!listed.ok) throw new Error(listed.error.code);
    const { files } = listed.value;
    const answers = await Promise.all(
      Array.from({ length: Math.ceil(files.length / 100) }, (_, part) =>
        window.framewright.freezeFiles(files.slice(part * 100, part * 100 + 100).map(({ token }) => token)),
      ),
    );
    const frozen = answers.flat();
    return Object.fromEntries(
      files.map(({ path }, place) => {
        const one = frozen[place];
        if (one === undefined) throw new Error(`${path} was not answered`);
        return [path, one] as const;
      }),
    );
  });
}
