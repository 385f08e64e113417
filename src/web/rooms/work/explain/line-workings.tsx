import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { WorkingsAnswer } from '../../../../actions/contributions/answers.ts';
import { toMoney } from '../../../../domain/money/amount.ts';
import { recompute } from '../../../../domain/effort/workings.ts';
import type { Workings } from '../../../../domain/effort/workings.ts';
import type { Source } from '../../../../domain/effort/tables.ts';
import { agreementAsked, contributionAsked, workingsAsked } from '../../../app/questions.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Money } from '../../../parts/figures/money.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { useToast } from '../../../parts/panels/toast.tsx';
import { ErrorNote } from '../../../parts/states/error-note.tsx';
import { Loading } from '../../../parts/states/loading.tsx';
import { useLocale } from '../../../words/locale.tsx';
import { dayText, daysText, moneyText } from '../../../words/numbers.ts';
import { useWorkRoomWords } from '../../../words/work/words.ts';
import { useLineName } from '../line-name.ts';
import { Equation } from './equation.tsx';
import type { AgreementOf } from './equation.tsx';
import type { ShownStep } from './neutral.ts';
import { TableRow } from './table-row.tsx';
import { useTold } from './told.ts';

interface Props {
  readonly id: string;
  readonly onClose: () => void;
}

/** How the value of one contribution was come by, as one writes it by hand. */
export default function LineWorkings({ id, onClose }: Props) {
  const say = useWorkRoomWords();
  const { data, error, refetch } = useQuery(workingsAsked(id));
  if (data === undefined) {
    return (
      <Sheet title={say('step.obligation')} onClose={onClose}>
        {error === null ? <Loading /> : <ErrorNote error={error} onRetry={() => void refetch()} />}
      </Sheet>
    );
  }
  return <Worked answer={data} onClose={onClose} />;
}

const titles = {
  draft: 'explain.line.not-yet',
  submitted: 'explain.line.not-yet',
  accepted: 'explain.line',
  rejected: 'explain.line.over',
  withdrawn: 'explain.line.over',
  cancelled: 'explain.line.cancelled',
} as const;

function Worked({
  answer,
  onClose,
}: {
  readonly answer: WorkingsAnswer;
  readonly onClose: () => void;
}) {
  const say = useWorkRoomWords();
  const { locale, comma } = useLocale();
  const lineName = useLineName();
  const { contribution, obligation } = answer;
  const workings = answer.workings as unknown as Workings;
  const told = useTold();
  const agreement = useAgreementOf(contribution);
  const [shown, setShown] = useState<{ readonly step: ShownStep; readonly source: Source }>();
  if (shown !== undefined) {
    const { source, step } = shown;
    const back = (): void => setShown(undefined);
    return <TableRow source={source} value={step.value} onBack={back} onClose={onClose} />;
  }
  return (
    <Sheet
      title={say(titles[contribution.status], { name: contribution.name })}
      figure={<Money value={obligation} even />}
      onClose={onClose}
      acts={<Acts workings={workings} said={answer} />}
    >
      <p className="lead">
        <bdi>{lineName(contribution)}</bdi>
        {comma}
        {daysText(contribution.on, locale)}
        <Accepted id={contribution.id} />
      </p>
      <Equation
        workings={workings}
        agreement={agreement}
        onSource={(step, source) => setShown({ step, source })}
      />
      {workings.notes.length === 0 ? null : (
        <section className="explain-notes">
          <h3 className="name">{say('explain.notes')}</h3>
          {workings.notes.map(told.notice).map(({ text, lang }) => (
            <p key={text} lang={lang} dir={lang && 'ltr'}>
              {text}
            </p>
          ))}
        </section>
      )}
    </Sheet>
  );
}

/** Which version of which agreement fixes what a line is worth. */
function useAgreementOf({
  agreement: id,
  work,
}: WorkingsAnswer['contribution']): AgreementOf | undefined {
  const { data } = useQuery({ ...agreementAsked(id ?? ''), enabled: id !== null });
  return data === undefined ? undefined : { work, version: data.version };
}

/** Who accepted it, and when. */
function Accepted({ id }: { readonly id: string }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { data } = useQuery(contributionAsked(id));
  if (data?.status !== 'accepted' || data.decidedAt === null) return null;
  const by = data.reviews.filter(({ verdict }) => verdict === 'accepted');
  if (by.length === 0) return null;
  const names = by.map(({ name }) => name);
  const day = dayText(data.decidedAt.slice(0, 10), locale);
  return (
    <>
      <br />
      {say('explain.accepted', { names, day })}
    </>
  );
}

interface ActsProps {
  readonly workings: Workings;
  readonly said: WorkingsAnswer;
}

function Acts({ workings, said }: ActsProps) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const toast = useToast();
  const [result, setResult] = useState('');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(JSON.stringify(workings, null, 2));
    toast({ text: say('explain.copied') });
  };
  const again = (): void => {
    const { cost, obligation } = recompute(workings);
    const [owed, spent] = [toMoney(obligation), toMoney(cost)];
    const isSame = owed.amount === said.obligation.amount && spent.amount === said.cost.amount;
    const amount = moneyText(owed, locale);
    setResult(say(isSame ? 'explain.same' : 'explain.differs', { amount }));
  };
  return (
    <>
      <Button icon="copy" onClick={() => void copy()}>
        {say('explain.copy')}
      </Button>
      <Button look="plain" onClick={again}>
        {say('explain.again')}
      </Button>
      <p role="status" className="explain-result second">
        {result}
      </p>
    </>
  );
}
