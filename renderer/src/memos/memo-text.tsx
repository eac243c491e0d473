import { addressesIn, readAddress } from '@core/memo/memo-address';
import type { MemoBlock, MemoInline, MemoLink, MemoList, MemoRun } from '@core/memo/memo-content';
import { parseMemo } from '@core/memo/parse-memo';
import { createElement, Fragment, type ReactNode, useEffect, useMemo } from 'react';
import { Link, TooltipTrigger } from 'react-aria-components';
import { Tip } from '../ui/tip';
import { linkWords, type MemoPlaces } from './memo-places';
import styles from './memo-text.module.css';

export interface MemoTextProps {
  readonly markdown: string;
  readonly places: MemoPlaces;
}

/** A memo to be read: its links are opened by a click. */
export function MemoText({ markdown, places }: MemoTextProps) {
  const blocks = useMemo(() => parseMemo(markdown), [markdown]);
  useEffect(() => places.ask(addressesIn(blocks)), [blocks, places]);
  return <div className={styles['text']}>{children(blocks.map((block) => blockElement(block, places)))}</div>;
}

/** What stands in a fixed order needs no keys. */
function children(nodes: readonly ReactNode[]): ReactNode {
  return createElement(Fragment, null, ...nodes);
}

function blockElement(block: MemoBlock, places: MemoPlaces): ReactNode {
  if (block.kind === 'list') return listElement(block, places);
  const content = inlineElements(block.content, places);
  return block.kind === 'quote' ? <blockquote dir="auto">{content}</blockquote> : <p dir="auto">{content}</p>;
}

function listElement(list: MemoList, places: MemoPlaces): ReactNode {
  const items = children(
    list.items.map(({ content, lists }) =>
      createElement(
        'li',
        { dir: 'auto' },
        inlineElements(content, places),
        ...lists.map((below) => listElement(below, places)),
      ),
    ),
  );
  return list.ordered ? <ol start={list.start}>{items}</ol> : <ul>{items}</ul>;
}

function inlineElements(content: readonly MemoInline[], places: MemoPlaces): ReactNode {
  return children(
    content.map((inline) => {
      if (inline.kind === 'break') return createElement('br');
      return inline.kind === 'link' ? linkElement(inline, places) : runElement(inline);
    }),
  );
}

function linkElement({ href, label }: MemoLink, places: MemoPlaces): ReactNode {
  const { state, title, note } = linkWords(href, places);
  const address = readAddress(href);
  const words = children(label.map(runElement));
  if (address === null || state === 'gone') {
    return (
      <span className={styles['link']} data-state={state} title={title}>
        {words}
        {note !== '' && <span className={styles['note']}> {note}</span>}
      </span>
    );
  }
  const link = (
    <Link className={styles['link'] ?? ''} onPress={() => places.open(address)}>
      {words}
    </Link>
  );
  return title === '' ? (
    link
  ) : (
    <TooltipTrigger delay={600} closeDelay={0}>
      {link}
      <Tip words={title} />
    </TooltipTrigger>
  );
}

function runElement({ text, bold, italic }: MemoRun): ReactNode {
  const emphasised = italic ? createElement('em', null, text) : text;
  return bold ? createElement('strong', null, emphasised) : emphasised;
}
