import type { PanelName } from '@preload/contract';
import { Minus, Plus } from 'lucide-react';
import { Group } from 'react-aria-components';
import { Button } from '../ui/button';
import { Check } from '../ui/check';
import { CoderNameField } from '../ui/coder-name-field';
import { DialogFrame } from '../ui/dialog-frame';
import { keyLabel } from '../ui/key-label';
import { Segments } from '../ui/segments';
import { t } from '../ui/strings';
import { textScale, textSteps } from './apply-settings';
import { firstSettings, type Settings } from './settings';
import styles from './settings-dialog.module.css';

export interface SettingsDialogProps {
  readonly settings: Settings;
  /** Applied at once. */
  readonly onSettings: (settings: Settings) => void;
  readonly coderName: string;
  /** Never without a name. */
  readonly onCoderName: (name: string) => void;
  readonly onClose: () => void;
}

const themes = ['system', 'light', 'dark', 'contrast'] as const;
const measures = ['narrow', 'normal', 'wide'] as const;
const lineHeights = ['tight', 'normal', 'loose'] as const;
const typefaces = ['serif', 'sans'] as const;
const motions = ['system', 'reduce'] as const;
const panels = [
  ['corpus', 'showCorpus'],
  ['codebook', 'showCodebook'],
  ['annotations', 'showAnnotations'],
] as const satisfies readonly (readonly [PanelName, string])[];

/** Dialog "Settings": how the program looks and acts for one coder on this device. Mounted while it is open. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { settings, onSettings, coderName, onCoderName, onClose } = props;
  const set = (changed: Partial<Settings>): void => onSettings({ ...settings, ...changed });
  const { hidden_panels: hidden } = settings;
  return (
    <DialogFrame
      title={t('shell:settings.title')}
      summary={t('shell:settings.summary')}
      onClose={onClose}
      footer={
        <>
          <Button
            variant="quiet"
            onPress={() =>
              onSettings({
                ...firstSettings,
                ...{ pins: settings.pins, export_options: settings.export_options },
                table_columns: settings.table_columns,
              })
            }
          >
            {t('shell:settings.reset')}
          </Button>
          <span className={styles['spring']} />
          <Button variant="primary" onPress={onClose}>
            {t('common:close')}
          </Button>
        </>
      }
    >
      <section className={styles['group']} aria-label={t('shell:settings.coder')}>
        <CoderNameField name={coderName} onName={onCoderName} />
      </section>
      <section className={styles['group']} aria-label={t('shell:settings.looks')}>
        <h3 className={styles['heading']}>{t('shell:settings.looks')}</h3>
        <Segments
          autoFocus
          label={t('shell:settings.theme')}
          value={settings.theme}
          options={themes.map((id) => ({ id, label: t(`shell:settings.theme_${id}`) }))}
          onChange={(theme) => set({ theme })}
        />
        <Segments
          label={t('shell:settings.motion')}
          value={settings.motion}
          options={motions.map((id) => ({ id, label: t(`shell:settings.motion_${id}`) }))}
          onChange={(motion) => set({ motion })}
        />
      </section>
      <section className={styles['group']} aria-label={t('shell:settings.text')}>
        <h3 className={styles['heading']}>{t('shell:settings.text')}</h3>
        <TextSize step={settings.text_step} onStep={(text_step) => set({ text_step })} />
        <Segments
          label={t('shell:settings.typeface')}
          value={settings.typeface}
          options={typefaces.map((id) => ({ id, label: t(`shell:settings.typeface_${id}`) }))}
          onChange={(typeface) => set({ typeface })}
        />
        <Segments
          label={t('shell:settings.measure')}
          value={settings.measure}
          options={measures.map((id) => ({ id, label: t(`shell:settings.measure_${id}`) }))}
          onChange={(measure) => set({ measure })}
        />
        <Segments
          label={t('shell:settings.lines')}
          value={settings.line_height}
          options={lineHeights.map((id) => ({ id, label: t(`shell:settings.lines_${id}`) }))}
          onChange={(line_height) => set({ line_height })}
        />
      </section>
      <section className={styles['group']} aria-label={t('shell:settings.panels')}>
        <h3 className={styles['heading']}>{t('shell:settings.panels')}</h3>
        <div className={styles['checks']}>
          {panels.map(([panel, key]) => (
            <Check
              key={panel}
              label={t(`shell:settings.panel_${panel}`)}
              hint={keyLabel(key)}
              isOn={!hidden.includes(panel)}
              onChange={(isOn) => {
                const others = hidden.filter((each) => each !== panel);
                set({ hidden_panels: isOn ? others : [...others, panel] });
              }}
            />
          ))}
        </div>
      </section>
      <section className={styles['group']} aria-label={t('shell:settings.keys')}>
        <h3 className={styles['heading']}>{t('shell:settings.keys')}</h3>
        <div className={styles['checks']}>
          <Check
            label={t('reader:singleKeys')}
            isOn={settings.single_keys}
            onChange={(single_keys) => set({ single_keys })}
          />
        </div>
      </section>
    </DialogFrame>
  );
}

function TextSize({ step, onStep }: { readonly step: number; readonly onStep: (step: number) => void }) {
  const name = t('shell:settings.size');
  return (
    <Group aria-label={name} className={styles['size'] ?? ''}>
      <span className={styles['label']}>{name}</span>
      <Button
        variant="icon"
        label={t('reader:key.textSmaller')}
        keys={keyLabel('textSmaller')}
        isDisabled={step <= textSteps.least}
        onPress={() => onStep(step - 1)}
      >
        <Minus size={14} aria-hidden />
      </Button>
      <output className={styles['percent']}>
        {t('shell:settings.percent', { n: Math.round(textScale(step) * 100) })}
      </output>
      <Button
        variant="icon"
        label={t('reader:key.textLarger')}
        keys={keyLabel('textLarger')}
        isDisabled={step >= textSteps.most}
        onPress={() => onStep(step + 1)}
      >
        <Plus size={14} aria-hidden />
      </Button>
    </Group>
  );
}
