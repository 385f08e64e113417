import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { allAgentsAsked, installationAsked, workAsked } from '../../app/questions.ts';
import { useOrigins } from '../../app/reach.ts';
import { reader, useClient, useMember } from '../../app/session.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { Choose, Segments } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useInviteRoomWords } from '../../words/invite/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { QrCode } from './qr-code.tsx';
import '../begin/path.css';
import './invite.css';

interface Made {
  readonly code: string;
  readonly name: string | undefined;
  readonly expiresAt: string;
}

/** Invites one person to a work, by a link and a QR code that expire. */
export default function InviteRoom() {
  const say = useInviteRoomWords();
  const { work: id } = useParams({ from: '/works/$work/invite' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const [made, setMade] = useState<Made>();
  return (
    <div className="path">
      <div className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say('lead')}</p>
      </div>
      {made === undefined ? (
        <Making work={id} onMade={setMade} />
      ) : (
        <LinkMade made={made} onAgain={() => setMade(undefined)} />
      )}
      <All work={id} />
    </div>
  );
}

const ROLES = ['contributor', 'signatory', 'reviewer'] as const;
const DAYS = ['1', '7', '30'] as const;

function Making({ work, onMade }: { work: string; onMade: (made: Made) => void }) {
  const say = useInviteRoomWords();
  const client = useClient();
  const { data: agents = [] } = useQuery(allAgentsAsked);
  const waiting = agents.filter((one) => one.unclaimed && one.claimedBy === null);
  const [unclaimed, setUnclaimed] = useState('');
  const [role, setRole] = useState<(typeof ROLES)[number]>('contributor');
  const [days, setDays] = useState<(typeof DAYS)[number]>('7');
  const [state, setState] = useState<{ busy: boolean; failed?: unknown }>({ busy: false });
  const make = async (): Promise<void> => {
    setState({ busy: true });
    try {
      const code = client.invitations.newCode();
      const expiresAt = new Date(Date.now() + Number(days) * 86_400_000).toISOString();
      const whose = unclaimed === '' ? {} : { unclaimed };
      await client.invitations.make({ code, work, role, expiresAt, ...whose });
      const name = waiting.find((one) => one.id === unclaimed)?.name;
      onMade({ code, name, expiresAt });
    } catch (failed) {
      setState({ busy: false, failed });
    }
  };
  return (
    <Form
      className="path-form"
      onSubmit={() => {
        if (!state.busy) void make();
      }}
    >
      <Choose
        label={say('who')}
        value={unclaimed}
        choices={[
          { value: '', label: say('who.new') },
          ...waiting.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChoose={setUnclaimed}
      />
      <Segments
        label={say('role')}
        value={role}
        choices={ROLES.map((value) => ({ value, label: say(`role.${value}`) }))}
        onChoose={setRole}
      />
      <Segments
        label={say('holds')}
        value={days}
        choices={DAYS.map((value) => ({ value, label: say('days', { n: Number(value) }) }))}
        onChoose={setDays}
      />
      {state.failed === undefined ? null : <ErrorNote error={state.failed} />}
      <div className="path-acts">
        <Button type="submit" look="ink" icon="link" busy={state.busy} wide>
          {say('make')}
        </Button>
      </div>
    </Form>
  );
}

function LinkMade({ made, onAgain }: { readonly made: Made; readonly onAgain: () => void }) {
  const say = useInviteRoomWords();
  const { locale } = useLocale();
  const toast = useToast();
  const { code, name, expiresAt } = made;
  const origins = useOrigins();
  const [chosen, setChosen] = useState<string>();
  const origin = chosen ?? origins?.[0];
  const url = `${origin ?? location.origin}/app/join#${code}`;
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(url);
    toast({ text: say('copied') });
  };
  const share = (): void => void navigator.share({ url }).catch(() => undefined);
  return (
    <section className="invite-made" aria-live="polite">
      <h2 className="panel-title">
        {name === undefined ? say('made.new') : say('made', { name })}
      </h2>
      <p className="second">{say('once', { day: dayText(expiresAt.slice(0, 10), locale) })}</p>
      {origins === undefined || origins.length < 2 ? null : (
        <Choose
          label={say('origin')}
          value={origin ?? ''}
          choices={origins.map((value) => ({ value, label: new URL(value).host }))}
          onChoose={setChosen}
        />
      )}
      {origin === undefined ? null : <QrCode text={url} label={say('qr')} />}
      {origins === undefined ? (
        <Loading />
      ) : (
        <p className="mono invite-link" dir="ltr" aria-label={say('link')} role="group">
          {url}
        </p>
      )}
      {origins?.length === 0 ? <OnlyHere /> : <Warning />}
      <div className="path-acts">
        <Button look="ink" disabled={origins === undefined} onClick={() => void copy()}>
          {say('copy')}
        </Button>
        {'share' in navigator ? <Button onClick={share}>{say('share')}</Button> : null}
        <Button onClick={onAgain}>{say('again')}</Button>
      </div>
    </section>
  );
}

/** That a browser warns of a node that vouches for itself, and by what one knows it. */
function Warning() {
  const say = useInviteRoomWords();
  const isOwner = useMember()?.owner === true;
  const { beyond } = useQuery({ ...installationAsked, enabled: isOwner }).data ?? {};
  if (beyond === undefined || beyond === null || !beyond.own) return null;
  return (
    <div className="group">
      <p className="second">{say('warns')}</p>
      <p className="mono invite-link" dir="ltr" aria-label={say('fingerprint')} role="group">
        {beyond.fingerprint}
      </p>
    </div>
  );
}

/** A phone cannot open this address: how the node is started so that it can. */
function OnlyHere() {
  const say = useInviteRoomWords();
  const isOwner = useMember()?.owner === true;
  const { data } = useQuery({ ...installationAsked, enabled: isOwner });
  const directory = data?.data.directory;
  const at = directory === undefined ? '' : ` --data ${quoted(directory)}`;
  return (
    <div className="group">
      <p>{say('local')}</p>
      <p className="mono invite-link" dir="ltr" aria-label={say('local.command')} role="group">
        {`npm start -- --host 0.0.0.0 --port ${location.port || '80'}${at}`}
      </p>
      <p className="second">{say('local.then')}</p>
    </div>
  );
}

/** As a shell reads it back. */
const quoted = (path: string): string =>
  /^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;

function All({ work }: { readonly work: string }) {
  const say = useInviteRoomWords();
  const { locale } = useLocale();
  const client = useClient();
  const toast = useToast();
  const [failed, setFailed] = useState<unknown>();
  const { data, error, refetch } = useQuery({
    queryKey: ['invitations', work],
    queryFn: () => reader.invitations.list(work),
  });
  const revoke = async (id: string): Promise<void> => {
    setFailed(undefined);
    try {
      await client.invitations.revoke(id);
      await refetch();
      toast({ text: say('revoked') });
    } catch (problem) {
      setFailed(problem);
    }
  };
  if (error !== null) return <ErrorNote error={error} />;
  return (
    <section className="group">
      {failed === undefined ? null : <ErrorNote error={failed} />}
      <h2 className="section-title">{say('all')}</h2>
      {data?.items.length === 0 ? <p className="second">{say('all.none')}</p> : null}
      <ul className="path-done invite-all">
        {data?.items.map((one) => (
          <li key={one.id}>
            <bdi className="name clamped">
              {(one.joinedBy ?? one.unclaimed)?.name ?? say('made.new')}
            </bdi>
            <span className="second">
              {say(`status.${one.status}`)}
              {one.status === 'waiting'
                ? ` ${say('until', { day: dayText(one.expiresAt.slice(0, 10), locale) })}`
                : ''}
            </span>
            {one.status === 'waiting' ? (
              <Button look="plain" onClick={() => void revoke(one.id)}>
                {say('revoke')}
                <span className="hidden-text">
                  {' '}
                  {one.unclaimed?.name ?? dayText(one.madeAt, locale)}
                </span>
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
