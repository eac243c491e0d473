import type { AttributeCondition } from '@core/query/passage-query';
import { formatDate } from './format-date';
import { t } from './strings';

/** What a condition asks of an attribute, in words. */
export function conditionWords(condition: AttributeCondition): string {
  switch (condition.kind) {
    case 'is':
      return condition.values.join(', ');
    case 'missing':
      return t('passages:missing');
    case 'contains':
      return `“${condition.text}”`;
    case 'between': {
      const end = (date: string | null): string => (date === null ? t('passages:open') : formatDate(date));
      return t('passages:range', { from: end(condition.from), to: end(condition.to) });
    }
  }
}
