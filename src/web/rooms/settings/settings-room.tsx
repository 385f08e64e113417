import { Link } from '@tanstack/react-router';
import { Suspense, lazy } from 'react';
import { useMay } from '../../app/may.ts';
import { useMember } from '../../app/session.ts';
import { Loading } from '../../parts/states/loading.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Books } from './books-part.tsx';
import { DataPart } from './data-part.tsx';
import { ExportPart } from './export-part.tsx';
import { KeyPart } from './key-part.tsx';
import { LookPart } from './look-part.tsx';
import { NodePart } from './node-part.tsx';
import { OwnDataPart } from './own-data-part.tsx';
import { PasskeysPart } from './passkeys-part.tsx';
import { SessionsPart } from './sessions-part.tsx';
import './settings-room.css';

const PublicPart = lazy(() => import('./public-part.tsx'));

/** The parts by their ids, each with what it takes to see it. */
const parts = [
  ['look', 'look'],
  ['you', 'you'],
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
  const may = useMay();
  return (
    <div className="settings">
      <Contents />
      <div className="stack">
        <h1 className="title">{say('title')}</h1>
        <LookPart />
        {member === undefined ? null : (
          <>
            <KeyPart member={member} />
            <PasskeysPart />
            <SessionsPart />
            <Suspense fallback={<Loading />}>
              <PublicPart member={member} />
            </Suspense>
            <OwnDataPart member={member} />
          </>
        )}
        <Suspense fallback={<Loading />}>
          <NodePart isOwner={may('node.installation')} />
          {may('node.check') ? <DataPart /> : null}
        </Suspense>
        {may('ledger.show') ? <Books /> : null}
        {may('node.export') ? <ExportPart /> : null}
      </div>
    </div>
  );
}
