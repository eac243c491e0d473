import { createNumberList, float64 } from './number-list';

/** Numbers 0, 1, 2 ... each with a fingerprint of its own, found by it. */
export interface PrintTable {
  readonly length: number;
  /** The number that has this fingerprint; -1 where none has. */
  find(print: number): number;
  /** Gives the next number. Nothing may have this fingerprint yet. */
  add(print: number): number;
  printOf(number: number): number;
}

const firstSlots = 4_096;
/** So many of four slots are filled at most: beyond that a search takes many steps. */
const filled = 3;

/** Open addressing over plain arrays: a map of hundreds of thousands of large numbers takes four times as much. */
export function createPrintTable(): PrintTable {
  const prints = createNumberList(float64);
  /** One more than the number, 0 for a free slot. Their count is a power of two. */
  let slots = new Int32Array(firstSlots);

  /** Where the search for a fingerprint begins: its lower bits are as good as random. */
  const home = (print: number): number => (print % 2 ** 31) & (slots.length - 1);
  const next = (slot: number): number => (slot + 1) & (slots.length - 1);

  const place = (number: number): void => {
    let slot = home(prints.at(number));
    while (slots[slot] !== 0) slot = next(slot);
    slots[slot] = number + 1;
  };

  return {
    get length() {
      return prints.length;
    },
    find: (print) => {
      for (let slot = home(print); ; slot = next(slot)) {
        const number = (slots[slot] ?? 0) - 1;
        if (number < 0 || prints.at(number) === print) return number;
      }
    },
    add: (print) => {
      prints.push(print);
      if (prints.length * 4 > slots.length * filled) {
        slots = new Int32Array(slots.length * 2);
        for (let each = 0; each < prints.length - 1; each += 1) place(each);
      }
      place(prints.length - 1);
      return prints.length - 1;
    },
    printOf: (number) => prints.at(number),
  };
}
