import { createStandings, foundNothing } from '@core/codebook/pass-standing';
import { passInRound } from '@core/codebook/rounds';
import { useMemo } from 'react';
import type { DocumentSnapshot } from '../data/open-document';
import { PassNote } from '../passes/pass-note';
import { ActionMenu } from '../ui/action-menu';
import { Button } from '../ui/button';
import { keyLabel } from '../ui/key-label';
import { t } from '../ui/strings';
import { useInitials } from './coder-initials';
import {
  beginRound,
  doneAndNext,
  doneUnderPresent,
  goToRound,
  reopen,
  skipAndNext,
} from './document-actions';
import { isDone, useListedDocuments } from './listed-documents';
import { useRound } from './rounds';
import styles from './shell.module.css';
import { setView, useView } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

interface ReaderFooterProps {
  readonly snapshot: DocumentSnapshot;
  /** Gives the keyboard to the text. */
  readonly onLeave: () => void;
}

/** Below the text: how the document and the corpus stand with the coder in this round, and what is said of it. */
export function ReaderFooter({ snapshot, onLeave }: ReaderFooterProps) {
  const workbench = useWorkbench();
  const { lists, coder } = workbench;
  const tally = useObservable(lists.tally);
  const codes = useObservable(lists.codes);
  const project = useObservable(lists.project);
  const documentId = useView((view) => view.documentId) ?? snapshot.id;
  const initials = useInitials();
  const { round, latest } = useRound();
  const pass = passInRound(tally, documentId, { coder_id: coder.id, round });
  const standing = useMemo(
    () => (project === null ? null : createStandings(project, codes)(pass)),
    [project, codes, pass],
  );
  // The button goes with what it says: the keyboard is given back to where the next key means something.
  const say = (saying: typeof reopen): void => {
    onLeave();
    void saying(workbench, documentId);
  };
  const isShown = snapshot.id === documentId && snapshot.state === 'open';
  return (
    <div className={styles['foot']}>
      {standing === null || !isShown ? null : (
        <PassNote
          standing={standing}
          foundNothing={pass !== undefined && foundNothing(pass, snapshot.annotations)}
          initials={initials}
          round={round}
          onDoneUnderPresent={() => say(doneUnderPresent)}
          onOpenAgain={() => say(reopen)}
        />
      )}
      <footer className={styles['footer']}>
        <Progress round={round} hasRounds={latest > 1} />
        <span className={styles['spring']} />
        {pass?.state === 'done' ? (
          <Button variant="quiet" onPress={() => say(reopen)}>
            {t('shell:reopen')}
          </Button>
        ) : null}
        <RoundMenu round={round} latest={latest} />
        <Button
          tooltip={t('shell:doneNextTip')}
          keys={keyLabel('done')}
          onPress={() => void doneAndNext(workbench)}
        >
          {t('shell:doneNext')}
        </Button>
      </footer>
    </div>
  );
}

function Progress({ round, hasRounds }: { readonly round: number; readonly hasRounds: boolean }) {
  const { rows } = useListedDocuments();
  const words = useMemo(() => {
    const count = (is: (row: (typeof rows)[number]) => boolean): number => rows.filter(is).length;
    const older = count(({ states }) => states.includes('done-older'));
    const skipped = count(({ states }) => states.includes('skipped'));
    return [
      t('shell:progressText', { done: count(isDone), total: rows.length }),
      ...(older === 0 ? [] : [t('passes:progressOlder', { count: older })]),
      ...(skipped === 0 ? [] : [t('passes:progressSkipped', { count: skipped })]),
      ...(hasRounds ? [t('passes:round', { round })] : []),
    ].join(' · ');
  }, [rows, round, hasRounds]);
  return (
    <output aria-label={t('shell:progress')} className={styles['progress']} title={words}>
      {words}
    </output>
  );
}

/** What is seldom said of a document, and the rounds. */
function RoundMenu({ round, latest }: { readonly round: number; readonly latest: number }) {
  const workbench = useWorkbench();
  const isAll = useView((view) => view.allRounds);
  const others = Array.from({ length: latest }, (_, at) => at + 1).filter((other) => other !== round);
  return (
    <ActionMenu
      label={t('passes:menu')}
      placement="top end"
      items={[
        { id: 'skip', label: t('passes:skip') },
        ...others.map((other) => ({
          id: `round-${other}` as const,
          label: t('passes:goToRound', { round: other }),
        })),
        ...(others.length === 0
          ? []
          : [{ id: 'all' as const, label: t(isAll ? 'passes:hideRounds' : 'passes:showRounds') }]),
        { id: 'begin', label: t('passes:beginRound', { round: latest + 1 }) },
      ]}
      onAction={(id) => {
        if (id === 'skip') void skipAndNext(workbench);
        else if (id === 'begin') void beginRound(workbench);
        else if (id === 'all') setView({ allRounds: !isAll });
        else goToRound(workbench, Number(id.slice('round-'.length)));
      }}
    />
  );
}
