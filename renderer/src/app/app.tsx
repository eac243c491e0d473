import type { Bridge, Problem } from '@preload/contract';
import { useEffect, useState } from 'react';
import { Alert } from '../ui/alert';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import type { openWorkbench, Workbench } from './open-workbench';
import { Shell } from './shell';
import styles from './shell.module.css';
import { beginWithFirst, runStartup } from './startup-tasks';
import { WorkbenchContext } from './workbench-context';

type AppState =
  | { readonly state: 'opening' }
  | { readonly state: 'failed'; readonly problem: Problem }
  | { readonly state: 'open'; readonly workbench: Workbench };

interface AppProps {
  readonly bridge: Bridge;
  /** The project on its way, begun before anything is drawn: a start waits for both. */
  readonly opening: ReturnType<typeof openWorkbench>;
}

/** Shows the project once it is open; one that cannot be opened is told of and left as it is. */
export function App({ bridge, opening }: AppProps) {
  const [state, setState] = useState<AppState>({ state: 'opening' });
  useEffect(() => {
    void opening.then(async (opened) => {
      if (opened.ok) await beginWithFirst(opened.value);
      if (opened.ok) setState({ state: 'open', workbench: opened.value });
      else setState({ state: 'failed', problem: opened.error });
      return runStartup(bridge, opened);
    });
  }, [bridge, opening]);

  switch (state.state) {
    case 'opening':
      return (
        <div className={styles['centre']}>
          <p>{t('shell:projectOpening')}</p>
        </div>
      );
    case 'failed':
      return (
        <div className={styles['centre']}>
          <h1>{t('shell:openFailed')}</h1>
          <Alert>{problemSentence(state.problem)}</Alert>
        </div>
      );
    case 'open':
      return (
        <WorkbenchContext value={state.workbench}>
          <Shell />
        </WorkbenchContext>
      );
  }
}
