import { useQuery } from '@tanstack/react-query';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import { agreementAsked } from '../../app/questions.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useActing } from '../contribution/acting.ts';
import { KeyNote } from '../contribution/line-form.tsx';
import '../contribution/contribution.css';
import './agreement.css';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** A version of an agreement: what it changes, clause by clause, its text, and one's signature. */
export default function AgreementSheet({ id, onClose }: Props) {
  const say = useWorkRoomWords();
  const { data, error, isPending, refetch } = useQuery(agreementAsked(id));
  const member = useMember();
  const isUnsigned =
    member !== undefined && data?.signed.every(({ agent }) => agent !== member.id) === true;
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
  const { locale } = useLocale();
  const { version, status, waitsFor, text } = agreement;
  const names = new Intl.ListFormat(locale).format(waitsFor.map(({ name }) => name));
  return (
    <div className="agreement">
      <p className="lead">
        {sayWork('agreement.version', { version })}. {sayWork(`agreement.status.${status}`)}.
      </p>
      {waitsFor.length === 0 ? null : <p>{say('waits', { names })}</p>}
      <Changes agreement={agreement} />
      <h3 className="section-title">{say('text')}</h3>
      <article className="agreement-text" dir="ltr" lang="en" tabIndex={0}>
        {text}
      </article>
    </div>
  );
}

function Changes({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const { changes, changesFrom } = agreement;
  if (changesFrom === null || changes.length === 0) return null;
  return (
    <section className="agreement-changes">
      <h3 className="section-title">{say('changes', { version: changesFrom })}</h3>
      <ul>
        {changes.map(({ key, clause, saidWas, saysNow, locked }) => (
          <li key={key}>
            <p className="name">{clause === 0 ? say('heading') : say('clause', { clause })}</p>
            <dl className="agreement-pair" lang="en">
              <div>
                <dt className="caption">{say('was')}</dt>
                <dd dir="auto">{saidWas}</dd>
              </div>
              <div>
                <dt className="caption">{say('becomes')}</dt>
                <dd dir="auto">{saysNow}</dd>
              </div>
            </dl>
            {locked ? <p className="caption">{say('locked')}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Signing({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const toast = useToast();
  const { id, version, termsHash, textHash } = agreement;
  const acting = useActing(
    (client, how) => client.agreements.sign({ agreement: id, termsHash, textHash }, how),
    () => toast({ text: say('signed', { version }) }),
  );
  return (
    <div className="line-review">
      <KeyNote />
      {acting.error === null ? null : <ErrorNote error={acting.error} onRetry={acting.send} />}
      <div className="row">
        <Button look="ink" busy={acting.busy} onClick={acting.send}>
          {say('sign')}
        </Button>
      </div>
    </div>
  );
}
