import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { reader } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { instantText } from '../../words/numbers.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Part } from './part.tsx';

/** Every browser in which one is signed in. */
export const sessionsAsked = {
  queryKey: ['sessions'],
  queryFn: () => reader.doors.sessions.list(),
} as const;

/** Where one is signed in, and the way to end it there. */
export function SessionsPart() {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const { data, error, refetch } = useQuery(sessionsAsked);
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const all = data?.items ?? [];
  const others = all.filter(({ current }) => !current);
  const end = async (ids: readonly string[]): Promise<void> => {
    setState({ busy: true });
    try {
      for (const id of ids) await reader.doors.sessions.end(id);
      setState({ busy: false });
    } catch (failed) {
      setState({ busy: false, failed });
    }
    await refetch();
  };
  const browserIn = (known: string | null): string => {
    // The node says it in English: "Firefox on Android".
    const [, browser, system] = /^(.+) on (.+)$/.exec(known ?? '') ?? [];
    if (browser === undefined || system === undefined) return known ?? say('session.unknown');
    return say('session.on', { browser, system });
  };
  return (
    <Part id="sessions" title={say('sessions')} lead={say('sessions.are')}>
      {error === null ? null : <ErrorNote error={error} />}
      <ul className="settings-list">
        {all.map((one) => {
          const browser = browserIn(one.browser);
          const seen = instantText(one.seenAt, locale);
          return (
            <li key={one.id}>
              <div>
                <p className="name">
                  <bdi>{browser}</bdi>
                </p>
                <p className="caption">
                  {[
                    say(`session.${one.way}`),
                    say('session.since', { at: instantText(one.madeAt, locale) }),
                    say('session.seen', { at: seen }),
                  ].join(' · ')}
                </p>
              </div>
              {one.current ? (
                <p className="second">{say('session.here')}</p>
              ) : (
                <Button
                  look="plain"
                  busy={state.busy}
                  onClick={() => void end([one.id])}
                  aria-label={say('session.end.of', { browser, at: seen })}
                >
                  {say('session.end')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      {others.length > 1 ? (
        <div className="row">
          <Button busy={state.busy} onClick={() => void end(others.map(({ id }) => id))}>
            {say('session.end.all', { n: others.length })}
          </Button>
        </div>
      ) : null}
    </Part>
  );
}
