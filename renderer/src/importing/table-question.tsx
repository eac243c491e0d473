import { useState } from 'react';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { DialogFrame } from '../ui/dialog-frame';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import styles from './questions.module.css';

/** Which column is what, by its place; null where none is. */
export interface ChosenColumns {
  readonly text: number | null;
  readonly title: number | null;
  readonly date: number | null;
  readonly left_out: readonly number[];
}

/** A row as the document that it would become. */
export interface RowPreview {
  readonly text: string;
  readonly title: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export interface TableQuestionProps {
  readonly path: string;
  readonly columns: readonly string[];
  /** How many rows there are. */
  readonly count: number;
  /** What the program would choose; `text` is null where it cannot tell. */
  readonly guess: ChosenColumns;
  /** The first rows as documents, for a choice that has a text. */
  readonly preview: (chosen: ChosenColumns & { readonly text: number }) => readonly RowPreview[];
  readonly onTake: (chosen: ChosenColumns & { readonly text: number }) => void;
  readonly onLeaveOut: () => void;
}

const none = 'none';

/** Dialog "Columns of the table": which column is text, title, date, which others become attributes. */
export function TableQuestion(props: TableQuestionProps) {
  const { path, columns, count, guess, onLeaveOut } = props;
  const [chosen, setChosen] = useState(guess);
  const { text, title, date, left_out } = chosen;
  const whole = text === null ? null : { ...chosen, text };
  const options = columns.map((name, at) => ({
    id: String(at),
    label: name.trim() === '' ? t('imports:unnamedColumn', { n: at + 1 }) : name,
  }));
  const withNone = [{ id: none, label: t('imports:noColumn') }, ...options];
  const placeOf = (id: string): number | null => (id === none ? null : Number(id));
  const others = options.filter(({ id }) => ![text, title, date].includes(Number(id)));
  const previews = whole === null ? [] : props.preview(whole);
  return (
    <DialogFrame
      title={t('imports:tableTitle')}
      summary={t('imports:tableSummary', { path, count })}
      width="wide"
      onClose={onLeaveOut}
      footer={
        <>
          <p className={styles['remembered']}>{t('imports:tableRemembered')}</p>
          <Button onPress={onLeaveOut}>{t('imports:leaveOut')}</Button>
          <Button
            variant="primary"
            isDisabled={whole === null}
            onPress={() => {
              if (whole !== null) props.onTake(whole);
            }}
          >
            {t('imports:takeTable')}
          </Button>
        </>
      }
    >
      <div className={styles['selects']}>
        <Select
          label={t('imports:columnText')}
          value={text === null ? none : String(text)}
          options={text === null ? withNone : options}
          onChange={(id) => setChosen({ ...chosen, text: placeOf(id) })}
        />
        <Select
          label={t('imports:columnTitle')}
          value={title === null ? none : String(title)}
          options={withNone}
          onChange={(id) => setChosen({ ...chosen, title: placeOf(id) })}
        />
        <Select
          label={t('imports:columnDate')}
          value={date === null ? none : String(date)}
          options={withNone}
          onChange={(id) => setChosen({ ...chosen, date: placeOf(id) })}
        />
      </div>
      {others.length === 0 ? null : (
        <fieldset className={styles['others']}>
          <legend>{t('imports:asAttributes')}</legend>
          {others.map(({ id, label }) => (
            <Check
              key={id}
              label={label}
              isOn={!left_out.includes(Number(id))}
              onChange={(isOn) => {
                const rest = left_out.filter((at) => at !== Number(id));
                setChosen({ ...chosen, left_out: isOn ? rest : [...rest, Number(id)] });
              }}
            />
          ))}
        </fieldset>
      )}
      <section aria-label={t('imports:preview')} className={styles['preview']}>
        <h3 className={styles['label']}>{t('imports:preview')}</h3>
        {whole === null ? (
          <p className={styles['hint']}>{t('imports:chooseText')}</p>
        ) : previews.length === 0 ? (
          <p className={styles['hint']}>{t('imports:noTextInRows')}</p>
        ) : (
          <ol className={styles['documents']}>
            {previews.map((row, at) => (
              <Row key={keyOf(row, at)} row={row} />
            ))}
          </ol>
        )}
      </section>
    </DialogFrame>
  );
}

function Row({ row: { title, text, facts } }: { readonly row: RowPreview }) {
  return (
    <li className={styles['document']}>
      <strong>
        <bdi>{title === '' ? t('imports:titleByRule') : title}</bdi>
      </strong>
      <p className={styles['text']} dir="auto">
        {text}
      </p>
      {facts.length === 0 ? null : (
        <p className={styles['facts']}>{facts.map(({ name, value }) => `${name}: ${value}`).join(' · ')}</p>
      )}
    </li>
  );
}

/** Rows have no identity but their place. */
const keyOf = ({ title }: RowPreview, at: number): string => `${at} ${title}`;
