import type { SaidColumns } from '@core/import/table-columns';
import type { FileReading, FrozenFile, Outcome, TablePreview } from '@preload/contract';
import { createSource } from '../data/observable';
import type { TwinFile } from '../importing/twin-question';
import type { Workbench } from './open-workbench';
import { setView } from './view-state';

/** What is asked about one file of an import, and where the answer goes; null leaves the file out. */
export type HeldQuestion =
  | {
      readonly kind: 'password';
      readonly path: string;
      readonly isWrong: boolean;
      readonly answer: (password: string | null) => void;
    }
  | {
      readonly kind: 'encoding';
      readonly path: string;
      /** What the file is read in for now, and how it begins so; null where it cannot be read so. */
      readonly label: string;
      readonly preview: string | null;
      /** Files after it that are asked about for the same reason. */
      readonly others: number;
      readonly choose: (label: string) => void;
      readonly answer: (taken: TakenEncoding | null) => void;
    }
  | {
      readonly kind: 'split';
      readonly path: string;
      readonly frozen: FrozenFile;
      readonly answer: (isTaken: true | null) => void;
    }
  | {
      readonly kind: 'table';
      readonly path: string;
      readonly table: TablePreview;
      readonly answer: (columns: SaidColumns | null) => void;
    }
  | {
      readonly kind: 'twins';
      readonly files: readonly TwinFile[];
      readonly answer: (own: ReadonlySet<string> | null) => void;
    };

export interface TakenEncoding {
  readonly label: string;
  readonly isForOthers: boolean;
}

/** The question that the dialog shows. */
export const heldQuestion = createSource<HeldQuestion | null>(null);

/** What a file comes to that was asked about and left out. */
export const leftOut: Outcome<never> = { ok: false, error: { code: 'left-out' } };

/** Reads a file as a person says. The dialog stays meanwhile, with the question answered. */
export function read(
  { bridge }: Workbench,
  token: string,
  reading: FileReading,
): Promise<Outcome<FrozenFile>> {
  return bridge.freezeFile(token, reading);
}

/** Answers what a person says to the question; null where they leave it. */
export function ask<T>(question: (answer: (value: T | null) => void) => HeldQuestion): Promise<T | null> {
  return new Promise((resolve) => {
    heldQuestion.set(
      question((value) => {
        heldQuestion.set(null);
        setView({ dialog: null });
        resolve(value);
      }),
    );
    setView({ dialog: 'held' });
  });
}
