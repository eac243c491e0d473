/**
 * Where a phrase is believed: `anywhere`; at the `edge`, that is before the first or after the last paragraph that
 * is text; `beside`, at the edge and only where other residue is found there too.
 */
export type ResiduePlace = 'anywhere' | 'edge' | 'beside';

export interface ResidueRule {
  readonly place: ResiduePlace;
  /** Whole paragraphs: lower case, single spaces, without colon, full stops or arrows at the end. */
  readonly phrases: readonly string[];
  /** Short lines without a full stop after it are links that belong to it. */
  readonly heads?: 'links' | 'form';
}

/** What web pages leave around a text that was copied from them; a new phrase goes into a row. */
export const residueRules: readonly ResidueRule[] = [
  {
    place: 'anywhere',
    phrases: [
      'your email address will not be published. required fields are marked *',
      'your email address will not be published',
      'required fields are marked *',
      'save my name, email, and website in this browser for the next time i comment',
      'you must be logged in to post a comment',
      'this site uses akismet to reduce spam. learn how your comment data is processed',
      'please enable javascript to view the comments powered by disqus',
      'ваш адрес email не будет опубликован. обязательные поля помечены *',
      'ваш адрес email не будет опубликован',
      'нашли ошибку? выделите фрагмент и нажмите ctrl+enter',
    ],
  },
  {
    place: 'edge',
    phrases: [
      ...[
        'all news',
        'latest news',
        'top stories',
        'breaking news',
        'skip to content',
        'skip to main content',
      ],
      ...['back to top', 'share this', 'share this article', 'share this story', 'share on facebook'],
      ...['share on twitter', 'share on telegram', 'print this article', 'sign up for our newsletter'],
      ...['subscribe to our newsletter', 'all rights reserved', 'post navigation', 'cookie settings'],
      ...['все новости', 'поделиться', 'лента новостей', 'подписывайтесь на наш канал', 'все права защищены'],
    ],
  },
  {
    place: 'edge',
    heads: 'links',
    phrases: [
      ...[
        'related posts',
        'related articles',
        'related news',
        'related stories',
        'related topics',
        'read also',
      ],
      ...['read more', 'more news', 'more on this topic', 'most read', 'most popular', 'you may also like'],
      ...['recommended for you', 'see also', 'читайте также', 'похожие записи', 'другие новости', 'по теме'],
    ],
  },
  {
    place: 'edge',
    heads: 'form',
    phrases: [
      ...[
        'leave a reply',
        'leave a comment',
        'leave a reply cancel reply',
        'post a comment',
        'add a comment',
      ],
      ...['добавить комментарий', 'оставить комментарий', 'комментарии', 'leave a reply ↓'],
    ],
  },
  {
    place: 'beside',
    phrases: [
      ...[
        'source',
        'sources',
        'tags',
        'tag',
        'share',
        'print',
        'tweet',
        'email',
        'name',
        'name *',
        'email *',
      ],
      ...['website', 'comment', 'comment *', 'comments', 'post comment', 'cancel reply', 'previous', 'next'],
      ...['previous post', 'next post', 'home', 'news', 'world', 'politics', 'menu', 'search', 'subscribe'],
      ...['advertisement', 'facebook', 'twitter', 'telegram', 'whatsapp', 'linkedin', 'vkontakte', 'δ'],
      ...['источник', 'имя', 'имя *', 'сайт', 'комментарий', 'отправить', 'реклама', 'главная', 'новости'],
    ],
  },
];

/** At the head of the first paragraph, before its text: what a data set put there. The date is evidence. */
export const leadingResidue: readonly RegExp[] = [
  /^\s*(?:date|дата)\s*:?\s+\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?:\s+|$)/iu,
  /^\s*(?:published|posted)\s*:?\s+\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?(?:\s+|$)/iu,
  /^\s*\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?Z?(?:\s+|$)/u,
];

/** At the end of a paragraph, after its text; only with the arrow or bracket that no sentence has. */
export const trailingResidue: readonly RegExp[] = [
  /\s+\[?(?:Read more|Continue reading|Читать далее)\s*(?:»|→|›|>>|\.\.\.|…)?\]?\s*(?:»|→|›|>>|\]|…)\s*$/u,
];
