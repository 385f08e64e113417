import { useEffect, useRef } from 'react';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Happened } from '../../parts/states/error-note.tsx';
import { useConfirmRoomWords } from '../../words/confirm/words.ts';
import { useLineName } from '../work/line-name.ts';
import type { Stopped } from './confirming.ts';

interface Props {
  readonly stopped: Stopped;
  readonly busy: boolean;
  /** Goes on without the lines that were not confirmed. */
  readonly onGoOn: () => void;
}

/** What was signed and confirmed, and what was not and why; the rest can go on. */
export function WhatWasDone({ stopped, busy, onGoOn }: Props) {
  const say = useConfirmRoomWords();
  const nameOf = useLineName();
  const note = useRef<HTMLElement>(null);
  const { signed, hasSigned, confirmed, left } = stopped;
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no cleaning up.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [stopped]);
  const title = signed ? 'signed' : hasSigned ? 'confirmed' : 'unsigned';
  return (
    <section ref={note} className="error-note" role="alert">
      <p className="error-head">
        <Icon name="warning" size={24} />
        <span>{say(`stopped.${title}`)}</span>
      </p>
      <ul className="confirm-left">
        {left.map(({ line, error }) => (
          <li key={line.id}>
            <p className="name">{say('stopped.line', { what: nameOf(line) })}</p>
            <p>
              <Happened error={error} andTodo />
            </p>
          </li>
        ))}
      </ul>
      <div className="confirm-left">
        {confirmed === 0 ? null : <p>{say('stopped.done', { n: confirmed })}</p>}
        <p className="second">{say('stopped.stays')}</p>
      </div>
      <div className="row">
        <Button busy={busy} onClick={onGoOn}>
          {say('stopped.on', { n: left.length })}
        </Button>
      </div>
    </section>
  );
}
