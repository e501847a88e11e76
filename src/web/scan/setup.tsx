import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { t } from '../text/text.js';

interface Props {
  /** What was picked, in one line. */
  summary: string;
  /** Whether all is picked that the next scan needs. */
  isComplete: boolean;
  /** Whether it begins with its fields shown. */
  startsOpen: boolean;
  children: ReactNode;
}

/** What is picked before scanning. On a phone it becomes one line, so that the results have the screen. */
export function Setup({ summary, isComplete, startsOpen, children }: Props) {
  const [isOpen, setIsOpen] = useState(startsOpen);
  const line = useRef<HTMLButtonElement>(null);
  const finish = (): void => {
    setIsOpen(false);
    line.current?.focus();
  };
  return (
    <section className="setup" data-open={isOpen} aria-label={t('scan.setupLabel')}>
      <button
        ref={line}
        type="button"
        className="setup-line"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className="setup-summary">{summary}</span>
        <span className="setup-change">
          {isOpen ? t('scan.hide') : t('scan.change')}
          {isOpen ? <IconChevronUp size={18} aria-hidden /> : <IconChevronDown size={18} aria-hidden />}
        </span>
      </button>
      <div className="setup-fields">
        {children}
        <Button className="setup-done" fullWidth onClick={finish} disabled={!isComplete}>
          {t('scan.startScanning')}
        </Button>
      </div>
    </section>
  );
}
