import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMember } from '../../app/session.ts';
import { useRecordWords } from '../../words/record/words.ts';
import { Loading } from '../../parts/states/loading.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { glanceAsked } from './auditing.ts';
import { Checkpoint } from './checkpoint.tsx';
import { Entries, pageAsked } from './entries.tsx';
import EntrySheet from './entry-sheet.tsx';
import './record-room.css';

/** The record: what this browser finds of it by itself, its newest checkpoint, and every act. */
export default function RecordRoom() {
  const say = useRecordWords();
  const isOwner = useMember()?.owner === true;
  const { entry } = useSearch({ from: '/record' });
  const navigate = useNavigate({ from: '/record' });
  const newest = useQuery(pageAsked({}, 0)).data?.items[0]?.recordedAt;
  // What stands below the glance waits for it, so that it is not moved down under the reader.
  const isGlancing = useQuery(glanceAsked).isPending;
  const [type = '', ...rest] = entry?.split(':') ?? [];
  return (
    <div className="stack">
      <header className="group">
        <h1 className="title">{say('title')}</h1>
        <p className="lead">{say(isOwner ? 'lead' : 'lead.own')}</p>
      </header>
      <AuditPanel />
      {isGlancing ? (
        <Loading />
      ) : (
        <>
          <Checkpoint newest={isOwner ? newest : undefined} isOwner={isOwner} />
          <Entries />
        </>
      )}
      {entry === undefined ? null : (
        <EntrySheet
          type={type}
          id={rest.join(':')}
          onClose={() => void navigate({ search: {}, resetScroll: false })}
        />
      )}
    </div>
  );
}
