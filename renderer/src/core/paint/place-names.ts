/** The name of a coding, to stand beside the lanes. Pixels count down the page. */
export interface WantedName {
  readonly key: string;
  /** Where its passage begins. */
  readonly top: number;
  /** Names of one paragraph share the room down to the next paragraph that has names. */
  readonly paragraph: number;
  /** Of the passage in hand: it is shown whatever else finds no room. */
  readonly isHeld: boolean;
}

export interface PlacedName {
  readonly key: string;
  readonly top: number;
  /** How many names of its paragraph found no room; said on the paragraph's last name, 0 on all others. */
  readonly more: number;
}

/**
 * Gives each name a place of its own: beside its passage where that is free, else pushed down, and up again where the
 * next paragraph's names begin. What finds no room is counted. Places follow from a paragraph and the one after it
 * alone, so that they stay as they are however the text is scrolled.
 * `wanted`: in text order. `step`: pixels from one name to the next below it.
 */
export function placeNames(wanted: readonly WantedName[], step: number): readonly PlacedName[] {
  const groups: WantedName[][] = [];
  for (const name of wanted) {
    const group = groups.at(-1);
    if (group?.[0]?.paragraph === name.paragraph) group.push(name);
    else groups.push([name]);
  }
  const tops = groups.map((group) => Math.min(...group.map(({ top }) => top)));
  return groups.flatMap((group, at) => {
    const low = tops[at] ?? 0;
    // Rounding may put the next one a little too near: every paragraph has room for one name.
    const high = Math.max(low + step, tops[at + 1] ?? Number.POSITIVE_INFINITY);
    return placeGroup(group, high, Math.floor((high - low) / step), step);
  });
}

function placeGroup(
  group: readonly WantedName[],
  high: number,
  room: number,
  step: number,
): readonly PlacedName[] {
  const shown = kept(group, room).toSorted((one, other) => one.top - other.top);
  const tops: number[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const { top } of shown) {
    tops.push(Math.max(top, free));
    free = Math.max(top, free) + step;
  }
  let below = high;
  for (let at = tops.length - 1; at >= 0; at -= 1) {
    below = Math.min(tops[at] ?? below, below - step);
    tops[at] = below;
  }
  return shown.map(({ key }, at) => ({
    key,
    top: tops[at] ?? 0,
    more: at === shown.length - 1 ? group.length - shown.length : 0,
  }));
}

/** As many as there is room for, in their order: those in hand, then the first. */
function kept(group: readonly WantedName[], room: number): readonly WantedName[] {
  if (group.length <= room) return group;
  const chosen = new Set(
    [...group.filter(({ isHeld }) => isHeld), ...group.filter(({ isHeld }) => !isHeld)].slice(0, room),
  );
  return group.filter((name) => chosen.has(name));
}
