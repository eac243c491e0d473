import {
  measures,
  type MatrixOptions as Options,
  projections,
  unitKinds,
} from '@core/exchange/counts/matrix-options';
import { Select } from '../ui/select';
import { t } from '../ui/strings';
import { OptionCheck } from './option-check';

export interface MatrixOptionsProps {
  readonly format: 'matrix' | 'reliability' | 'cooccurrence';
  readonly options: Options;
  readonly onChange: (options: Options) => void;
}

/** What is counted, and in what. */
export function MatrixOptions({ format, options, onChange }: MatrixOptionsProps) {
  const isCut = options.unit === 'sentence' || options.unit === 'paragraph';
  return (
    <>
      <Select
        isLabelBeside
        label={t('exchange:unit')}
        value={options.unit}
        options={unitKinds
          .filter((id) => format !== 'reliability' || id !== 'annotation')
          .map((id) => ({ id, label: t(`exchange:unit_${id}`) }))}
        onChange={(id) =>
          onChange({ ...options, unit: unitKinds.find((known) => known === id) ?? options.unit })
        }
      />
      {format !== 'cooccurrence' && (
        <Select
          isLabelBeside
          label={t('exchange:measure')}
          value={options.measure}
          options={measures.map((id) => ({ id, label: t(`exchange:measure_${id}`) }))}
          onChange={(id) =>
            onChange({ ...options, measure: measures.find((known) => known === id) ?? options.measure })
          }
        />
      )}
      {isCut && (
        <Select
          isLabelBeside
          label={t('exchange:projection')}
          value={options.projection}
          options={projections.map((id) => ({ id, label: t(`exchange:projection_${id}`) }))}
          onChange={(id) =>
            onChange({
              ...options,
              projection: projections.find((known) => known === id) ?? options.projection,
            })
          }
        />
      )}
      <OptionCheck
        label={t('exchange:rollUp')}
        hint={t('exchange:rollUpHint')}
        isOn={options.rollUp}
        onChange={(rollUp) => onChange({ ...options, rollUp })}
      />
      {format !== 'reliability' && (
        <OptionCheck
          label={t('exchange:distinct')}
          hint={t('exchange:distinctHint')}
          isOn={options.distinct}
          onChange={(distinct) => onChange({ ...options, distinct })}
        />
      )}
    </>
  );
}
