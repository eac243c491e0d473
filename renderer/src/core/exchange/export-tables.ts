import type { Attribute } from '../model/attribute';
import type { Sha256 } from '../model/identity';
import type { Property } from '../model/property';
import { annotationColumns, type Column, type FieldType } from './annotation-columns';
import { annotationRows } from './annotation-rows';
import { codebookColumns, codebookTable } from './codebook-table';
import type { CopyGroupsOf } from './copy-groups-of';
import { type CsvOptions, plainCsv, type Table, writeCsv } from './csv';
import { distinctByCode } from './distinct-by-code';
import { documentColumns, documentTable } from './document-table';
import { type ExportedFile, type ExportStamp, jsonFormat, jsonMinor, jsonVersion } from './json-format';
import { linkColumns, linkTable } from './link-table';
import { loadScripts } from './load-scripts';
import { memoColumns, memoTable } from './memo-table';
import type { ProjectSnapshot } from './project-snapshot';
import { indexSnapshot, type SnapshotIndex } from './snapshot-index';
import { unitColumns, unitTable } from './unit-table';

export interface TablesOptions extends ExportStamp, Partial<CsvOptions> {
  readonly withoutTexts?: boolean;
  /** Groups of reprinted sentences; without it the columns `copy_group` are empty. */
  readonly copies?: CopyGroupsOf;
}

interface Resource {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly table: Table;
  /** Columns that together tell a row from every other. */
  readonly primaryKey?: readonly string[];
}

/** Dates carry their own precision ("2022", "2022-01"), so that they are texts. */
const fieldTypes: Readonly<Record<Property['type'], FieldType>> = {
  text: 'string',
  integer: 'integer',
  number: 'number',
  date: 'string',
  boolean: 'boolean',
  choice: 'string',
  choices: 'string',
  actor: 'string',
  ordinal: 'any',
};

function valueColumns(prefix: 'attr' | 'prop', values: readonly (Attribute | Property)[]): readonly Column[] {
  return values.map(({ key, name, type }) => ({
    name: `${prefix}.${key}`,
    type: fieldTypes[type],
    description: name,
  }));
}

function resources(
  index: SnapshotIndex,
  texts: ReadonlyMap<Sha256, string>,
  options: TablesOptions,
): readonly Resource[] {
  const attributes = valueColumns('attr', index.attributes);
  const ofDocuments = index.properties.filter(({ on }) => on === 'document');
  return [
    {
      name: 'annotations',
      columns: [...annotationColumns, ...attributes, ...valueColumns('prop', index.properties)],
      table: annotationRows(index, texts),
    },
    {
      name: 'documents',
      columns: [...documentColumns, ...attributes, ...valueColumns('prop', ofDocuments)],
      table: documentTable(index, texts),
      primaryKey: ['document_id', 'coder_id', 'round'],
    },
    {
      name: 'codebook',
      columns: codebookColumns(index),
      table: codebookTable(index, options.copies && distinctByCode(index, texts, options.copies)),
      primaryKey: ['code_id'],
    },
    { name: 'memos', columns: memoColumns, table: memoTable(index), primaryKey: ['memo_id'] },
    { name: 'units', columns: unitColumns, table: unitTable(index, texts, options), primaryKey: ['unit_id'] },
    { name: 'links', columns: linkColumns, table: linkTable(index), primaryKey: ['link_id'] },
  ];
}

function describe(index: SnapshotIndex, all: readonly Resource[], csv: CsvOptions, stamp: ExportStamp) {
  return {
    profile: 'tabular-data-package',
    name: 'framewright-project',
    title: index.snapshot.project.name,
    created: stamp.exported_at,
    generator: stamp.generator,
    framewright: {
      format: jsonFormat,
      version: jsonVersion,
      minor: jsonMinor,
      project_id: index.snapshot.project.id,
      codebook_rev: index.snapshot.project.codebook_rev,
      scope_rev: index.snapshot.project.scope_rev,
      spreadsheet_safe: !csv.exact,
    },
    resources: all.map(({ name, columns, primaryKey }) => ({
      profile: 'tabular-data-resource',
      name,
      path: `${name}.csv`,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      dialect: { delimiter: csv.delimiter, lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true },
      schema: {
        fields: columns,
        missingValues: [''],
        ...(primaryKey === undefined ? {} : { primaryKey }),
      },
    })),
  };
}

/** The project as tables for R, Python and Excel, with a data package (Frictionless) that names types and versions. */
export function exportTables(
  snapshot: ProjectSnapshot,
  texts: ReadonlyMap<Sha256, string>,
  options: TablesOptions,
): readonly ExportedFile[] {
  const csv: CsvOptions = {
    delimiter: options.delimiter ?? plainCsv.delimiter,
    bom: options.bom ?? plainCsv.bom,
    exact: options.exact ?? plainCsv.exact,
  };
  const index = indexSnapshot(snapshot, options.copies);
  const all = resources(index, texts, options);
  return [
    ...all.map(({ name, table }) => ({ name: `${name}.csv`, content: writeCsv(table, csv) })),
    {
      name: 'datapackage.json',
      content: `${JSON.stringify(describe(index, all, csv, options), null, 2)}\n`,
    },
    ...loadScripts(),
  ];
}
