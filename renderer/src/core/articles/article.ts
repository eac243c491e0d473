import type { ParagraphRole } from '../structure/structure-hints';
import type { ArticleField } from './article-layout';

export interface ArticleParagraph {
  readonly text: string;
  readonly role: ParagraphRole;
}

/** One article of a download; the values as the archive prints them. */
export interface Article {
  /** '' where it has none. */
  readonly title: string;
  readonly body: readonly ArticleParagraph[];
  readonly values: Readonly<Partial<Record<ArticleField, string>>>;
}
