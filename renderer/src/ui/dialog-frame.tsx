import type { ReactNode } from 'react';
import { Dialog, Group, Heading, Modal, ModalOverlay } from 'react-aria-components';
import styles from './dialog-frame.module.css';

export interface DialogFrameProps {
  /** The dialog's name. */
  readonly title: string;
  /** A line below the title. */
  readonly summary?: string;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
  /** Names content without controls, which is then scrolled by keyboard. */
  readonly contentLabel?: string;
  /** The dialog's buttons. */
  readonly footer: ReactNode;
  /** Escape, or a click beside the dialog. */
  readonly onClose: () => void;
}

/** A dialog: title, what it asks or tells, and its buttons. Mounted while it is open. */
export function DialogFrame({
  title,
  summary,
  width = 'narrow',
  children,
  contentLabel,
  footer,
  onClose,
}: DialogFrameProps) {
  return (
    <ModalOverlay
      className={styles['overlay'] ?? ''}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <Modal className={styles['modal'] ?? ''} data-width={width}>
        <Dialog className={styles['dialog'] ?? ''}>
          <header className={styles['header']}>
            <Heading slot="title" level={2} className={styles['title'] ?? ''}>
              {title}
            </Heading>
            {summary !== undefined && <p className={styles['summary']}>{summary}</p>}
          </header>
          {contentLabel === undefined ? (
            <div className={styles['content']}>{children}</div>
          ) : (
            <Group aria-label={contentLabel} tabIndex={0} className={styles['content'] ?? ''}>
              {children}
            </Group>
          )}
          <footer className={styles['footer']}>{footer}</footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
