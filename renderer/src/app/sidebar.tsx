import type { PanelName } from '@preload/contract';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { t } from '../ui/strings';
import { CodebookPane } from './codebook-pane';
import type { Surface } from './coding-surface';
import { CorpusPane } from './corpus-pane';
import styles from './shell.module.css';

interface SidebarProps {
  readonly panels: readonly PanelName[];
  /** The corpus is one line. */
  readonly isFolded: boolean;
  /** Share of the height that the corpus has, in percent. */
  readonly share: number;
  readonly onShare: (share: number) => void;
  readonly surface: () => Surface | null;
}

/** Corpus above, codebook below, or one of them. */
export function Sidebar({ panels, isFolded, share, onShare, surface }: SidebarProps) {
  const hasBoth = panels.length > 1;
  if (!hasBoth || isFolded) {
    return (
      <div className={styles['panel']}>
        {panels.includes('corpus') ? <CorpusPane folded={isFolded && hasBoth} /> : null}
        {hasBoth ? <div className={styles['separatorRow']} /> : null}
        {panels.includes('codebook') ? <CodebookPane surface={surface} /> : null}
      </div>
    );
  }
  return (
    <Group
      orientation="vertical"
      defaultLayout={{ corpus: share, codebook: 100 - share }}
      onLayoutChanged={({ corpus }, { isUserInteraction }) => {
        if (isUserInteraction && corpus !== undefined) onShare(corpus);
      }}
    >
      <Panel id="corpus" minSize="120px">
        <div className={styles['panel']}>
          <CorpusPane folded={false} />
        </div>
      </Panel>
      <Separator
        id="corpus-height"
        className={styles['separatorRow'] ?? ''}
        aria-label={t('shell:corpusHeight')}
      />
      <Panel id="codebook" minSize="120px">
        <div className={styles['panel']}>
          <CodebookPane surface={surface} />
        </div>
      </Panel>
    </Group>
  );
}
