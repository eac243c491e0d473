import type { Id } from '@core/model/identity';
import type { PageKey, PageRow } from './database';

/** What is to be written of the pages, and where annotations come to lie. */
export interface PagePlan {
  readonly puts: readonly PageRow[];
  readonly deletes: readonly PageKey[];
  readonly moves: readonly { readonly document_id: Id; readonly id: Id; readonly number: number | null }[];
  /** Pages there are more than before; fewer when negative. */
  readonly made: number;
}
