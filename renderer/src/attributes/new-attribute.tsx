import type { AttributeType } from '@core/model/attribute';
import { Plus } from 'lucide-react';
import { type SyntheticEvent, useId, useState } from 'react';
import { DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../ui/button';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import type { AttributeWish } from './attribute-actions';
import styles from './attribute-editor.module.css';
import listStyles from './attribute-list.module.css';

const types = [
  'text',
  'integer',
  'number',
  'date',
  'boolean',
  'choice',
  'choices',
] as const satisfies readonly AttributeType[];

interface NewAttributeProps {
  /** Answers why it cannot be made. */
  readonly onCreate: (wish: AttributeWish) => string | null;
}

/** A button that asks for a new attribute of the project. */
export function NewAttribute({ onCreate }: NewAttributeProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button variant="quiet">
        <Plus size={14} aria-hidden />
        {t('attributes:new')}
      </Button>
      <Popover
        aria-label={t('attributes:newTitle')}
        className={listStyles['popover'] ?? ''}
        placement="top start"
        offset={4}
      >
        <NewAttributeForm
          onCreate={(wish) => {
            const refused = onCreate(wish);
            if (refused === null) setOpen(false);
            return refused;
          }}
        />
      </Popover>
    </DialogTrigger>
  );
}

function NewAttributeForm({ onCreate }: NewAttributeProps) {
  const [name, setName] = useState('');
  const [type, setType] = useState<AttributeType>('text');
  const [choices, setChoices] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const takesChoices = type === 'choice' || type === 'choices';
  const create = (): void => setProblem(onCreate({ name, type, choices: choices.split('\n') }));
  return (
    <form
      className={styles['editor']}
      onSubmit={(event: SyntheticEvent) => {
        event.preventDefault();
        create();
      }}
    >
      <h3 className={styles['name']}>{t('attributes:newTitle')}</h3>
      <label className={styles['label']}>
        {t('attributes:name')}
        <input
          className={styles['input']}
          type="text"
          dir="auto"
          value={name}
          aria-invalid={problem !== null}
          aria-describedby={problem === null ? undefined : id}
          ref={(field) => {
            if (field === null || field.dataset['met'] !== undefined) return;
            field.dataset['met'] = '';
            field.focus();
          }}
          onChange={(event) => {
            setName(event.target.value);
            setProblem(null);
          }}
        />
      </label>
      <Select
        label={t('attributes:type')}
        value={type}
        options={types.map((one) => ({ id: one, label: t(`attributes:type_${one}`) }))}
        onChange={(chosen) => setType(types.find((one) => one === chosen) ?? 'text')}
      />
      {takesChoices && (
        <label className={styles['label']}>
          {t('attributes:choices')}
          <textarea
            className={styles['input']}
            rows={3}
            dir="auto"
            value={choices}
            onChange={(event) => {
              setChoices(event.target.value);
              setProblem(null);
            }}
          />
        </label>
      )}
      {problem !== null && (
        <p id={id} role="alert" className={styles['problem']}>
          {problem}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button variant="primary" onPress={create}>
          {t('attributes:create')}
        </Button>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </div>
    </form>
  );
}
