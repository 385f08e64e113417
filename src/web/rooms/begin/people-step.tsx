import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import type { SourceShown } from '../../../http/doors/imports.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { sessionAsked, useMember } from '../../app/session.ts';
import { BackButton } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { Choose } from '../../parts/controls/field.tsx';
import { Icon } from '../../parts/icons.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { titleOf } from './beginning.ts';
import type { Begun, StepProps } from './beginning.ts';
import { EstimateForm, hoursTyped } from './source/estimate-form.tsx';
import { HoursSquare } from './source/hours-square.tsx';
import { aheadOf, peopleOf, wholeHours } from './source/people.ts';
import type { SourcePeople } from './source/people.ts';
import { PeopleTable } from './source/people-table.tsx';
import { Programs } from './source/programs.tsx';
import { Reading } from './source/reading.tsx';
import { wayOf } from './source/use-source.ts';
import type { Asked, Source } from './source/use-source.ts';
import './source/source.css';

interface Props extends StepProps {
  readonly source: Source;
  readonly seen: SourceShown;
}

/** What is to be looked at, as it was typed. */
export const askedOf = (typed: Begun, file: File | undefined, locale: string): Asked => ({
  format: typed.from === 'path' ? 'git' : 'history',
  ...(typed.from === 'path' ? { path: typed.path, allowShallow: typed.shallow } : {}),
  ...(typed.from === 'file' && file !== undefined ? { file } : {}),
  sessionHours: hoursTyped(typed.sessionHours, locale) || undefined,
  firstHours: hoursTyped(typed.firstHours, locale) || undefined,
});

/** Who made it so far: the people and their estimated hours, before anything is taken in. */
export function PeopleStep({ typed, change, source, seen }: Props) {
  const say = useBeginRoomWords();
  const { apart } = typed;
  const found = useMemo(() => peopleOf(seen, { apart }), [seen, apart]);
  const { data: currencies } = useQuery(currenciesAsked);
  const places = currencies?.items.find(({ code }) => code === typed.currency)?.scale ?? 2;
  useEstimatedAgain({ typed, source });
  const take = (): void => {
    const title = typed.title.trim() === '' ? titleOf(seen.source) : typed.title;
    change({ taken: true, title, step: 'work' });
  };
  return (
    <div className="path-form">
      <BackButton onClick={() => change({ step: 'work', taken: false })}>
        {say('people.other')}
      </BackButton>
      <Summary seen={seen} found={found} />
      {source.progress === undefined ? null : (
        <Reading progress={source.progress} onStop={source.stop} />
      )}
      {source.failed === undefined ? null : <ErrorNote error={source.failed} />}
      {found.people.length === 0 ? null : (
        <>
          <PeopleTable people={found.people} me={typed.me} />
          <WhoAmI typed={typed} change={change} people={found.people} />
        </>
      )}
      <Ahead seen={seen} />
      <Programs programs={seen.programs} />
      <EstimateForm typed={typed} change={change} hours={found.hours} places={places} />
      <div className="path-acts is-held">
        <Button look="ink" disabled={found.people.length === 0} onClick={take} wide>
          {say('people.take')}
        </Button>
      </div>
    </div>
  );
}

/** Lines that the node will not take, as they are of a day that has not come. */
function Ahead({ seen }: { readonly seen: SourceShown }) {
  const say = useBeginRoomWords();
  const { now } = useSuspenseQuery(sessionAsked).data;
  const n = aheadOf(seen, now.slice(0, 10));
  return n === 0 ? null : (
    <p className="path-note" role="note">
      <Icon name="warning" />
      <span>{say('people.ahead', { n })}</span>
    </p>
  );
}

function Summary({ seen, found }: { readonly seen: SourceShown; readonly found: SourcePeople }) {
  const say = useBeginRoomWords();
  const { people, hours } = found;
  const isNobody = people.length === 0;
  return (
    <div className="source-summary">
      {isNobody ? null : <HoursSquare people={people} />}
      <div className="group">
        <p className="second">
          <bdi>{seen.source}</bdi>
        </p>
        <h1 className="title">
          {isNobody
            ? say('people.nobody')
            : say('people.title', { n: people.length, hours: Number(wholeHours(hours)) })}
        </h1>
      </div>
      <p className="path-note source-says">
        <Icon name="shield" />
        <span>{say('people.says')}</span>
      </p>
    </div>
  );
}

/** How many names are offered to choose from: whoever looks for themselves made much of it. */
const OFFERED = 200;

function WhoAmI({ typed, change, people }: StepProps & Pick<SourcePeople, 'people'>) {
  const say = useBeginRoomWords();
  const member = useMember();
  const name = member?.name.toLowerCase();
  const namesake = people.find((one) => one.name.toLowerCase() === name)?.key;
  const asked = useRef(false);
  useEffect(() => {
    // Once: whoever says that they are nobody of them has said so.
    if (asked.current || typed.me !== '' || namesake === undefined) return;
    asked.current = true;
    change({ me: namesake });
  }, [typed.me, namesake, change]);
  return (
    <Choose
      label={say('people.me')}
      hint={say('people.me.hint')}
      value={people.some(({ key }) => key === typed.me) ? typed.me : ''}
      choices={[
        { value: '', label: say('people.me.none') },
        ...people.slice(0, OFFERED).map((one) => ({ value: one.key, label: one.name })),
      ]}
      onChoose={(me) => {
        asked.current = true;
        change({ me });
      }}
    />
  );
}

/** Waits until somebody has typed to the end. */
const PAUSE_MS = 600;

/** Estimates again when another way to estimate is asked for. */
function useEstimatedAgain({ typed, source }: Pick<Props, 'typed' | 'source'>): void {
  const { way, look, file } = source;
  const { locale } = useLocale();
  const asked = askedOf(typed, file, locale);
  const wanted = wayOf(asked);
  const isRight = [typed.sessionHours, typed.firstHours].every(
    (text) => hoursTyped(text, locale) !== undefined,
  );
  const latest = useRef(asked);
  useEffect(() => {
    latest.current = asked;
  });
  useEffect(() => {
    if (!isRight || way === undefined || way === wanted) return undefined;
    const timer = setTimeout(() => void look(latest.current), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [isRight, way, wanted, look]);
}
