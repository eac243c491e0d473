import { Ellipsis } from 'lucide-react';
import type { Ref } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import styles from './menu.module.css';

export interface MenuAction<T extends string> {
  readonly id: T;
  readonly label: string;
  /** Cannot be chosen at present. */
  readonly off?: boolean;
}

export interface ActionMenuProps<T extends string> {
  /** The name of the button, and of the menu it opens. */
  readonly label: string;
  readonly items: readonly MenuAction<T>[];
  readonly placement?: 'bottom end' | 'top end';
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly onAction: (id: T) => void;
}

/** Three dots that open a menu of actions. */
export function ActionMenu<const T extends string>(props: ActionMenuProps<T>) {
  const { label, items, placement = 'bottom end', buttonRef, onAction } = props;
  return (
    <MenuTrigger>
      <Button
        className={styles['button'] ?? ''}
        aria-label={label}
        {...(buttonRef === undefined ? {} : { ref: buttonRef })}
      >
        <Ellipsis size={14} aria-hidden />
      </Button>
      <Popover className={styles['popover'] ?? ''} placement={placement} offset={4}>
        <Menu
          className={styles['menu'] ?? ''}
          aria-label={label}
          disabledKeys={items.filter(({ off }) => off === true).map(({ id }) => id)}
          onAction={(key) => {
            const chosen = items.find(({ id }) => id === key);
            if (chosen !== undefined) onAction(chosen.id);
          }}
        >
          {items.map(({ id, label: words }) => (
            <MenuItem key={id} id={id} className={styles['item'] ?? ''}>
              {words}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
