import type { Id } from '../model/identity';
import type { MemoBlock, MemoInline, MemoList } from './memo-content';

/** A place within the project that a memo can link to, written "fw:kind/id". */
export interface MemoAddress {
  readonly kind: 'document' | 'code' | 'annotation';
  readonly id: Id;
}

const addressPattern = /^fw:(document|code|annotation)\/([^\s/()<>]+)$/;

/** The place a link names; null for an address outside the project, or of a kind that nothing is known of. */
export function readAddress(href: string): MemoAddress | null {
  const [, kind, id] = addressPattern.exec(href) ?? [];
  const isKnown = kind === 'document' || kind === 'code' || kind === 'annotation';
  return isKnown && id !== undefined ? { kind, id } : null;
}

export function writeAddress({ kind, id }: MemoAddress): string {
  return `fw:${kind}/${id}`;
}

/** All places within the project that a memo links to, each once, in its order. */
export function addressesIn(blocks: readonly MemoBlock[]): readonly MemoAddress[] {
  const found = new Map<string, MemoAddress>();
  const visit = (content: readonly MemoInline[]): void => {
    for (const inline of content) {
      const address = inline.kind === 'link' ? readAddress(inline.href) : null;
      if (address !== null) found.set(writeAddress(address), address);
    }
  };
  const visitList = ({ items }: MemoList): void => {
    for (const { content, lists } of items) {
      visit(content);
      lists.forEach(visitList);
    }
  };
  for (const block of blocks) {
    if (block.kind === 'list') visitList(block);
    else visit(block.content);
  }
  return [...found.values()];
}
