import type { Code } from '@core/model/code';
import { indicatorQuery } from '@core/search/indicator-query';
import { t } from '../ui/strings';
import type { Workbench } from './open-workbench';
import { searchDeskOf } from './search-desk-of';
import { announce, getView, setView, showView } from './view-state';

/** Searches the corpus for the indicator words of a code. */
export function searchIndicators(workbench: Workbench, code: Code): void {
  const query = indicatorQuery(code.indicators ?? '');
  if (query === '') {
    announce(t('codebook:noIndicators', { code: code.name }));
    return;
  }
  const { view } = getView();
  const desk = searchDeskOf(workbench);
  desk.open();
  desk.ask({ query }, true);
  if (view === 'search') return;
  showView('search');
  setView({ back: view });
}

/** The same of the code that is chosen in the codebook. */
export function searchChosenIndicators(workbench: Workbench): void {
  const id = getView().selectedCode;
  const code = workbench.lists.codes.getSnapshot().find((one) => one.id === id);
  if (code === undefined) announce(t('codebook:noCodeChosen'));
  else searchIndicators(workbench, code);
}
