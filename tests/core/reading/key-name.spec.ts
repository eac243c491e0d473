import { type KeyPress, keyName } from '@core/reading/key-name';
import { isSingleKey, keyRow, keyTable } from '@core/reading/key-table';
import { expect, test } from '@playwright/test';

function press(key: string, code: string, held: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    code,
    shiftKey: false,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    isComposing: false,
    ...held,
  };
}
const shift = { shiftKey: true };
const altGraph = { getModifierState: () => true };

type Case = readonly [key: string, code: string, held: Partial<KeyPress>, name: string | null];
const layouts: Readonly<Record<string, readonly Case[]>> = {
  'US QWERTY': [
    ['d', 'KeyD', {}, 'd'],
    ['D', 'KeyD', shift, 'Shift+D'],
    // Caps Lock is no Shift.
    ['D', 'KeyD', {}, 'd'],
    ['d', 'KeyD', shift, 'Shift+D'],
    ['E', 'KeyE', shift, 'Shift+E'],
    ['1', 'Digit1', {}, '1'],
    ['!', 'Digit1', shift, null],
    ['0', 'Digit0', {}, null],
    ['7', 'Numpad7', {}, '7'],
    ['Home', 'Numpad7', {}, null],
    ['[', 'BracketLeft', {}, '['],
    ['{', 'BracketLeft', shift, null],
    [']', 'BracketRight', {}, ']'],
    ['.', 'Period', {}, '.'],
    ['>', 'Period', shift, null],
    ['?', 'Slash', shift, '?'],
    ['/', 'Slash', {}, null],
    ['q', 'KeyQ', {}, null],
    ['Enter', 'Enter', { ctrlKey: true }, 'Ctrl+Enter'],
    ['Enter', 'NumpadEnter', { metaKey: true }, 'Ctrl+Enter'],
    ['Enter', 'Enter', {}, null],
    ['ArrowDown', 'ArrowDown', { altKey: true }, 'Alt+Down'],
    ['ArrowUp', 'ArrowUp', { altKey: true }, 'Alt+Up'],
    ['ArrowDown', 'ArrowDown', {}, null],
    ['Escape', 'Escape', {}, 'Escape'],
    ['Tab', 'Tab', {}, 'Tab'],
    ['Tab', 'Tab', shift, 'Shift+Tab'],
    ['f', 'KeyF', { ctrlKey: true }, 'Ctrl+F'],
    ['z', 'KeyZ', { metaKey: true }, 'Ctrl+Z'],
    ['Z', 'KeyZ', { ctrlKey: true, shiftKey: true }, 'Shift+Ctrl+Z'],
    ['=', 'Equal', { ctrlKey: true }, 'Ctrl++'],
    ['+', 'Equal', { ctrlKey: true, shiftKey: true }, 'Ctrl++'],
    ['-', 'Minus', { ctrlKey: true }, 'Ctrl+-'],
    ['0', 'Digit0', { ctrlKey: true }, 'Ctrl+0'],
    ['1', 'Digit1', { ctrlKey: true }, 'Ctrl+1'],
    ['2', 'Digit2', { altKey: true }, 'Alt+2'],
    [',', 'Comma', { ctrlKey: true }, 'Ctrl+,'],
    ['F9', 'F9', {}, 'F9'],
    ['c', 'KeyC', { ctrlKey: true }, null],
    ['d', 'KeyD', { altKey: true }, null],
  ],
  'French AZERTY': [
    ['&', 'Digit1', {}, '1'],
    ['é', 'Digit2', {}, '2'],
    ['1', 'Digit1', shift, '1'],
    ['-', 'Digit6', {}, '6'],
    ['a', 'KeyQ', {}, 'a'],
    ['q', 'KeyA', {}, null],
    ['z', 'KeyW', { ctrlKey: true }, 'Ctrl+Z'],
    ['.', 'Comma', shift, '.'],
    ['?', 'KeyM', shift, '?'],
    ['[', 'Digit5', altGraph, '['],
    ['[', 'Digit5', { ctrlKey: true, altKey: true }, '['],
    [']', 'Minus', altGraph, ']'],
    ['{', 'Digit4', altGraph, null],
    ['Dead', 'BracketLeft', {}, '['],
    ['$', 'BracketRight', {}, ']'],
    ['-', 'Digit6', { ctrlKey: true }, 'Ctrl+-'],
    ['à', 'Digit0', { ctrlKey: true }, 'Ctrl+0'],
  ],
  'German QWERTZ': [
    ['z', 'KeyY', {}, null],
    ['y', 'KeyZ', {}, 'y'],
    ['[', 'Digit8', altGraph, '['],
    [']', 'Digit9', altGraph, ']'],
    ['ü', 'BracketLeft', {}, '['],
    ['+', 'BracketRight', {}, ']'],
    ['?', 'Minus', shift, '?'],
    [':', 'Period', shift, null],
    ['ö', 'Semicolon', {}, null],
    ['"', 'Digit2', shift, null],
  ],
  'macOS, where Option types the brackets': [
    ['[', 'Digit5', { altKey: true }, '['],
    [']', 'Digit6', { altKey: true }, ']'],
  ],
  'Russian ЙЦУКЕН': [
    ['с', 'KeyC', {}, 'c'],
    ['в', 'KeyD', {}, 'd'],
    ['В', 'KeyD', shift, 'Shift+D'],
    ['У', 'KeyE', shift, 'Shift+E'],
    ['ч', 'KeyX', {}, 'x'],
    ['х', 'BracketLeft', {}, '['],
    ['ъ', 'BracketRight', {}, ']'],
    ['Х', 'BracketLeft', shift, null],
    ['ю', 'Period', {}, '.'],
    ['.', 'Slash', {}, '.'],
    ['?', 'Digit7', shift, '?'],
    ['я', 'KeyZ', { ctrlKey: true }, 'Ctrl+Z'],
    ['а', 'KeyF', { ctrlKey: true }, 'Ctrl+F'],
    ['б', 'Comma', { ctrlKey: true }, 'Ctrl+,'],
    ['1', 'Digit1', {}, '1'],
  ],
  Greek: [
    ['δ', 'KeyD', {}, 'd'],
    ['Δ', 'KeyD', shift, 'Shift+D'],
    ['ψ', 'KeyC', {}, 'c'],
    ['[', 'BracketLeft', {}, '['],
    ['.', 'Period', {}, '.'],
    ['?', 'Slash', shift, '?'],
  ],
  'an input method': [
    ['Process', 'KeyC', {}, 'c'],
    ['Process', 'KeyC', { isComposing: true }, null],
    ['c', 'KeyC', { isComposing: true }, null],
    ['Process', 'Digit3', {}, '3'],
    ['Process', 'BracketRight', {}, ']'],
  ],
};

