import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../../sdk/client.ts';
import { Mark } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useEnterWords } from '../../words/enter/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';

/** What the app itself finds wrong with a link, before it asks the node. */
export const NO_CODE = 'no-code';

interface Props {
  /** What the node refused, or `NO_CODE`. */
  readonly error: unknown;
  /** Ways on from here. */
  readonly acts?: ReactNode;
  /** Below something else, and not in place of a page. */
  readonly inline?: boolean;
}

/** A door that does not open: what happened, and what to do, calmly, in place of a page. */
export function DoorNote({ error, acts, inline = false }: Props) {
  const say = useEnterWords();
  const told = useTold(error);
  if (told === undefined) return <ErrorNote error={error} acts={acts} page={!inline} />;
  if (inline) {
    return (
      <section className="group" role="alert">
        <h2 className="panel-title">{told.title}</h2>
        <p>{told.happened}</p>
        <p>{told.todo}</p>
        <code className="mono second">{told.code}</code>
      </section>
    );
  }
  return (
    <section className="shell-welcome" role="alert">
      <Mark size={40} />
      <h1 className="title">{told.title}</h1>
      <div className="group">
        <p className="lead">{told.happened}</p>
        <p>{told.todo}</p>
        <p className="second">{say('kept.nothing')}</p>
      </div>
      {acts}
      <code className="mono second">{told.code}</code>
    </section>
  );
}

interface Told {
  readonly title: string;
  readonly happened: string;
  readonly todo: string;
  readonly code: string;
}

/** What several codes ask for alike. */
const ALIKE: Readonly<Record<string, 'link.todo' | 'invitation.todo'>> = {
  'link-unknown': 'link.todo',
  'link-expired': 'link.todo',
  'invitation-unknown': 'invitation.todo',
  'invitation-revoked': 'invitation.todo',
  'invitation-expired': 'invitation.todo',
};

const INSTANTS = ['at', 'theirs', 'ours'] as const;

function useTold(error: unknown): Told | undefined {
  const say = useEnterWords();
  const { locale } = useLocale();
  const wait = useWait(error);
  const code = error instanceof Problem ? error.code : error;
  if (typeof code !== 'string') return undefined;
  const [title, happened] = [`${code}.title`, `${code}.happened`];
  if (!say.has(title) || !say.has(happened)) return undefined;
  const values: Record<string, string | number> = {
    ...(error instanceof Problem ? error.values : {}),
  };
  for (const name of INSTANTS) {
    const value = values[name];
    if (typeof value === 'string') values[name] = instantText(value, locale);
  }
  if (wait !== undefined) {
    const todo =
      wait.left > 0
        ? say('too-many-attempts.todo', { at: timeText(wait.until, locale) })
        : say('too-many-attempts.now');
    return { title: say(title), happened: say(happened, values), todo, code };
  }
  const own = `${code}.todo`;
  const todo = say.has(own) ? say(own, values) : say(ALIKE[code] ?? 'challenge-over.todo');
  return { title: say(title), happened: say(happened, values), todo, code };
}

/** Until when a door stays shut, and how long that still is. */
function useWait(error: unknown): { readonly until: Date; readonly left: number } | undefined {
  const seconds =
    error instanceof Problem && error.code === 'too-many-attempts'
      ? Number(error.values['seconds'])
      : undefined;
  const [begun] = useState(() => Date.now());
  const [now, setNow] = useState(begun);
  useEffect(() => {
    if (seconds === undefined) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [seconds]);
  if (seconds === undefined) return undefined;
  const until = begun + seconds * 1000;
  return { until: new Date(until), left: until - now };
}

/** A time of today, to the second where it is near. */
const timeText = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at);
