import { speakersAsText } from '@core/commands/speaker-entry';
import type { Actor } from '@core/model/actor';
import type { Voice } from '@core/model/annotation';
import { ChevronDown } from 'lucide-react';
import { t } from '../ui/strings';
import type { AnnotationActions, AnnotationItem, SpeakerFocus } from './annotation-item';
import { SpeakerField } from './speaker-field';
import styles from './speaker-field.module.css';

export interface SpeakerRowProps {
  readonly item: AnnotationItem;
  readonly actors: readonly Actor[];
  readonly focus: SpeakerFocus | null;
  readonly actions: AnnotationActions;
}

const voices = ['own', 'reported', 'direct', 'endorsed'] as const satisfies readonly Voice[];

/** Who speaks in the passage in hand, and how their words are given. */
export function SpeakerRow({ item, actors, focus, actions }: SpeakerRowProps) {
  const { annotation, isOwn } = item;
  const { id, speaker_ids = [], voice } = annotation;
  const speakers = speakersAsText(speaker_ids, actors);
  if (!isOwn) {
    const said = [speakers, ...(voice === undefined ? [] : [t(`annotations:voice_${voice}`)])].filter(
      (part) => part !== '',
    );
    return said.length === 0 ? null : (
      <p className={styles['said']}>{t('annotations:speakerSaid', { speaker: said.join(', ') })}</p>
    );
  }
  return (
    <div className={styles['row']}>
      <SpeakerField
        value={speakers}
        actors={actors}
        focus={focus}
        onSpeaker={(typed) => actions.onSpeaker(id, typed)}
        onLeave={actions.onLeave}
      />
      <span className={styles['voice']} data-none={voice === undefined ? '' : undefined}>
        <select
          className={styles['select']}
          aria-label={t('annotations:voice')}
          value={voice ?? ''}
          onChange={(event) =>
            actions.onVoice(id, voices.find((known) => known === event.target.value) ?? null)
          }
        >
          <option value="">{t('annotations:voiceNone')}</option>
          {voices.map((known) => (
            <option key={known} value={known}>
              {t(`annotations:voice_${known}`)}
            </option>
          ))}
        </select>
        <ChevronDown size={12} aria-hidden />
      </span>
    </div>
  );
}