for (const [layout, cases] of Object.entries(layouts)) {
  test(`names keys on ${layout}`, () => {
    for (const [key, code, held, name] of cases) {
      expect(keyName(press(key, code, held)), `${key} on ${code} with ${JSON.stringify(held)}`).toBe(name);
    }
  });
}

test('every key of the table stands in it once and is found there', () => {
  const names = keyTable.flatMap((row) => row.keys.map((name) => [name, row] as const));
  expect(new Set(names.map(([name]) => name)).size).toBe(names.length);
  for (const [name, row] of names) expect(keyRow(name)).toBe(row);
});

test('single keys are those without Ctrl and Alt that type something', () => {
  const single = keyTable.flatMap((row) => row.keys.filter((name) => isSingleKey(name)));
  expect(single).toEqual(
    'd s f a Shift+D Shift+S Shift+F Shift+A e Shift+E [ ] n 1 2 3 4 5 6 7 8 9 c t i r . Shift+C y u w m b j x k l p ?'.split(
      ' ',
    ),
  );
});

test('an event’s own fields stand in its class, as the DOM’s do', () => {
  class Press {
    get key(): string {
      return '1';
    }
    get code(): string {
      return 'Digit1';
    }
    get ctrlKey(): boolean {
      return true;
    }
    get shiftKey(): boolean {
      return false;
    }
    get metaKey(): boolean {
      return false;
    }
    get altKey(): boolean {
      return false;
    }
    get isComposing(): boolean {
      return false;
    }
  }
  expect(keyName(new Press())).toBe('Ctrl+1');
});
