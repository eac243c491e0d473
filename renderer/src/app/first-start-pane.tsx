import { FirstStart } from '../corpus/first-start';
import { problemSentence } from '../ui/problem-sentence';
import { openCorpus } from './corpus-actions';
import { importFile } from './import-actions';
import { renameCoder } from './open-workbench';
import { alert } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** What an empty project shows in the reader's place. */
export function FirstStartPane() {
  const workbench = useWorkbench();
  const coders = useObservable(workbench.lists.coders);
  const coder = coders.find(({ id }) => id === workbench.coder.id);
  return (
    <FirstStart
      coderName={coder?.name ?? workbench.coder.name}
      onCoderName={(name) => {
        void renameCoder(workbench, name).then((done) => {
          if (!done.ok) alert(problemSentence(done.error));
        });
      }}
      onOpen={(kind) => void openCorpus(workbench, kind)}
      onImport={() => void importFile(workbench)}
    />
  );
}
