import type { Annotation } from '@core/model/annotation';
import type { Page } from '@playwright/test';

/**
 * The yardstick of opening: the text as paragraphs, cut into spans wherever an annotation begins or ends, each span
 * with as many names of classes as annotations lie over it. Milliseconds from before the first node is made to the
 * start of the frame after the one that paints it.
 */
export async function paintSpans(
  page: Page,
  text: string,
  annotations: readonly Annotation[],
  repetitions: number,
): Promise<readonly number[]> {
  const places = annotations.flatMap(({ target }) =>
    target.kind === 'passage' ? [[target.start, target.end] as const] : [],
  );
  return page.evaluate(
    async ([content, spans, count]) => {
      const taken: number[] = [];
      for (let n = 0; n < count; n += 1) {
        document.body.replaceChildren();
        await frames(3);
        const begun = performance.now();
        build();
        await frames(2);
        taken.push(performance.now() - begun);
      }
      return taken;

      function build(): void {
        const edges = [...new Set(spans.flat())].sort((one, other) => one - other);
        const starting = [...spans].sort((one, other) => one[0] - other[0]);
        const root = document.createElement('div');
        root.style.cssText = 'height: 100vh; overflow: auto; font: 17px/1.6 serif';
        let open: (readonly [number, number])[] = [];
        let next = 0;
        let at = 0;
        let edge = 0;
        for (const line of content.split('\n\n')) {
          const paragraph = document.createElement('p');
          const end = at + line.length;
          let from = at;
          while (from < end) {
            while ((edges[edge] ?? Number.POSITIVE_INFINITY) <= from) edge += 1;
            const to = Math.min(end, edges[edge] ?? end);
            open = open.filter(([, stop]) => stop > from);
            for (let one = starting[next]; one !== undefined && one[0] <= from; one = starting[++next]) {
              if (one[1] > from) open.push(one);
            }
            const span = document.createElement('span');
            span.textContent = content.slice(from, to);
            if (open.length > 0) span.style.backgroundColor = `hsl(${open.length * 40} 60% 85%)`;
            span.className = open.map((_, place) => `code-${place}`).join(' ');
            paragraph.append(span);
            from = to;
          }
          root.append(paragraph);
          at = end + 2;
        }
        document.body.append(root);
      }

      function frames(wanted: number): Promise<void> {
        return new Promise((resolve) => {
          const step = (left: number): void => {
            if (left === 0) resolve();
            else requestAnimationFrame(() => step(left - 1));
          };
          step(wanted);
        });
      }
    },
    [text, places, repetitions] as const,
  );
}
