import { hueOf, markOf } from '@core/codebook/hues';
import type { DifferingCode, FieldChoice } from '@core/exchange/codebook-choice';
import type { Difference } from '@core/exchange/codebook-differences';
import { Button } from '../ui/button';
import { t } from '../ui/strings';
import styles from './import-codebook-dialog.module.css';

export interface DifferingCodesProps {
  readonly codes: readonly DifferingCode[];
  readonly choice: FieldChoice;
  readonly isDisabled: boolean;
  readonly onChoice: (choice: FieldChoice) => void;
}

/** Codes of which the file says something else: each field with a box to tick, what is here and what the file says. */
export function DifferingCodes({ codes, choice, isDisabled, onChoice }: DifferingCodesProps) {
  const all: FieldChoice = new Map(
    codes.map(({ code, differences }) => [code.id, new Set(differences.map(({ field }) => field))]),
  );
  const tick = (code: DifferingCode, field: Difference['field'], isOn: boolean): void => {
    const fields = new Set(choice.get(code.code.id));
    if (isOn) fields.add(field);
    else fields.delete(field);
    onChoice(new Map([...choice, [code.code.id, fields]]));
  };
  return (
    <>
      <div className={styles['ticks']}>
        <Button variant="quiet" isDisabled={isDisabled} onPress={() => onChoice(all)}>
          {t('codebook:importTakeAll')}
        </Button>
        <Button variant="quiet" isDisabled={isDisabled} onPress={() => onChoice(new Map())}>
          {t('codebook:importTakeNone')}
        </Button>
      </div>
      {codes.map((code) => (
        <fieldset key={code.code.id} className={styles['code']}>
          <legend className={styles['name']}>
            <bdi>{code.code.name}</bdi>
          </legend>
          {code.differences.map(({ field, here, there }) => (
            <label key={field} className={styles['field']}>
              <input
                type="checkbox"
                disabled={isDisabled}
                checked={choice.get(code.code.id)?.has(field) ?? false}
                aria-label={t('codebook:importTakes', {
                  field: t(`codebook:field_${field}`),
                  name: code.code.name,
                })}
                onChange={(event) => tick(code, field, event.target.checked)}
              />
              <span className={styles['quiet']}>{t(`codebook:field_${field}`)}</span>
              <span className={styles['values']}>
                <span>
                  <span className={styles['quiet']}>{t('codebook:importHere')}</span>{' '}
                  <bdi>{valueWords(field, here)}</bdi>
                </span>
                <span>
                  <span className={styles['quiet']}>{t('codebook:importThere')}</span>{' '}
                  <bdi>{valueWords(field, there)}</bdi>
                </span>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </>
  );
}

function valueWords(field: Difference['field'], value: string): string {
  if (field === 'archived') return t(value === '' ? 'codebook:valueInUse' : 'codebook:valueArchived');
  if (field === 'color') return t(`codebook:hue-${hueOf(value)}`);
  if (field === 'mark') return t(`codebook:mark-${markOf(value)}`);
  if (value === '') return t(field === 'parent' ? 'codebook:valueTop' : 'codebook:nothingThere');
  return value;
}
