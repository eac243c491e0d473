import type { AttributeType } from '@core/model/attribute';
import type { Id } from '@core/model/identity';

/** A new attribute as it is asked for. */
export interface AttributeWish {
  readonly name: string;
  readonly type: AttributeType;
  readonly choices: readonly string[];
}

/** What can be done with attributes and their values. What cannot be kept is answered by a sentence that says why. */
export interface AttributeActions {
  readonly onEdit: (attributeId: Id, typed: string | readonly string[]) => string | null;
  readonly onAccept: (attributeId: Id) => void;
  /** Adds a choice, and gives the document that value, or one more. */
  readonly onAddChoice: (attributeId: Id, choice: string) => void;
  /** Marks in the text what says so, while it is pointed at; null marks nothing. */
  readonly onPoint: (attributeId: Id | null) => void;
  /** Brings what says so into view. */
  readonly onShow: (attributeId: Id) => void;
}

export interface ProjectAttributeActions {
  readonly onCreate: (wish: AttributeWish) => string | null;
  readonly onRename: (attributeId: Id, name: string) => string | null;
  readonly onRemove: (attributeId: Id) => void;
}
