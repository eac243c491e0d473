import { hueOf, markOf } from '@core/codebook/hues';
import styles from './swatch.module.css';

/** A code's colour with its underline style, so that colour is never alone. Decoration: the name stands beside. */
export function Swatch({ color, mark }: { readonly color: string; readonly mark: string }) {
  const hue = hueOf(color);
  return (
    <span
      aria-hidden="true"
      className={styles['swatch']}
      style={{
        background: `var(--hand-${hue})`,
        borderBottom: `3px ${markOf(mark) === 'wavy' ? 'groove' : markOf(mark)} var(--hue-${hue})`,
      }}
    />
  );
}
