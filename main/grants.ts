import { createHmac, randomBytes } from 'node:crypto';
import type { SaveTarget } from './save';

/** A place that a person chose, and what the window may do there. */
export type Granted =
  | { readonly kind: 'corpus-folder'; readonly path: string }
  | { readonly kind: 'corpus-files'; readonly paths: readonly string[] }
  /** Dropped on the window: folders and files alike. */
  | { readonly kind: 'corpus-places'; readonly paths: readonly string[] }
  /** One file of a listing. It must still lie below `root` when it is read; null where it was chosen itself. */
  | {
      readonly kind: 'corpus-file';
      readonly path: string;
      readonly name: string;
      readonly root: string | null;
    }
  | { readonly kind: 'import'; readonly path: string }
  | { readonly kind: 'save'; readonly target: SaveTarget };

/** The leaves given to one window: tokens that nobody can guess, and that mean nothing anywhere else. */
export interface Grants {
  /** The same token where the same leave is given again: a folder that is listed all day long takes no more room. */
  give(granted: Granted): string;
  /** What a token stands for, when it is one of that kind. */
  find<K extends Granted['kind']>(token: string, kind: K): Extract<Granted, { readonly kind: K }> | null;
}

/** Characters of a token: 18 bytes. */
const tokenLength = 24;

export function createGrants(): Grants {
  const given = new Map<string, Granted>();
  const secret = randomBytes(32);
  return {
    give(granted) {
      const token = createHmac('sha256', secret)
        .update(JSON.stringify(granted))
        .digest('base64url')
        .slice(0, tokenLength);
      given.set(token, granted);
      return token;
    },
    find(token, kind) {
      const granted = given.get(token);
      return granted !== undefined && isOfKind(granted, kind) ? granted : null;
    },
  };
}

function isOfKind<K extends Granted['kind']>(
  granted: Granted,
  kind: K,
): granted is Extract<Granted, { readonly kind: K }> {
  return granted.kind === kind;
}
