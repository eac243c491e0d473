import { Select, type SelectOption } from './select';
import { t } from './strings';

/** Stands for "no condition" in a field, which takes no empty value. */
const anything = 'anything';

export interface Option<T extends string> extends SelectOption {
  readonly id: T;
}

/** Options by what they are called. */
export function named<const T extends string>(
  ids: readonly T[],
  wordsOf: (id: T) => string,
): readonly Option<T>[] {
  return ids.map((id) => ({ id, label: wordsOf(id) }));
}

export interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: NoInfer<T> | null;
  readonly options: readonly Option<T>[];
  readonly onChange: (value: NoInfer<T> | null) => void;
}

/** One of a list, or anything. */
export function Choice<const T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Select
      label={label}
      value={value ?? anything}
      options={[{ id: anything, label: t('passages:anything') }, ...options]}
      isDisabled={options.length === 0}
      onChange={(id) => onChange(options.find((option) => option.id === id)?.id ?? null)}
    />
  );
}
