import type { AgreementAnswer, AgreementLine } from '../../../actions/agreements/answers.ts';
import { useMay } from '../../app/may.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import type { Status } from '../../parts/states/status-chip.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useActing } from '../contribution/acting.ts';
import '../contribution/contribution.css';
import './agreement.css';

const shapes: Readonly<Record<AgreementLine['status'], Status>> = {
  'in-force': 'accepted',
  waiting: 'submitted',
  draft: 'draft',
  replaced: 'withdrawn',
};

/** How a version stands, by shape and word. */
export function VersionChip({ version }: { readonly version: AgreementLine }) {
  const say = useAgreementWords();
  const sayWork = useWorkRoomWords();
  const { status, governs } = version;
  const word = governs ? say('governs') : sayWork(`agreement.status.${status}`);
  return <StatusChip status={shapes[status]} word={word} />;
}

/** Who has signed a version and when, who has not, and whom it waits for. */
export function Signatures({ agreement }: { readonly agreement: AgreementLine }) {
  const say = useAgreementWords();
  const { locale } = useLocale();
  const { signed, unsigned, waitsFor, status } = agreement;
  const names = waitsFor.map(({ name }) => name);
  const lacking = status === 'replaced' ? [] : unsigned;
  return (
    <div className="signatures">
      {waitsFor.length === 0 ? null : <p>{say('waits', { names })}</p>}
      <ul>
        {signed.map(({ agent, name, at }) => (
          <li key={agent}>
            <bdi className="name">{name}</bdi>
            <StatusChip status="accepted" word={say('signed.on', { day: dayText(at, locale) })} />
          </li>
        ))}
        {lacking.map(({ agent, name }) => (
          <li key={agent}>
            <bdi className="name">{name}</bdi>
            <StatusChip status="draft" word={say('signed.not')} />
          </li>
        ))}
      </ul>
      {signed.length === 0 ? <p className="second">{say('signed.nobody')}</p> : null}
    </div>
  );
}

/** Whether the member can sign a version: it can still come to hold, and they have not. */
export function useUnsigned(agreement: AgreementLine | undefined): boolean {
  const member = useMember();
  const allowed = useMay({ work: agreement?.work });
  if (agreement === undefined || member === undefined || member.kind === 'machine') return false;
  const hasSigned = agreement.signed.some(({ agent }) => agent === member.id);
  return !hasSigned && agreement.status !== 'replaced' && allowed('agreement.signed');
}

/** Which text a signature is under, where the reader's language is another one. */
export function SignedText({ version }: { readonly version: number }) {
  const say = useAgreementWords();
  const { language } = useLocale();
  if (language === 'en') return null;
  return (
    <p className="reading-note">
      <Icon name="statement" />
      <span>{say('english.signed', { version })}</span>
    </p>
  );
}

/** One's signature under a version, over the hashes of what was read. */
export function Signing({ agreement }: { readonly agreement: AgreementAnswer }) {
  const say = useAgreementWords();
  const toast = useToast();
  const { id, version, termsHash, textHash } = agreement;
  const acting = useActing(
    (client, how) => client.agreements.sign({ agreement: id, termsHash, textHash }, how),
    () => toast({ text: say('signed', { version }) }),
  );
  return (
    <div className="part">
      <SignedText version={version} />
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
