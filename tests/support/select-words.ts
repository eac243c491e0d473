import type { WorkbenchPage } from './workbench-page';

/** Puts the selection over words of the open text. */
export async function selectWords(desk: WorkbenchPage, words: string): Promise<void> {
  await desk.article.evaluate((article, wanted) => {
    const line = [...article.querySelectorAll('[data-line]')].find((one) => one.textContent.includes(wanted));
    if (line === undefined) throw new Error(`"${wanted}" is not there`);
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let at = line.textContent.indexOf(wanted);
    let left = wanted.length;
    const range = document.createRange();
    for (let node = walker.nextNode(); node !== null && left >= 0; node = walker.nextNode()) {
      const { length } = node.textContent ?? '';
      if (at >= 0 && at < length) range.setStart(node, at);
      if (at < length) {
        const end = Math.max(0, at) + left;
        if (end <= length) {
          range.setEnd(node, end);
          break;
        }
        left -= length - Math.max(0, at);
      }
      at -= length;
    }
    document
      .getSelection()
      ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  }, words);
}
