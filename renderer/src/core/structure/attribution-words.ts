/** Verbs by which news text gives words to a speaker, as they stand beside a quotation. A new one goes into a row. */
export const attributionVerbs: readonly string[] = [
  ...['said', 'says', 'told', 'added', 'stressed', 'noted', 'asked', 'explained', 'assured', 'emphasized'],
  ...[
    'emphasised',
    'underlined',
    'pointed out',
    'concluded',
    'wrote',
    'warned',
    'claimed',
    'argued',
    'insisted',
  ],
  ...['recalled', 'continued', 'replied', 'answered', 'commented', 'remarked', 'admitted', 'specified'],
  ...['сказал', 'сказала', 'сказали', 'заявил', 'заявила', 'заявили', 'отметил', 'отметила', 'отметили'],
  ...['подчеркнул', 'подчеркнула', 'добавил', 'добавила', 'сообщил', 'сообщила', 'сообщили', 'пояснил'],
  ...[
    'пояснила',
    'рассказал',
    'рассказала',
    'уточнил',
    'уточнила',
    'указал',
    'указала',
    'спросил',
    'спросила',
  ],
];

/** Other words that give a statement to somebody. */
export const attributionPhrases: readonly string[] = [
  'according to',
  'in the words of',
  'по словам',
  'по данным',
];
