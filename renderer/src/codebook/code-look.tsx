import { hueOf, hues, markOf, marks } from '@core/codebook/hues';
import type { CodeFields } from '@core/model/change';
import type { Code } from '@core/model/code';
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import styles from './code-look.module.css';

export interface CodeLookProps {
  readonly code: Code;
  readonly onSet: (code: Code, fields: CodeFields) => boolean;
}

/** The colour of a code and the style of its line, chosen from those that stay tellable. */
export function CodeLook({ code, onSet }: CodeLookProps) {
  const hue = hueOf(code.color);
  const mark = markOf(code.mark);
  return (
    <DialogTrigger>
      <Button
        className={styles['button'] ?? ''}
        aria-label={t('codebook:look', { hue: t(`codebook:hue-${hue}`), mark: t(`codebook:mark-${mark}`) })}
      >
        <Swatch color={hue} mark={mark} />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement="top start" offset={4}>
        <Dialog className={styles['dialog'] ?? ''} aria-label={t('codebook:lookTitle')}>
          <h3 className={styles['title']}>{t('codebook:colour')}</h3>
          <ListBox
            aria-label={t('codebook:colour')}
            className={styles['hues'] ?? ''}
            layout="grid"
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[hue]}
            onSelectionChange={(keys) => {
              const color = hues.find((each) => keys !== 'all' && keys.has(each));
              if (color !== undefined && color !== hue) onSet(code, { color });
            }}
          >
            {hues.map((each) => (
              <ListBoxItem
                key={each}
                id={each}
                textValue={t(`codebook:hue-${each}`)}
                className={styles['hue'] ?? ''}
              >
                <span
                  title={t(`codebook:hue-${each}`)}
                  className={styles['dot']}
                  style={{ background: `var(--hue-${each})` }}
                />
              </ListBoxItem>
            ))}
          </ListBox>
          <h3 className={styles['title']}>{t('codebook:line')}</h3>
          <ListBox
            aria-label={t('codebook:line')}
            className={styles['marks'] ?? ''}
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[mark]}
            onSelectionChange={(keys) => {
              const chosen = marks.find((each) => keys !== 'all' && keys.has(each));
              if (chosen !== undefined && chosen !== mark) onSet(code, { mark: chosen });
            }}
          >
            {marks.map((each) => (
              <ListBoxItem
                key={each}
                id={each}
                textValue={t(`codebook:mark-${each}`)}
                className={styles['mark'] ?? ''}
              >
                <span
                  className={styles['sample']}
                  style={{
                    textDecoration: `underline ${each} var(--hue-${hue}) 2px`,
                    textUnderlineOffset: 4,
                  }}
                >
                  {t(`codebook:mark-${each}`)}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
