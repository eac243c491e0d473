import { findDates, isFull, isoDate } from '@core/structure/dates';
import { canonicalText } from '@core/text/canonical-text';
import type { Repair } from '@preload/contract';
import type { PageMetadata } from './page-metadata';
import { type MarkedText, markedText, pageParagraphsOf } from './parse-html';

export interface ReadMail {
  readonly text: MarkedText;
  readonly repairs: readonly Repair[];
}

const header = /^([A-Za-z][A-Za-z0-9-]*):[ \t]?.*(?:\r?\n[ \t].*)*\r?\n/;
/** Of these a message has most; no other text begins with three of them. */
const usual: ReadonlySet<string> = new Set([
  ...['from', 'to', 'date', 'subject', 'message-id', 'mime-version', 'received', 'return-path'],
  ...['content-type', 'reply-to', 'delivered-to', 'list-id', 'x-mailer'],
]);
const leastUsual = 3;
const headReach = 65_536;

/** Told by the lines that a message begins with. */
export function isMail(bytes: Uint8Array): boolean {
  let head = new TextDecoder('latin1').decode(bytes.subarray(0, headReach));
  const found = new Set<string>();
  if (!/^(?:From |[A-Za-z-]+:)/.test(head)) return false;
  head = head.replace(/^From .*\r?\n/, '');
  for (let match = header.exec(head); match !== null; match = header.exec(head)) {
    const name = match[1]?.toLowerCase() ?? '';
    if (usual.has(name)) found.add(name);
    head = head.slice(match[0].length);
  }
  const isSent = found.has('message-id') || found.has('mime-version') || found.has('received');
  return found.size >= leastUsual && isSent;
}

/** A message: its plain text, or the text of its page where it has no other. What is attached is named, not read. */
export async function parseEml(bytes: Uint8Array): Promise<ReadMail> {
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 32 });
  const sent = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  const language = mail.headers.find(({ key }) => key === 'content-language')?.value;
  const date = findDates(sent, { start: 0, end: sent.length }).find(isFull);
  const sender = mail.from?.name === '' ? mail.from.address : mail.from?.name;
  const subject = mail.subject?.replace(/\s+/gu, ' ').trim() ?? '';
  const metadata: PageMetadata = {
    ...(subject === '' ? {} : { title: subject }),
    ...(sender === undefined ? {} : { byline: sender }),
    ...(date === undefined ? {} : { date: isoDate(date.year, date.month, date.day) }),
    ...(language === undefined ? {} : { language }),
  };
  const plain = canonicalText(mail.text ?? '').text.trim();
  const { hints } = markedText([], metadata);
  const { paragraphs: _none, ...said } = hints;
  const attached = mail.attachments.filter(({ related }) => related !== true);
  return {
    text:
      plain === '' ? markedText(pageParagraphsOf(mail.html ?? ''), metadata) : { text: plain, hints: said },
    repairs:
      attached.length === 0
        ? []
        : [
            {
              code: 'attachments-left-out',
              count: attached.length,
              detail: attached
                .map(({ filename }) => filename ?? '?')
                .slice(0, 10)
                .join(', '),
            },
          ],
  };
}
