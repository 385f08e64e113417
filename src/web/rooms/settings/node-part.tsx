import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, lazy, useState } from 'react';
import type { Installation } from '../../../http/installation.ts';
import { installationAsked, nodeAsked } from '../../app/questions.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { commandBeyond } from './commands.ts';
import { Facts, Part } from './part.tsx';

const NodeNameForm = lazy(() => import('../begin/node-name.tsx'));

/** Which node this is, whose, and how others reach it. */
export function NodePart({ isOwner }: { readonly isOwner: boolean }) {
  const say = useSettingsRoomWords();
  const { data: node } = useSuspenseQuery(nodeAsked);
  const [naming, setNaming] = useState(false);
  return (
    <Part id="node" title={say('node')}>
      {naming ? (
        <Suspense fallback={<Loading />}>
          <NodeNameForm word={say('name.keep')} onDone={() => setNaming(false)} />
        </Suspense>
      ) : (
        <div className="row apart">
          <p className="name">
            <bdi>{node.name}</bdi>
          </p>
          {isOwner ? (
            <Button look="plain" onClick={() => setNaming(true)}>
              {say('name.change')}
            </Button>
          ) : null}
        </div>
      )}
      <NodeFacts isOwner={isOwner} />
    </Part>
  );
}

function NodeFacts({ isOwner }: { readonly isOwner: boolean }) {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const { data: node } = useSuspenseQuery(nodeAsked);
  const { data, error } = useQuery({ ...installationAsked, enabled: isOwner });
  const { version, runtime, identityKey, url } = data ?? {};
  return (
    <>
      <Facts
        facts={[
          [say('node.whose'), <bdi key="owner">{node.owner.name}</bdi>],
          [say('node.began'), dayText(node.foundedAt, locale)],
          [say('node.id'), <Code key="id" text={node.id} />],
          ...(version === undefined || runtime === undefined
            ? []
            : ([
                [say('node.version'), say('node.version.is', { version, runtime })],
                [say('node.key'), <Code key="key" text={identityKey ?? ''} />],
                [say('node.here'), <Code key="url" text={url ?? ''} />],
              ] as const)),
        ]}
      />
      {error === null ? null : <ErrorNote error={error} />}
      {data === undefined ? null : <Reach node={data} />}
    </>
  );
}

const Reach = ({ node }: { readonly node: Installation }) =>
  node.beyond === null ? <OnlyHere node={node} /> : <Beyond beyond={node.beyond} />;

const Code = ({ text }: { readonly text: string }) => (
  <code className="mono" dir="ltr">
    {text}
  </code>
);

function OnlyHere({ node }: { readonly node: Installation }) {
  const say = useSettingsRoomWords();
  return (
    <div className="group">
      <p>{say('reach.none')}</p>
      <p className="second">{say('reach.how')}</p>
      <pre className="settings-command" dir="ltr" tabIndex={0}>
        {commandBeyond(node)}
      </pre>
    </div>
  );
}

function Beyond({ beyond }: { readonly beyond: NonNullable<Installation['beyond']> }) {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const { urls, fingerprint, own, expiresAt } = beyond;
  return (
    <div className="settings-beyond">
      <p>{say('reach.at')}</p>
      <ul>
        {urls.map((url) => (
          <li key={url} className="mono" dir="ltr">
            {url}
          </li>
        ))}
      </ul>
      <p className="second">
        {say(own ? 'certificate.own' : 'certificate.given', { day: dayText(expiresAt, locale) })}
      </p>
      <Facts
        facts={[
          [
            say('certificate.print'),
            <code key="print" className="mono settings-print" dir="ltr">
              {fingerprint}
            </code>,
          ],
        ]}
      />
      {own ? <p className="second">{say('certificate.compare')}</p> : null}
    </div>
  );
}
