import { speakersAsText } from '@core/commands/speaker-entry';
import type { SpeakerOffer } from '@core/commands/speaker-offers';
import type { Actor } from '@core/model/actor';
import type { Voice } from '@core/model/annotation';
import { ChevronDown, UsersRound } from 'lucide-react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import type { AnnotationActions, AnnotationItem, SpeakerFocus } from './annotation-item';
import { SpeakerField } from './speaker-field';
import styles from './speaker-field.module.css';

export interface SpeakerRowProps {
  readonly item: AnnotationItem;
  readonly actors: readonly Actor[];
  readonly offers: readonly SpeakerOffer[];
  readonly focus: SpeakerFocus | null;
  readonly actions: AnnotationActions;
}

const voices = ['own', 'reported', 'direct', 'endorsed'] as const satisfies readonly Voice[];

/** Who speaks in the passage in hand, and how their words are given. */
export function SpeakerRow({ item, actors, offers, focus, actions }: SpeakerRowProps) {
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
        offers={offers}
        focus={focus}
        passages={1 + (focus?.also.length ?? 0)}
        onSpeaker={(typed, alias) => actions.onSpeaker(id, typed, alias)}
        onEnd={actions.onSpeakerEnd}
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
      <Button
        variant="icon"
        label={t('annotations:speakersOpen')}
        onPress={() => actions.onSpeakers(speaker_ids[0] ?? null)}
      >
        <UsersRound size={14} aria-hidden />
      </Button>
    </div>
  );
}
