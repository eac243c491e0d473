import { Plus, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import type { SpeakerActions, SpeakerItem } from './speaker-actions';
import styles from './speakers-dialog.module.css';

export interface AliasListProps {
  readonly item: SpeakerItem;
  readonly actions: Pick<SpeakerActions, 'onAddAlias' | 'onRemoveAlias'>;
}

/** The other names of a speaker, a field for one more, and what the open text offers. */
export function AliasList({ item: { actor, offers }, actions }: AliasListProps) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const add = (alias: string): void => {
    if (alias.trim() === '') return;
    const refused = actions.onAddAlias(actor.id, alias);
    setProblem(refused);
    if (refused === null) setTyped('');
    // What was pressed is gone from the list with the next picture.
    input.current?.focus();
  };
  return (
    <div className={styles['aliases']}>
      <h3 id={`${id}-title`} className={styles['label']}>
        {t('speakers:aliases')}
      </h3>
      {actor.aliases.length === 0 ? (
        <p className={styles['quiet']}>{t('speakers:noAliases')}</p>
      ) : (
        <ul aria-labelledby={`${id}-title`} className={styles['chips']}>
          {actor.aliases.map((alias) => (
            <li key={alias} className={styles['chip']}>
              <bdi>{alias}</bdi>
              <Button
                variant="icon"
                label={t('speakers:removeAlias', { alias })}
                onPress={() => {
                  actions.onRemoveAlias(actor.id, alias);
                  input.current?.focus();
                }}
              >
                <X size={12} aria-hidden />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['add']}>
        <input
          ref={input}
          className={styles['input']}
          type="text"
          dir="auto"
          aria-label={t('speakers:newAlias')}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : `${id}-problem`}
          placeholder={t('speakers:newAlias')}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(typed);
          }}
        />
        <Button isDisabled={typed.trim() === ''} onPress={() => add(typed)}>
          {t('speakers:addAlias')}
        </Button>
      </div>
      {problem !== null && (
        <p id={`${id}-problem`} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      {offers.length > 0 && (
        <>
          <h3 id={`${id}-offers`} className={styles['label']}>
            {t('speakers:offers')}
          </h3>
          <ul aria-labelledby={`${id}-offers`} className={styles['chips']}>
            {offers.map((alias) => (
              <li key={alias}>
                <Button label={t('speakers:offer', { alias })} onPress={() => add(alias)}>
                  <Plus size={12} aria-hidden />
                  <bdi>{alias}</bdi>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
