import { useEffect, useId, useRef, useState } from 'react';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useLedgerWords } from '../../words/ledger/words.ts';

const formats = ['hledger', 'beancount', 'csv'] as const;

/** The books as files, for other programs: a button that shows in which forms there are. */
export function Exports() {
  const say = useLedgerWords();
  const list = useId();
  const { area, button, isOpen, setOpen } = useDisclosure();
  return (
    <div ref={area} className="ledger-export no-print">
      <button
        ref={button}
        type="button"
        className={buttonClass()}
        aria-expanded={isOpen}
        aria-controls={list}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="download" />
        <span>{say('export')}</span>
      </button>
      <ul id={list} hidden={!isOpen}>
        {formats.map((format) => (
          <li key={format}>
            <a
              href={`/ledger/export?format=${format}`}
              download={`books.${format === 'hledger' ? 'journal' : format}`}
              onClick={() => setOpen(false)}
            >
              <span>
                <bdi>{format}</bdi> <span className="caption">{say(`format.${format}`)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Open until Escape, a click elsewhere, or the focus going elsewhere. */
function useDisclosure() {
  const area = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    if (!isOpen) return undefined;
    const elsewhere = ({ target }: Event): void => {
      if (!(target instanceof Node && area.current?.contains(target))) setOpen(false);
    };
    const escape = ({ key }: KeyboardEvent): void => {
      if (key !== 'Escape') return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('focusin', elsewhere);
    document.addEventListener('keydown', escape);
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('focusin', elsewhere);
      document.removeEventListener('keydown', escape);
    };
  }, [isOpen]);
  return { area, button, isOpen, setOpen };
}
