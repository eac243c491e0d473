import type { Problem } from '@preload/contract';
import strings from '@resources/strings/main.en.json';

export type StringKey = keyof typeof strings;

/** A sentence of main's own, its {placeholders} filled. A placeholder without a value is a bug and throws. */
export function say(key: StringKey, values: Readonly<Record<string, string>> = {}): string {
  return strings[key].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for {${name}} in "${key}"`);
    return value;
  });
}

/** Why something failed, as part of a sentence. */
export function sayReason({ code, detail = '' }: Problem): string {
  const key = `reason.${code}`;
  return say(isKey(key) ? key : 'reason.io', { detail: detail === '' ? code : detail });
}

function isKey(key: string): key is StringKey {
  return Object.hasOwn(strings, key);
}
