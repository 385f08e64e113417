import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../../sdk/client.ts';
import { NothingKept } from '../../keep/shelf.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import { Button } from '../controls/button.tsx';
import { Icon } from '../icons.tsx';
import './error-note.css';

interface Props {
  readonly error: unknown;
  /** What was kept, where the page knows better than the node: a draft, say. */
  readonly kept?: string;
  readonly onRetry?: () => void;
  readonly acts?: ReactNode;
  /** It stands in place of a page, and is its heading. */
  readonly page?: boolean;
}

/** What happened, what was kept, what to do, in that order; then acts, then the code. */
export function ErrorNote({ error, kept, onRetry, acts, page = false }: Props) {
  const say = useAppWords();
  const told = useTold(error);
  const note = useRef<HTMLElement>(null);
  // It may come up outside of the view of whoever has just pressed a button.
  useEffect(() => {
    // In braces: newer browsers answer with a promise, which is no cleaning up.
    note.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  const Head = page ? 'h1' : 'p';
  return (
    <section ref={note} className="error-note" role="alert">
      <Head className="error-head">
        <Icon name="warning" size={24} />
        <span>{told.title}</span>
      </Head>
      <dl>
        <div>
          <dt>{say('error.happened')}</dt>
          <dd>{told.happened}</dd>
        </div>
        <div>
          <dt>{say('error.kept')}</dt>
          <dd>{kept ?? told.kept}</dd>
        </div>
        <div>
          <dt>{say('error.todo')}</dt>
          <dd>{told.todo}</dd>
        </div>
      </dl>
      <div className="row">
        {acts}
        {onRetry === undefined ? null : <Button onClick={onRetry}>{say('retry')}</Button>}
        <code className="mono second">{told.code}</code>
      </div>
    </section>
  );
}

/** What happened, what was kept, what to do. */
export interface Told {
  readonly title: string;
  readonly happened: string;
  readonly kept: string;
  readonly todo: string;
  readonly code: string;
}

/** An error in words: of the node's refusals, and of what happens on this side. */
export function useTold(error: unknown): Told {
  const say = useAppWords();
  const { locale } = useLocale();
  if (error instanceof Problem) {
    const { detail, kept, remedy, code } = error.document;
    if (code === 'node-unreachable') {
      return {
        title: say('error.away.title'),
        happened: say('error.away.happened'),
        kept: say('error.away.kept'),
        todo: say('error.away.todo'),
        code,
      };
    }
    if (code === 'answer-unreadable') {
      return { title: say('error.unread.title'), happened: detail, kept, todo: remedy, code };
    }
    if (code === 'clock-wrong') {
      const [theirs, ours] = ['theirs', 'ours'].map((whose) =>
        instantText(String(error.values[whose]), locale),
      );
      return {
        title: say('error.clock.title'),
        happened: say('error.clock.happened', { theirs: theirs ?? '', ours: ours ?? '' }),
        kept,
        todo: say('error.clock.todo'),
        code,
      };
    }
    if (code === 'key-elsewhere') {
      return {
        title: say('error.key.title'),
        happened: say('error.key.happened'),
        kept: say('error.away.kept'),
        todo: say('error.key.todo'),
        code,
      };
    }
    return { title: say('error.refused'), happened: detail, kept, todo: remedy, code };
  }
  if (isOfParts(error)) {
    return {
      title: say('error.parts.title'),
      happened: say('error.parts.happened'),
      kept: say('error.own.kept'),
      todo: say('error.parts.todo'),
      code: 'app',
    };
  }
  const isKey = error instanceof NothingKept;
  return {
    title: say(isKey ? 'error.refused' : 'error.own.title'),
    happened: error instanceof Error ? error.message : say('error.own.happened'),
    kept: say('error.own.kept'),
    todo: say(isKey ? 'kept.no-key' : 'error.own.todo'),
    code: 'app',
  };
}

/** The code of a room was not to be had: away, or not there any more since an update. */
export const isOfParts = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported|importing a module|Unable to preload/i.test(error.message);
