import { Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { Problem } from '../../../sdk/client.ts';
import { Mark } from '../../parts/icons.tsx';
import { ErrorNote, useTold } from '../../parts/states/error-note.tsx';
import type { Told } from '../../parts/states/error-note.tsx';
import { useEnterWords } from '../../words/enter/words.ts';
import { useLocale } from '../../words/locale.tsx';

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
  if (!isOfDoor(error)) return <ErrorNote error={error} acts={acts} page={!inline} />;
  return (
    <Suspense fallback={null}>
      <Shut {...{ error, acts, inline }} />
    </Suspense>
  );
}

function Shut({ error, acts, inline = false }: Props) {
  const say = useEnterWords();
  const told = useDoorTold(error);
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

/** The refusals of doors; others are errors, and are shown as such. */
const DOORS: ReadonlySet<string> = new Set([
  'link-unknown',
  'link-used',
  'link-expired',
  'passkey-wrong',
  'passkey-host',
  'challenge-over',
  'too-many-attempts',
  'session-ended',
  'clock-wrong',
  'invitation-unknown',
  'invitation-used',
  'invitation-revoked',
  'invitation-expired',
]);

const isOfDoor = (error: unknown): boolean =>
  error === NO_CODE || (error instanceof Problem && DOORS.has(error.code));

function useDoorTold(error: unknown): Omit<Told, 'kept'> {
  const say = useEnterWords();
  const { locale } = useLocale();
  const wait = useWait(error);
  const told = useTold(error);
  if (error === NO_CODE) {
    return {
      title: say('no-code.title'),
      happened: say('no-code.happened'),
      todo: say('no-code.todo'),
      code: NO_CODE,
    };
  }
  if (wait === undefined) return told;
  const at = timeText(wait.until, locale);
  return { ...told, todo: wait.left > 0 ? say('wait.until', { at }) : say('wait.over') };
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
