import { problemSentence } from '../ui/problem-sentence';
import { renameCoder } from './open-workbench';
import { SettingsDialog } from './settings-dialog';
import { useCoderName } from './use-coder-name';
import { alert } from './view-state';
import { useObservable, useWorkbench } from './workbench-context';

/** What the coder sets for themselves; the name too, for at the first start it may have been left for later. */
export function SettingsPane({ onClose }: { readonly onClose: () => void }) {
  const workbench = useWorkbench();
  return (
    <SettingsDialog
      settings={useObservable(workbench.settings)}
      onSettings={(next) => workbench.settings.set(next)}
      coderName={useCoderName()}
      onCoderName={(name) =>
        void renameCoder(workbench, name).then((done) => {
          if (!done.ok) alert(problemSentence(done.error));
        })
      }
      onClose={onClose}
    />
  );
}
