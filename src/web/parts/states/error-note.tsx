import { Suspense, use, useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../../sdk/problem.ts';
import { NothingKept } from '../../keep/shelf.ts';
import { useAppWords } from '../../words/app/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { tellerIn } from '../../words/refusals/words.ts';
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
export function ErrorNote(props: Props) {
  return (
    // The words of refusals may have to be fetched; the page around stays as it is meanwhile.
    <Suspense fallback={null}>
      <Note {...props} />
    </Suspense>
  );
}

function Note({ error, kept, onRetry, acts, page = false }: Props) {
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

interface HappenedProps {
  readonly error: unknown;
  /** With what to do about it. */
  readonly andTodo?: boolean;
}

/** What happened, in a line of its own text: within something that has its own heading. */
export function Happened(props: HappenedProps) {
  return (
    <Suspense fallback={null}>
      <Line {...props} />
    </Suspense>
  );
}

function Line({ error, andTodo = false }: HappenedProps) {
  const { happened, todo } = useTold(error);
  return (
    <>
      {happened} {andTodo ? todo : null}
    </>
  );
}

interface RefusedProps {
  /** The refusal's name; none for a few words of the node. */
  readonly code?: string;
  readonly detail: string;
}

/** What was refused where an answer keeps its sentence alone, or why a line was left out. */
export function Refused(props: RefusedProps) {
  return (
    <Suspense fallback={null}>
      <Sentence {...props} />
    </Suspense>
  );
}

function Sentence({ code, detail }: RefusedProps) {
  const { language, locale } = useLocale();
  const { sentence, phrase } = use(tellerIn(language, locale));
  return code === undefined ? phrase(detail) : sentence(code, detail);
}

/** What happened, what was kept, what to do. */
export interface Told {
  readonly title: string;
  readonly happened: ReactNode;
  readonly kept: ReactNode;
  readonly todo: ReactNode;
  readonly code: string;
}

/**
 * An error in words: of the node's refusals, and of what happens on this side. It may wait for the
 * words, so it wants a `Suspense` near.
 */
export function useTold(error: unknown): Told {
  const say = useAppWords();
  const { language, locale } = useLocale();
  if (error instanceof Problem) {
    const { code } = error;
    // Nothing can be fetched when the node is away.
    if (code === 'node-unreachable') {
      return {
        title: say('error.away.title'),
        happened: say('error.away.happened'),
        kept: say('error.away.kept'),
        todo: say('error.away.todo'),
        code,
      };
    }
    const told = use(tellerIn(language, locale)).tell(error.document);
    return { ...told, title: told.title ?? say('error.refused'), code };
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
