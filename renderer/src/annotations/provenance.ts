import type { Annotation } from '@core/model/annotation';
import type { Time } from '@core/model/identity';
import { t } from '../ui/strings';

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function when(time: Time): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? time : format.format(date);
}

/** Who coded the annotation, in which round, how and when. */
export function provenance(annotation: Annotation, coder: string): string {
  const { round, origin, created_at, modified_at } = annotation;
  const query = annotation.codings.find((coding) => coding.query !== undefined)?.query;
  return [
    t('annotations:codedBy', { coder, round }),
    origin === 'search' && query !== undefined
      ? t('annotations:origin_searchFor', { query })
      : t(`annotations:origin_${origin}`),
    t('annotations:created', { when: when(created_at) }),
    ...(when(modified_at) === when(created_at)
      ? []
      : [t('annotations:modified', { when: when(modified_at) })]),
  ].join(' · ');
}
