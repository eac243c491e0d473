/** Stretches of two texts, in tokens, of which it is open what they share. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly otherFrom: number;
  readonly otherTo: number;
}

/** Places in both stretches, one after the other. */
export interface Places {
  readonly here: Int32Array;
  readonly there: Int32Array;
  readonly count: number;
}

/** Places of runs of tokens that stand once in either stretch, as many as stand in the same order. */
export function markedPlaces(one: Int32Array, other: Int32Array, gap: Gap, length: number): Places {
  const most = Math.max(0, Math.min(gap.to - gap.from, gap.otherTo - gap.otherFrom) - length + 1);
  const here = new Int32Array(most);
  const there = new Int32Array(most);
  if (most === 0) return { here, there, count: 0 };
  const own = runsOnce(one, gap.from, gap.to, length);
  const others = runsOnce(other, gap.otherFrom, gap.otherTo, length);
  let count = 0;
  for (let at = gap.from; at <= gap.to - length; at += 1) {
    const number = own.numbers[at - gap.from] ?? 0;
    if (placeOf(own, number) !== at) continue;
    const otherAt = placeOf(others, number);
    if (otherAt < 0) continue;
    // Two runs may have one number; then they are told apart here.
    let same = 0;
    while (same < length && one[at + same] === other[otherAt + same]) same += 1;
    if (same < length) continue;
    here[count] = at;
    there[count] = otherAt;
    count += 1;
  }
  return longestRising({ here, there, count });
}

/** Runs of tokens by a number made of each: an open table, since a Map of so many costs more than all the rest. */
interface RunTable {
  /** By place of the run, counted from the stretch's first. */
  readonly numbers: Int32Array;
  readonly keys: Int32Array;
  /** Where the run of that key stands; -1 where it comes more than once, -2 where there is none. */
  readonly places: Int32Array;
}

function runsOnce(ids: Int32Array, from: number, to: number, length: number): RunTable {
  const numbers = new Int32Array(to - from - length + 1);
  let size = 16;
  while (size < numbers.length * 2) size *= 2;
  const table: RunTable = { numbers, keys: new Int32Array(size), places: new Int32Array(size).fill(-2) };
  let highest = 1;
  for (let n = 1; n < length; n += 1) highest = Math.imul(highest, factor);
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const first = at - length + 1;
    if (first > from) number = (number - Math.imul(highest, (ids[first - 1] ?? 0) + 1)) | 0;
    number = (Math.imul(number, factor) + (ids[at] ?? 0) + 1) | 0;
    if (first < from) continue;
    numbers[first - from] = number;
    const slot = slotOf(table, number);
    table.keys[slot] = number;
    table.places[slot] = table.places[slot] === -2 ? first : -1;
  }
  return table;
}

/** The slot of a key, or the one that it would have. */
function slotOf({ keys, places }: RunTable, number: number): number {
  const mask = keys.length - 1;
  let slot = (Math.imul(number, factor) >>> 7) & mask;
  while (places[slot] !== -2 && keys[slot] !== number) slot = (slot + 1) & mask;
  return slot;
}

function placeOf(table: RunTable, number: number): number {
  return table.places[slotOf(table, number)] ?? -2;
}

/** Odd, and far from a power of two (Knuth's multiplier). */
const factor = 0x9e3779b1 | 0;

/** As many of the places as rise in both; they rise in the first already. */
function longestRising({ here, there, count }: Places): Places {
  const ends = new Int32Array(count);
  const previous = new Int32Array(count);
  let longest = 0;
  for (let at = 0; at < count; at += 1) {
    const place = there[at] ?? 0;
    let low = 0;
    let high = longest;
    // Mostly it goes on where the longest so far ends.
    if (longest > 0 && (there[ends[longest - 1] ?? 0] ?? 0) < place) low = longest;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((there[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    previous[at] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = at;
    if (low === longest) longest += 1;
  }
  const rising = { here: new Int32Array(longest), there: new Int32Array(longest), count: longest };
  for (let at = ends[longest - 1] ?? -1, place = longest - 1; place >= 0; place -= 1) {
    rising.here[place] = here[at] ?? 0;
    rising.there[place] = there[at] ?? 0;
    at = previous[at] ?? -1;
  }
  return rising;
}
