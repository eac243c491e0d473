import { codesInOrder } from '@core/codebook/code-tree';
import { matchCodes } from '@core/codebook/match-codes';
import type { Code } from '@core/model/code';
import type { Id } from '@core/model/identity';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { formatCount, t } from '../ui/strings';
import { Swatch } from '../ui/swatch';
import { pressRest, takeTypedLine } from '../ui/typed-ahead';
import { useWindowSize } from '../ui/use-window-size';
import styles from './code-palette.module.css';
import { paletteRows } from './palette-rows';
import { paletteGap, placePalette } from './place-palette';

export interface PaletteTarget {
  /** Edges of the target's text in the window, in pixels. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
}

export interface CodePaletteProps {
  readonly target: PaletteTarget;
  readonly codes: readonly Code[];
  /** Codes the target carries. */
  readonly applied: ReadonlySet<Id>;
  readonly counts: ReadonlyMap<Id, number>;
  /** Key 1 to 9 by code. */
  readonly pins: ReadonlyMap<Id, number>;
  readonly locked: boolean;
  /** Stands in the field while nothing is typed. */
  readonly prompt?: string;
  /** Applies the code, or takes it off where it is ticked. */
  readonly onToggle: (code: Code) => void;
  /** Creates the code at the typed path and applies it. */
  readonly onCreate: (typed: string) => void;
  readonly onClose: () => void;
}

/** Width in pixels and rows shown at once: interface.md, "Palette". */
const width = 360;
const rowsShown = 8;

/** The code palette: below the passage it codes, or above where there is no room; it never covers it. */
export function CodePalette(props: CodePaletteProps) {
  const { target, codes, applied, counts, pins, locked } = props;
  const [typed, setTyped] = useState(takeTypedLine);
  const [moved, setMoved] = useState<number | null>(null);
  const list = useId();
  const box = useRef<HTMLDivElement>(null);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  const ordered = useMemo(() => codesInOrder(codes), [codes]);
  const matches = useMemo(() => matchCodes(typed, ordered, byId), [typed, ordered, byId]);
  const { rows, marked: first } = paletteRows(typed, matches, locked);
  const marked = moved === null ? first : Math.min(moved, rows.length - 1);
  const markedRow = marked === null ? undefined : rows[marked];

  const view = useWindowSize();
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    element.style.maxHeight = '';
    const { top, room } = placePalette(target, element.offsetHeight, view.height);
    const farthest = view.width - width - paletteGap;
    element.style.top = `${top}px`;
    element.style.left = `${Math.max(paletteGap, Math.min(target.left, farthest))}px`;
    element.style.maxHeight = `${room}px`;
    element.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  });

  // With the rows for what was typed ahead: Enter, pressed before they were there, applies the marked one.
  useEffect(pressRest, []);

  const choose = (index: number | null, stay: boolean): void => {
    const row = index === null ? undefined : rows[index];
    if (row === undefined) return;
    if (row.kind === 'create') props.onCreate(typed);
    else props.onToggle(row.match.code);
    if (stay) {
      setTyped('');
      setMoved(null);
    } else props.onClose();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: rowsShown, PageUp: -rowsShown }[event.key];
    if (step !== undefined) {
      const from = marked ?? (step > 0 ? -1 : rows.length);
      setMoved(Math.max(0, Math.min(rows.length - 1, from + step)));
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      if (typed.trim() !== '' && !locked) {
        props.onCreate(typed);
        props.onClose();
      }
    } else if (event.key === 'Enter') choose(marked, event.shiftKey);
    else if (event.key === 'Escape' || event.key === 'Tab') props.onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div ref={box} className={styles['palette']} style={{ width }}>
      <input
        className={styles['input']}
        role="combobox"
        aria-label={t('coding:palette')}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked === null ? undefined : `${list}-${marked}`}
        placeholder={props.prompt ?? t('coding:placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        ref={(input) => input?.focus({ preventScroll: true })}
        onChange={(event) => {
          setTyped(event.target.value);
          setMoved(null);
        }}
        onKeyDown={onKeyDown}
        onBlur={props.onClose}
      />
      <div
        id={list}
        role="listbox"
        aria-label={t('coding:codes')}
        aria-multiselectable="true"
        className={styles['rows']}
        tabIndex={-1}
      >
        {rows.map((row, index) => (
          // Keys go to the input, which names this row as its active one; the mouse is the other way to choose.
          <div
            key={row.kind === 'create' ? 'create' : row.match.code.id}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={row.kind === 'code' && applied.has(row.match.code.id)}
            data-marked={index === marked ? '' : undefined}
            className={styles['row']}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(index, event.shiftKey);
            }}
          >
            {row.kind === 'create' ? (
              <span className={styles['create']}>{t('coding:create', { name: typed.trim() })}</span>
            ) : (
              <>
                <Swatch color={row.match.code.color} mark={row.match.code.mark} />
                <span className={styles['name']}>
                  <bdi>{row.match.code.name}</bdi>
                </span>
                <span className={styles['path']}>{row.match.path.slice(0, -1).join(' > ')}</span>
                <span className={styles['count']}>{formatCount(counts.get(row.match.code.id) ?? 0)}</span>
                <kbd className={styles['pin']}>{pins.get(row.match.code.id) ?? ''}</kbd>
                <span className={styles['tick']} aria-hidden="true">
                  {applied.has(row.match.code.id) ? '✓' : ''}
                </span>
              </>
            )}
          </div>
        ))}
      </div>
      <div className={styles['footer']}>
        {rows.length === 0
          ? t(locked && typed !== '' ? 'coding:noMatch' : 'coding:noCodes')
          : markedRow?.kind === 'code'
            ? markedRow.match.code.description || t('coding:noDefinition')
            : t('coding:hint')}
      </div>
    </div>
  );
}
