import { Check, ChevronsUpDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
} from 'react-aria-components';
import styles from './select.module.css';

export interface SelectOption {
  readonly id: string;
  readonly label: string;
  /** Faint words after the label. */
  readonly note?: string;
  /** Steps of indentation. */
  readonly depth?: number;
}

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly SelectOption[];
  readonly isDisabled?: boolean;
  /** The label stands before the field, not above it. */
  readonly isLabelBeside?: boolean;
  /** Id of the element that says more. */
  readonly describedBy?: string;
  readonly onChange: (id: string) => void;
}

/** One of a list, shown when asked for. */
export function Select(props: SelectProps) {
  const { label, value, options, isDisabled = false, isLabelBeside = false, describedBy, onChange } = props;
  return (
    <AriaSelect
      className={styles['select'] ?? ''}
      data-beside={isLabelBeside ? '' : undefined}
      value={value}
      isDisabled={isDisabled}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(String(key));
      }}
    >
      <Label className={styles['label'] ?? ''}>{label}</Label>
      <Button className={styles['button'] ?? ''}>
        <SelectValue className={styles['value'] ?? ''}>
          {options.find(({ id }) => id === value)?.label ?? ''}
        </SelectValue>
        <ChevronsUpDown size={12} aria-hidden />
      </Button>
      <Popover className={styles['popover'] ?? ''} offset={4}>
        <ListBox className={styles['list'] ?? ''} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles['option'] ?? ''}>
              <span className={styles['tick']}>{option.id === value && <Check size={12} aria-hidden />}</span>
              <span className={styles['name']} style={{ paddingLeft: (option.depth ?? 0) * 12 }}>
                <bdi>{option.label}</bdi>
              </span>
              {option.note !== undefined && <span className={styles['note']}>{option.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
