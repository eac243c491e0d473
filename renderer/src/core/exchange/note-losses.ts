import type { Annotation, Coding } from '../model/annotation';
import type { LossList } from './losses';
import type { SnapshotIndex } from './snapshot-index';

export interface NoteOptions {
  /** Stance, voice and their like are written as codes, and so not lost. */
  readonly extrasAsCodes: boolean;
}

/** What no format of others has a word for in a passage and its codings. */
export function noteAnnotationLosses(losses: LossList, annotation: Annotation, options: NoteOptions): void {
  const { id, speaker_ids = [], voice, round, review, origin, origin_guid, values, codings } = annotation;
  if (!options.extrasAsCodes) {
    if (speaker_ids.length > 0) losses.note('speaker', id);
    if (voice !== undefined) losses.note('voice', id);
    if (round > 1) losses.note('round', id);
    if (review !== undefined) losses.note('review', id);
    if (Object.keys(values ?? {}).length > 0) losses.note('annotation-values', id);
  }
  if (origin !== 'import' || origin_guid !== undefined) losses.note('origin', id);
  for (const coding of codings) noteCodingLosses(losses, coding, options);
}

function noteCodingLosses(losses: LossList, coding: Coding, options: NoteOptions): void {
  const { id, stance, certainty, values, origin, code_rev, created_at, modified_at } = coding;
  if (!options.extrasAsCodes) {
    if (stance !== undefined) losses.note('stance', id);
    if (certainty !== undefined) losses.note('certainty', id);
    if (Object.keys(values ?? {}).length > 0) losses.note('coding-values', id);
  }
  if (origin !== 'import') losses.note('origin', id);
  if (modified_at !== created_at) losses.note('coding-modified', id);
  if (code_rev !== 1) losses.note('coding-revision', id);
}

/** Records of which a format of others knows nothing at all. */
export function noteRecordLosses(losses: LossList, { snapshot }: SnapshotIndex): void {
  const { project, actors, properties, passes, coders } = snapshot;
  for (const { id } of actors) losses.note('actor', id);
  for (const { id } of properties) losses.note('property', id);
  for (const { id } of passes) losses.note('pass', id);
  for (const { id } of coders) losses.note('coder-details', id);
  losses.note('project-revisions', project.id);
  if (project.codebook_locked === true) losses.note('codebook-lock', project.id);
}
