import { useRef, useState } from 'react';
import { FirstStart } from '../corpus/first-start';
import { problemSentence } from '../ui/problem-sentence';
import { t } from '../ui/strings';
import { openCorpus } from './corpus-actions';
import { importFile } from './import-actions';
import { renameCoder } from './open-workbench';
import { openSample } from './project-actions';
import { useCoderName } from './use-coder-name';
import { alert } from './view-state';
import { useWorkbench } from './workbench-context';

/** What an empty project shows in the reader's place. Who codes is asked until somebody has said so on this device. */
export function FirstStartPane() {
  const workbench = useWorkbench();
  const name = useCoderName();
  const [isAsked] = useState(() => name === t('shell:coder'));
  // The name is remembered before another project opens, which takes its coder from this device.
  const naming = useRef<Promise<void>>(Promise.resolve());
  return (
    <FirstStart
      coderName={isAsked ? name : null}
      onCoderName={(given) => {
        naming.current = renameCoder(workbench, given).then((done) => {
          if (!done.ok) alert(problemSentence(done.error));
        });
      }}
      onOpen={(kind) => void openCorpus(workbench, kind)}
      onSample={() => void naming.current.then(() => openSample(workbench))}
      onImport={() => void importFile(workbench)}
    />
  );
}
