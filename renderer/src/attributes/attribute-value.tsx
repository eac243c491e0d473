import { useState } from 'react';
import { Button, DialogTrigger, Popover } from 'react-aria-components';
import { t } from '../ui/strings';
import type { AttributeActions } from './attribute-actions';
import { AttributeEditor } from './attribute-editor';
import type { AttributeItem } from './attribute-item';
import styles from './attribute-value.module.css';

export interface AttributeValueProps {
  readonly item: AttributeItem;
  readonly actions: AttributeActions;
  /** In the line above the text, or in a list of attributes. */
  readonly place: 'line' | 'list';
}

/** A value of the document, edited where it stands; while it is pointed at, the text shows what says so. */
export function AttributeValueButton({ item, actions, place }: AttributeValueProps) {
  const { attribute, value, words } = item;
  const [isOpen, setOpen] = useState(false);
  const isSuggested = value?.state === 'suggested';
  const shown = words === '' ? t('attributes:none') : words;
  const naming = { name: attribute.name, value: shown };
  const point = (isPointed: boolean): void => actions.onPoint(isPointed || isOpen ? attribute.id : null);
  return (
    <DialogTrigger
      isOpen={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        actions.onPoint(open ? attribute.id : null);
      }}
    >
      <Button
        className={styles['value'] ?? ''}
        data-place={place}
        data-state={value?.state ?? 'unset'}
        aria-label={t(isSuggested ? 'attributes:namedSuggested' : 'attributes:named', naming)}
        onHoverStart={() => point(true)}
        onHoverEnd={() => point(false)}
        onFocus={() => point(true)}
        onBlur={() => point(false)}
      >
        <bdi className={styles['words']}>{shown}</bdi>
        {isSuggested && (
          <span className={styles['mark']} aria-hidden="true">
            ?
          </span>
        )}
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="bottom start" offset={4}>
        <AttributeEditor item={item} actions={actions} onDone={() => setOpen(false)} />
      </Popover>
    </DialogTrigger>
  );
}
