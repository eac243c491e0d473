import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { BrowserWindow } from 'electron';
import * as v from 'valibot';
import { privateFile, temporaryName } from './files';

const whole = v.pipe(v.number(), v.safeInteger());
const size = v.pipe(whole, v.minValue(1));
const stateSchema = v.object({ x: whole, y: whole, width: size, height: size, maximized: v.boolean() });

/** A rectangle of the desktop, in its own pixels. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood last, and how large it was before it was maximised. */
export interface WindowState extends Area {
  readonly maximized: boolean;
}

export interface WindowPlace {
  readonly width: number;
  readonly height: number;
  /** Left to the system where nothing is known. */
  readonly at: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
}

/** What a window has that was never placed. */
const firstSize = { width: 1440, height: 900 } as const;
/** Milliseconds between two notes of where the window stands. */
const pace = 1000;

/**
 * Places the window where it stood, as far as the displays of today allow: wholly on one of them, the one that shows
 * most of it, unless it spans several without a gap. `areas`: what of each display is free, the main one first.
 */
export function fitWindow(stored: WindowState | null, areas: readonly Area[]): WindowPlace {
  const [main] = areas;
  if (stored === null || main === undefined) {
    const { width, height } = main === undefined ? firstSize : smaller(firstSize, main);
    return { width, height, at: null, maximized: stored?.maximized ?? false };
  }
  const { maximized } = stored;
  const shares = areas.map((area) => shared(stored, area));
  const seen = shares.reduce((sum, share) => sum + share, 0);
  if (seen === stored.width * stored.height) {
    return { width: stored.width, height: stored.height, at: { x: stored.x, y: stored.y }, maximized };
  }
  const best = seen === 0 ? main : (areas[shares.indexOf(Math.max(...shares))] ?? main);
  const { width, height } = smaller(stored, best);
  const at =
    seen === 0
      ? {
          x: Math.round(best.x + (best.width - width) / 2),
          y: Math.round(best.y + (best.height - height) / 2),
        }
      : {
          x: within(stored.x, best.x, best.x + best.width - width),
          y: within(stored.y, best.y, best.y + best.height - height),
        };
  return { width, height, at, maximized };
}

function smaller(one: Pick<Area, 'width' | 'height'>, other: Pick<Area, 'width' | 'height'>) {
  return { width: Math.min(one.width, other.width), height: Math.min(one.height, other.height) };
}

function shared(one: Area, other: Area): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return Math.max(0, width) * Math.max(0, height);
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Reads what was noted; null where there is nothing to go by. */
export function readWindowState(path: string): WindowState | null {
  try {
    const parsed = v.safeParse(stateSchema, JSON.parse(readFileSync(path, 'utf8')));
    return parsed.success ? parsed.output : null;
  } catch {
    // A convenience: a file that is missing or damaged is one that says nothing.
    return null;
  }
}

/** Notes where the window stands, at most once a second while it is moved, and when it closes. */
export function rememberWindow(window: BrowserWindow, path: string): void {
  let timer: NodeJS.Timeout | null = null;
  const note = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!window.isDestroyed()) writeState(path, stateOf(window));
  };
  const soon = (): void => {
    timer ??= setTimeout(note, pace);
  };
  window.on('resize', soon);
  window.on('move', soon);
  window.on('maximize', soon);
  window.on('unmaximize', soon);
  // At once, for the program may end with it.
  window.on('close', note);
  window.once('closed', () => {
    if (timer !== null) clearTimeout(timer);
  });
}

function stateOf(window: BrowserWindow): WindowState {
  const { x, y, width, height } = window.getNormalBounds();
  return { x, y, width, height, maximized: window.isMaximized() };
}

function writeState(path: string, state: WindowState): void {
  const temporary = temporaryName(path);
  try {
    writeFileSync(temporary, `${JSON.stringify(state)}\n`, { mode: privateFile });
    renameSync(temporary, path);
  } catch {
    // A convenience: that it cannot be kept is no reason to say anything.
    rmSync(temporary, { force: true });
  }
}
