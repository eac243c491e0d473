import type { BoundaryMove } from '@core/commands/move-boundary';
import type { Surface } from './coding-surface';
import { keepEdges, leaveEdges, moveEdge } from './reshape-actions';

type EdgeAction = (surface: Surface) => void | Promise<void>;

const ways = {
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  ArrowDown: 'next',
  ArrowUp: 'previous',
} as const satisfies Readonly<Record<string, 'next' | 'previous'>>;

function isWay(key: string): key is keyof typeof ways {
  return key in ways;
}

/**
 * What a key does while an end of a passage is in hand: arrows move it by character, with Ctrl by word, up and down
 * by sentence; Enter keeps it, Escape leaves the passage as it was. Undefined for all other keys.
 */
export function edgeKey(event: KeyboardEvent): EdgeAction | undefined {
  if (event.key === 'Enter' && !event.ctrlKey) return keepEdges;
  if (event.key === 'Escape') return leaveEdges;
  if (!isWay(event.key) || event.altKey || event.shiftKey) return undefined;
  const isSideways = event.key === 'ArrowRight' || event.key === 'ArrowLeft';
  const by = !isSideways ? 'sentence' : event.ctrlKey || event.metaKey ? 'word' : 'character';
  const move: BoundaryMove = { by, step: ways[event.key] };
  return (surface) => moveEdge(surface, move);
}
