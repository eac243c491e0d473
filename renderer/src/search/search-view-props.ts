import type { SavedSearch } from '@core/model/project';
import type { KeyboardEvent, Ref } from 'react';
import type { HitGridHandle } from './hit-grid';
import type { SearchDesk } from './search-desk';
import type { HitNames } from './search-names';
import type { SearchState } from './search-state';

export interface SearchViewProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
  readonly names: HitNames;
  /** Documents of the project. */
  readonly documents: number;
  readonly saved: readonly SavedSearch[];
  readonly grid: Ref<HitGridHandle>;
  readonly input: Ref<HTMLInputElement>;
  readonly actions: SearchActions;
  readonly onDown: () => void;
}

export interface SearchActions {
  readonly onOpen: () => void;
  readonly onCode: () => void;
  /** Asks the same once more, of what there is now. */
  readonly onAgain: () => void;
  readonly onExport: () => void;
  readonly onChooseAll: () => void;
  readonly onChooseNone: () => void;
  readonly onChooseDocument: () => void;
  readonly onSave: () => void;
  readonly onTakeSaved: (search: SavedSearch) => void;
  readonly onForget: (search: SavedSearch) => void;
  /** From the passages like one back to what is typed. */
  readonly onEndLike: () => void;
  /** A key of the list that moves nothing in it. */
  readonly onKey: (event: KeyboardEvent) => void;
}
