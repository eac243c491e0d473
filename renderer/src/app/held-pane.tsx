import { asChoice, type SaidColumns } from '@core/import/table-columns';
import { tableDocuments } from '@core/import/table-documents';
import type { FrozenFile, TablePreview } from '@preload/contract';
import { repairSentence } from '../corpus/corpus-report';
import { encodingName, encodingsWith } from '../corpus/encoding-name';
import { frozenSources } from '../data/frozen-sources';
import { EncodingQuestion } from '../importing/encoding-question';
import { PasswordQuestion } from '../importing/password-question';
import { type SplitDocument, SplitQuestion } from '../importing/split-question';
import { type RowPreview, TableQuestion } from '../importing/table-question';
import { TwinQuestion } from '../importing/twin-question';
import { heldQuestion } from './held-question';
import { valueWords } from './value-words';
import { useObservable } from './workbench-context';

/** What an import asks about one of its files. */
export function HeldPane() {
  const question = useObservable(heldQuestion);
  if (question === null) return null;
  if (question.kind === 'twins') return <TwinQuestion files={question.files} onAnswer={question.answer} />;
  const { path } = question;
  switch (question.kind) {
    case 'password':
      return (
        <PasswordQuestion
          path={path}
          isWrong={question.isWrong}
          onOpen={(password) => question.answer(password)}
          onLeaveOut={() => question.answer(null)}
        />
      );
    case 'encoding': {
      const { label, preview, others, choose, answer } = question;
      return (
        <EncodingQuestion
          // Another file is another question.
          key={path}
          {...{ path, label, preview, others }}
          encodings={encodingsWith(label).map((id) => ({ id, label: encodingName(id) }))}
          onChoose={choose}
          onTake={(isForOthers) => answer({ label, isForOthers })}
          onLeaveOut={() => answer(null)}
        />
      );
    }
    case 'split':
      return (
        <SplitQuestion
          path={path}
          documents={documentsOf(question.frozen)}
          notes={question.frozen.documents.flatMap(({ repairs }) => repairs).map(repairSentence)}
          onTake={() => question.answer(true)}
          onLeaveOut={() => question.answer(null)}
        />
      );
    case 'table': {
      const { columns, count, guess } = question.table;
      return (
        <TableQuestion
          // Another table is another question.
          key={path}
          {...{ path, columns, count }}
          guess={guess ?? { text: null, title: null, date: null, left_out: [] }}
          preview={(chosen) => previewsOf(question.table, chosen)}
          onTake={(chosen) => question.answer(chosen)}
          onLeaveOut={() => question.answer(null)}
        />
      );
    }
  }
}

function documentsOf(frozen: FrozenFile): readonly SplitDocument[] {
  const sources = frozenSources(frozen, frozen.path);
  if (!sources.ok) return [];
  return sources.value.map(({ structure: { title, words, values } }) => {
    const { date, publisher, agency } = values;
    const source = publisher ?? agency;
    return {
      ...{ title, words },
      date: date === undefined ? '' : valueWords(date),
      source: source === undefined ? '' : valueWords(source),
    };
  });
}

function previewsOf(table: TablePreview, chosen: SaidColumns): readonly RowPreview[] {
  const choice = asChoice(table.columns, chosen);
  if (choice === null) return [];
  return tableDocuments(table, choice).documents.map(({ text, title = '', values, extra }) => ({
    ...{ text, title },
    facts: [
      ...[...choice.fields].flatMap(([key, column]) => {
        const value = values[key];
        return value === undefined ? [] : [{ name: table.columns[column] ?? key, value: valueWords(value) }];
      }),
      ...extra,
    ],
  }));
}
