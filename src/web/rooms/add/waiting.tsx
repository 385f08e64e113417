import { Link } from '@tanstack/react-router';
import { Problem } from '../../../sdk/client.ts';
import { useOutbox, useSending } from '../../app/outbox.ts';
import type { Outbox } from '../../app/outbox.ts';
import type { WaitingLine } from '../../keep/outbox.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Happened } from '../../parts/states/error-note.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import './add.css';

/** What waits in this browser for the node, on every page, until it has been sent. */
export default function Waiting() {
  const say = useAddRoomWords();
  const outbox = useOutbox();
  useSending(outbox);
  const refused = outbox.waiting.filter(({ problem }) => problem !== undefined);
  const waiting = outbox.waiting.filter(({ problem }) => problem === undefined);
  if (outbox.waiting.length === 0) return null;
  return (
    <aside className="waits" aria-live="polite">
      {waiting.length === 0 ? null : (
        <div className="group">
          <p className="waits-head name">
            <Icon name="offline" />
            <span>{say('waits', { n: waiting.length })}</span>
          </p>
          <p className="second">{say('waits.signed')}</p>
          <List lines={waiting} outbox={outbox} />
          <div>
            <Button onClick={() => void outbox.send()}>{say('waits.send')}</Button>
          </div>
        </div>
      )}
      {refused.length === 0 ? null : (
        <div className="group">
          <p className="waits-head name">
            <Icon name="warning" />
            <span>{say('waits.refused', { n: refused.length })}</span>
          </p>
          <List lines={refused} outbox={outbox} />
        </div>
      )}
    </aside>
  );
}

interface ListProps {
  readonly lines: readonly WaitingLine[];
  readonly outbox: Outbox;
}

function List({ lines, outbox }: ListProps) {
  return (
    <ul className="waits-list">
      {lines.map((line) => (
        <Waits key={line.id} line={line} outbox={outbox} />
      ))}
    </ul>
  );
}

interface WaitsProps {
  readonly line: WaitingLine;
  readonly outbox: Outbox;
}

function Waits({ line, outbox }: WaitsProps) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const { id, body, problem } = line;
  return (
    <li>
      <div>
        <p>
          <bdi>
            {decimalText(body.quantity, locale)} {body.unit}
          </bdi>
          {body.what === undefined ? null : (
            <>
              {' · '}
              <bdi>{body.what}</bdi>
            </>
          )}
        </p>
        {problem === undefined ? null : <Refused problem={problem} />}
      </div>
      <div className="row">
        {problem === undefined ? null : (
          <>
            <Button onClick={() => void outbox.again(line)}>{say('waits.again')}</Button>
            <Link
              to="/works/$work/add"
              params={{ work: body.work }}
              search={{ waiting: id }}
              className="button plain"
            >
              {say('waits.change')}
            </Link>
          </>
        )}
        <Button look="plain" onClick={() => void outbox.discard(id)}>
          {say('waits.drop')}
        </Button>
      </div>
    </li>
  );
}

/** Why the node did not take it in, and what to do. */
function Refused({ problem }: { readonly problem: NonNullable<WaitingLine['problem']> }) {
  return (
    <p className="second">
      <Happened error={new Problem(problem)} andTodo />
    </p>
  );
}
