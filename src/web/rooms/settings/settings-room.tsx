import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Suspense, lazy, useEffect } from 'react';
import { isComing } from '../../app/coming.ts';
import { useMay } from '../../app/may.ts';
import { installationAsked, nodeAsked } from '../../app/questions.ts';
import { useKeyPlace, useMember } from '../../app/session.ts';
import type { Member } from '../../app/session.ts';
import { Loading } from '../../parts/states/loading.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { passkeysAsked } from '../enter/passkeys.ts';
import { Books } from './books-part.tsx';
import { DataPart } from './data-part.tsx';
import { ExportPart } from './export-part.tsx';
import { KeyPart } from './key-part.tsx';
import { KeysPart, keyHereAsked, keysAsked } from './keys/keys-part.tsx';
import { LookPart } from './look-part.tsx';
import { NodePart } from './node-part.tsx';
import { OwnDataPart } from './own-data-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { SessionsPart, sessionsAsked } from './sessions-part.tsx';
import './settings-room.css';

const PublicPart = lazy(() => import('./public-part.tsx'));

/** The parts by their ids, each with what it takes to see it. */
const parts = [
  ['look', 'look'],
  ['you', 'you'],
  ['keys', 'keys'],
  ['passkeys', 'passkeys'],
  ['sessions', 'sessions'],
  ['public', 'public'],
  ['own-data', 'own'],
  ['node', 'node'],
  ['data', 'data', 'node.check'],
  ['books', 'books', 'ledger.show'],
  ['export', 'export', 'node.export'],
  ['import', 'import', 'node.export'],
] as const;

/** The way to each part, where there is room for it. */
function Contents() {
  const say = useSettingsRoomWords();
  const may = useMay();
  return (
    <nav className="settings-contents" aria-label={say('contents')}>
      <ul>
        {parts
          .filter(([, , action]) => action === undefined || may(action))
          .map(([id, word]) => (
            <li key={id}>
              <Link to="/settings" hash={id}>
                {say(word)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** How the app looks here, how one comes in, what others see of one, and the node itself. */
export default function SettingsRoom() {
  const member = useMember();
  const say = useSettingsRoomWords();
  return (
    <div className="settings">
      <Contents />
      <div className="stack">
        <h1 className="title">{say('title')}</h1>
        <LookPart />
        {member === undefined ? null : <Own member={member} />}
      </div>
    </div>
  );
}

/** What is of whoever is signed in, and the node's: all at once, as each pushes down the next. */
function Own({ member }: { readonly member: Member }) {
  const may = useMay();
  const isOwner = may('node.installation');
  const place = useKeyPlace();
  const keys = useQuery(keysAsked(member.id));
  const here = useQuery(keyHereAsked(member.id));
  const passkeys = useQuery(passkeysAsked);
  const sessions = useQuery(sessionsAsked);
  const node = useQuery(nodeAsked);
  const installation = useQuery({ ...installationAsked, enabled: isOwner });
  const asked = [keys, here, passkeys, sessions, node, installation];
  const isThere = place !== undefined && !asked.some(isComing);
  useHashOnce(isThere);
  if (!isThere) return <Loading />;
  return (
    <>
      <KeyPart member={member} />
      <KeysPart member={member} />
      <PasskeysPart />
      <SessionsPart />
      <Suspense fallback={<Loading />}>
        <PublicPart member={member} />
      </Suspense>
      <OwnDataPart member={member} />
      <Suspense fallback={<Loading />}>
        <NodePart isOwner={isOwner} />
        {may('node.check') ? <DataPart /> : null}
      </Suspense>
      {may('ledger.show') ? <Books /> : null}
      {may('node.export') ? <ExportPart /> : null}
    </>
  );
}

/** Goes to the part that the address names, once it is there. */
function useHashOnce(isThere: boolean): void {
  useEffect(() => {
    if (isThere) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, [isThere]);
}
