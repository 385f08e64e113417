import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import { agreementAsked } from '../../app/questions.ts';
import { useMay } from '../../app/may.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { termsIn } from './asked.ts';
import { Changes } from './changes.tsx';
import Reading from './reading.tsx';
import { Signatures, Signing, useUnsigned, VersionChip } from './standing.tsx';
import './agreement.css';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A version of an agreement: who has signed, what it changes, its text, and one's signature. */
export default function AgreementSheet({ id, onClose }: Props) {
  const say = useWorkRoomWords();
  const { data, error, isPending, refetch } = useQuery(agreementAsked(id));
  const isUnsigned = useUnsigned(data);
  return (
    <Sheet
      title={say('agreement.title')}
      onClose={onClose}
      acts={data !== undefined && isUnsigned ? <Signing agreement={data} /> : undefined}
    >
      {isPending ? <Loading /> : null}
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined ? null : <Version agreement={data} />}
    </Sheet>
  );
}

function Version({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const { version, changes, changesFrom } = agreement;
  return (
    <div className="agreement">
      <div className="row apart">
        <p className="lead">{sayWork('agreement.version', { version })}</p>
        <VersionChip version={agreement} />
      </div>
      <Ways agreement={agreement} />
      <Signatures agreement={agreement} />
      {changesFrom === null || changes.length === 0 ? null : (
        <section className="agreement">
          <h3 className="section-title">{say('changes', { version: changesFrom })}</h3>
          <Changes changes={changes} terms={termsIn(agreement)} />
        </section>
      )}
      <Reading agreement={agreement} />
    </div>
  );
}

/** To the page of the agreement, and to what can be done with it there. */
function Ways({ agreement: { work, version, changesFrom } }: { agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const allowed = useMay({ work });
  const params = { work };
  return (
    <div className="row">
      <Link
        to="/works/$work/agreement"
        params={params}
        search={{ version }}
        className={buttonClass()}
      >
        {say('page')}
      </Link>
      {changesFrom === null ? null : (
        <Link
          to="/works/$work/agreement/compare"
          params={params}
          search={{ from: changesFrom, to: version }}
          className={buttonClass('plain')}
        >
          {say('compare')}
        </Link>
      )}
      {allowed('agreement.drafted') ? (
        <Link to="/works/$work/agreement/amend" params={params} className={buttonClass('plain')}>
          {say('amend')}
        </Link>
      ) : null}
    </div>
  );
}
