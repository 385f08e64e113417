import { lazy, Suspense, useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

const Reading = lazy(() => import('../agreement/agreement-sheet.tsx'));

type Brief = NonNullable<WorkAnswer['agreement']>;

/** Which agreement holds, who has signed it, and its text to read; a newer draft beside it. */
export function AgreementPart({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const [reading, setReading] = useState<string>();
  const { agreement } = work;
  const shown = work.governing ?? agreement;
  return (
    <section className="part">
      <h2 className="section-title">{say('agreement.title')}</h2>
      {shown === null ? (
        <p className="second">{say('agreement.none')}</p>
      ) : (
        <Signatures agreement={shown} onRead={setReading} />
      )}
      {agreement === null || agreement.id === shown?.id ? null : (
        <Newer agreement={agreement} onRead={setReading} />
      )}
      {reading === undefined ? null : (
        <Suspense fallback={null}>
          <Reading id={reading} onClose={() => setReading(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

interface Shown {
  readonly agreement: Brief;
  readonly onRead: (id: string) => void;
}

/** A newer version that is no law yet: it waits for who must sign it. */
function Newer({ agreement, onRead }: Shown) {
  const say = useWorkRoomWords();
  const { version, signed, unsigned } = agreement;
  const facts = { version, signed: signed.length, all: signed.length + unsigned.length };
  return (
    <>
      <p className="second">{say('agreement.newer', facts)}</p>
      <div className="row">
        <Button aria-haspopup="dialog" onClick={() => onRead(agreement.id)}>
          {say('agreement.read-newer', { version })}
        </Button>
      </div>
    </>
  );
}

function Signatures({ agreement, onRead }: Shown) {
  const say = useWorkRoomWords();
  const sayBegin = useBeginRoomWords();
  const { preset } = agreement;
  const member = useMember();
  const isMine = agreement.unsigned.some(({ agent }) => agent === member?.id);
  const names = (among: Brief['signed']): readonly string[] => among.map(({ name }) => name);
  return (
    <>
      <p className="lead">
        {say('agreement.version', { version: agreement.version })}
        {' · '}
        <bdi>{sayBegin.has(preset) ? sayBegin(preset) : preset}</bdi>
      </p>
      {agreement.signed.length === 0 ? null : (
        <p>{say('agreement.by', { names: names(agreement.signed) })}</p>
      )}
      {agreement.unsigned.length === 0 ? null : (
        <p className="second">{say('agreement.not-by', { names: names(agreement.unsigned) })}</p>
      )}
      <div className="row">
        <Button aria-haspopup="dialog" onClick={() => onRead(agreement.id)}>
          {say(isMine ? 'agreement.read-sign' : 'agreement.read')}
        </Button>
      </div>
    </>
  );
}
