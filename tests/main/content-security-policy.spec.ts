import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { contentSecurityPolicy, styleHashes } from '@main/content-security-policy';
import { expect, test } from '@playwright/test';

const packageFolder = (name: string): string =>
  dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));

test('is the one policy', () => {
  expect(contentSecurityPolicy).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default inert-parse",
  );
});

test('allows the style element that React Aria writes, as this version writes it', () => {
  const source = readFileSync(
    join(packageFolder('react-aria'), 'dist/private/interactions/usePress.mjs'),
    'utf8',
  );
  const constantNamed = (name: string): string =>
    new Map(
      [...source.matchAll(/const (\S+) = '([^']*)'/g)].map(([, key = '', value = '']) => [key, value]),
    ).get(name) ?? '';
  const texts = [...source.matchAll(/`\s*([^`]*)`\.trim\(\)/g)].map(([, text = '']) =>
    text.trim().replaceAll(/\$\{([^}]*)\}/g, (_, name: string) => constantNamed(name)),
  );
  expect(texts.length).toBeGreaterThan(0);
  const { version } = JSON.parse(
    readFileSync(join(packageFolder('react-aria-components'), 'package.json'), 'utf8'),
  ) as {
    readonly version: string;
  };
  const hashes = texts.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);
  const key: string = `react-aria-components ${version}`;
  expect(hashes).toContain(new Map<string, string>(Object.entries(styleHashes)).get(key));
});
