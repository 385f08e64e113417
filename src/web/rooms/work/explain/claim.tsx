import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ContributionAnswer } from '../../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../../actions/works/answers.ts';
import type { Money as Value } from '../../../../domain/money/amount.ts';
import { contributionAsked, paymentsAsked } from '../../../app/questions.ts';
import { useMay } from '../../../app/may.ts';
import { Figure } from '../../../parts/figures/figure.tsx';
import { Money } from '../../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { Loading } from '../../../parts/states/loading.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { dayText, decimalSum, isZero, nothingIn } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { useLineName } from '../line-name.ts';
import { useExplained } from '../opened.ts';

interface Props {
  readonly work: WorkAnswer;
  readonly id: string;
  readonly onClose: () => void;
}

/** What is still owed of one contribution: what it came to, less what payments brought. */
export default function Claim({ work, id, onClose }: Props) {
  const say = useWorkRoomWords();
  const lineName = useLineName();
  const { data, error, refetch } = useQuery(contributionAsked(id));
  const name = data === undefined ? '' : lineName(data);
  return (
    <Sheet
      title={say('explain.claim', { name })}
      figure={
        data === undefined || data.owed === null ? undefined : <Money value={data.owed} even />
      }
      onClose={onClose}
    >
      {error === null ? null : <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data === undefined && error === null ? <Loading /> : null}
      {data === undefined ? null : <Sum line={data} />}
      {data === undefined ? null : <PaidBy work={work} />}
    </Sheet>
  );
}

const negative = (amount: string): string =>
  amount.startsWith('-') ? amount.slice(1) : `-${amount}`;

function Sum({ line }: { readonly line: ContributionAnswer }) {
  const say = useWorkRoomWords();
  const { open } = useExplained();
  const { id, obligation, owed, earned } = line;
  if (obligation === null || owed === null) return null;
  const { currency } = owed;
  const paid: Value = earned.find((one) => one.currency === currency) ?? nothingIn(currency);
  // Growth adds, a cancellation ends, and money of other currencies counts at its value.
  const amount = decimalSum([owed.amount, paid.amount, negative(obligation.amount)]);
  return (
    <SumRows>
      <SumRow name={say('explain.sum')}>
        <Figure label={say('explain.sum')} onOpen={() => open({ of: 'line', id })}>
          <Money value={obligation} even />
        </Figure>
      </SumRow>
      {isZero({ amount, currency }) ? null : (
        <SumRow name={say('explain.since')} more={say('explain.since.why')}>
          <Money value={{ amount, currency }} even />
        </SumRow>
      )}
      <SumRow name={say('explain.paid-off')}>
        <span aria-hidden="true">−&#8239;</span>
        <Money value={paid} even />
      </SumRow>
      <SumRow name={say('explain.still')} is="end">
        <Money value={owed} even />
      </SumRow>
    </SumRows>
  );
}

/** The payments for the release, each of which paid a part of every claim. */
function PaidBy({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const allowed = useMay({ work: work.id });
  const asked = paymentsAsked(work.id, work.release.id);
  const { data } = useQuery({ ...asked, enabled: allowed('payments.list') });
  const payments = (data ?? []).filter(({ status }) => status === 'received');
  if (payments.length === 0) return null;
  return (
    <>
      <p className="lead explain-lead">{say('explain.by-payments')}</p>
      <SumRows>
        {payments.map(({ id, name, on, split }) => (
          <SumRow key={id} name={name} more={dayText(on, locale)}>
            <Link to="/payments/$payment" params={{ payment: id }} className="figure">
              <span className="hidden-text">{name} </span>
              <Money value={split.pool} even />
            </Link>
          </SumRow>
        ))}
      </SumRows>
    </>
  );
}
