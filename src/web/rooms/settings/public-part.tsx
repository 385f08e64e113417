import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConsentAnswer, PublicWork } from '../../../actions/consents/answers.ts';
import { reader, sessionAsked, useClient } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Segments, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useLocale } from '../../words/locale.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Part } from './part.tsx';
import { seenWith } from './seen-with.ts';

/** What the public page of each work shows of oneself. */
export default function PublicPart({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const works = useQuery(sessionAsked).data?.parts ?? [];
  return (
    <Part id="public" title={say('public')} lead={say('public.says')}>
      {works.length === 0 ? <p className="second">{say('public.no-work')}</p> : null}
      {works.map(({ work, title }) => (
        <OneWork key={work} work={work} title={title} member={member} />
      ))}
    </Part>
  );
}

interface OneProps {
  readonly work: string;
  readonly title: string;
  readonly member: Member;
}

function OneWork({ work, title, member }: OneProps) {
  const consent = useQuery({
    queryKey: ['consent', work],
    queryFn: () => reader.consents.show(work),
  });
  const seen = useQuery({
    queryKey: ['public', work],
    queryFn: () => reader.consents.publicWork(work),
  });
  const given = useQuery({
    queryKey: ['gave', work, member.id],
    queryFn: () =>
      reader.contributions.list({ work, agent: member.id, status: 'accepted', limit: 1 }),
  });
  const error = consent.error ?? seen.error;
  return (
    <article className="settings-work">
      <PublicHead work={work} title={title} />
      {error === null ? null : <ErrorNote error={error} />}
      {consent.data === undefined || seen.data === undefined ? null : (
        <Choosing
          key={consent.data.givenAt}
          consent={consent.data}
          seen={seen.data}
          member={member}
          isMaker={(given.data?.items.length ?? 0) > 0}
        />
      )}
    </article>
  );
}

function PublicHead({ work, title }: { readonly work: string; readonly title: string }) {
  const say = useSettingsRoomWords();
  const { language } = useLocale();
  return (
    <div className="row apart">
      <h3 className="name">
        <bdi>{title}</bdi>
      </h3>
      <a
        href={`/public/works/${encodeURIComponent(work)}?lang=${language}`}
        target="_blank"
        rel="noopener"
      >
        {say('public.page')}
        <span className="hidden-text"> {title}</span>
      </a>
    </div>
  );
}

const SHOWN = ['name', 'alias', 'none'] as const;

interface ChoosingProps {
  readonly consent: ConsentAnswer;
  readonly seen: PublicWork;
  readonly member: Member;
  /** Whether anything of theirs was accepted: nobody else is counted or named. */
  readonly isMaker: boolean;
}

function Choosing({ consent, seen, member, isMaker }: ChoosingProps) {
  const say = useSettingsRoomWords();
  const toast = useToast();
  const [show, setShow] = useState(consent.show);
  const [alias, setAlias] = useState(consent.alias ?? '');
  const { give, busy, failed } = useGiving(consent.work);
  const isMissing = show === 'alias' && alias.trim() === '';
  const isSame = show === consent.show && (show !== 'alias' || alias === consent.alias);
  const before = nameIn(consent.show, member.name, consent.alias);
  const after = isMissing ? undefined : nameIn(show, member.name, alias.trim());
  return (
    <Form
      className="settings-form"
      onSubmit={() => {
        if (isMissing || busy) return;
        void give(show, alias.trim()).then((isGiven) => {
          if (isGiven) toast({ text: say('public.kept') });
        });
      }}
    >
      <Segments
        label={say('public.show')}
        value={show}
        choices={SHOWN.map((value) => ({ value, label: say(`public.show.${value}`) }))}
        onChoose={setShow}
      />
      {show === 'alias' ? (
        <TextField
          label={say('public.alias')}
          hint={say('public.alias.hint')}
          value={alias}
          autoComplete="nickname"
          onChange={(event) => setAlias(event.target.value)}
        />
      ) : null}
      <Preview seen={seenWith(seen, { before, after, isMaker })} isMaker={isMaker} />
      {failed === undefined ? null : <ErrorNote error={failed} />}
      <div className="row">
        <Button type="submit" busy={busy} disabled={isMissing || isSame}>
          {say('public.keep')}
        </Button>
      </div>
    </Form>
  );
}

/** Under which name somebody is shown, if under any. */
const nameIn = (
  show: ConsentAnswer['show'],
  name: string,
  alias: string | null,
): string | undefined =>
  show === 'name' ? name : show === 'alias' && alias !== null && alias !== '' ? alias : undefined;

function useGiving(work: string) {
  const client = useClient();
  const questions = useQueryClient();
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const give = async (show: ConsentAnswer['show'], alias: string): Promise<boolean> => {
    setState({ busy: true });
    try {
      await client.consents.give({ work, show, ...(show === 'alias' && { alias }) });
      await questions.invalidateQueries({ queryKey: ['public', work] });
      await questions.invalidateQueries({ queryKey: ['consent', work] });
      setState({ busy: false });
      return true;
    } catch (failed) {
      setState({ busy: false, failed });
      return false;
    }
  };
  return { give, ...state };
}

interface PreviewProps {
  readonly seen: { readonly people: readonly string[]; readonly others: number };
  readonly isMaker: boolean;
}

/** Who made it, as the page would say it. */
function Preview({ seen: { people, others }, isMaker }: PreviewProps) {
  const say = useSettingsRoomWords();
  return (
    <figure className="settings-preview">
      <figcaption className="caption">
        <Icon name="people" size={18} />
        <span>{say('public.preview')}</span>
      </figcaption>
      {people.length === 0 ? (
        <p>{say('public.nobody', { n: others })}</p>
      ) : (
        <ul>
          {people.map((name, index) => (
            <li key={`${index} ${name}`}>
              <bdi>{name}</bdi>
            </li>
          ))}
          {others === 0 ? null : <li className="second">{say('public.others', { n: others })}</li>}
        </ul>
      )}
      {isMaker ? null : <p className="caption">{say('public.not-yet')}</p>}
    </figure>
  );
}
