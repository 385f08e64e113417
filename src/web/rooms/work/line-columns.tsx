import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type {
  ListedContribution,
  ReviewStandingAnswer,
} from '../../../actions/contributions/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { Claim, claimOf } from '../../parts/figures/claim.tsx';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip, statusOf } from '../../parts/states/status-chip.tsx';
import type { Column } from '../../parts/tables/table.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, dayText, daysText, moneyText, quantityText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useLineName } from './line-name.ts';
import { useExplained } from './opened.ts';

type Line = ListedContribution;

/** Asked for once for all rows: a long list has many of them. */
type Opening = ReturnType<typeof useExplained>['open'];

interface LineFigureProps {
  readonly line: Line;
  readonly value: Value | undefined | null;
  readonly label: string;
  readonly open: Opening;
  readonly children: ReactNode;
}

function LineFigure({ line, value, label, open, children }: LineFigureProps) {
  const { locale } = useLocale();
  if (value === undefined || value === null) return <>–</>;
  const said = `${label} ${moneyText(value, locale, true)}`;
  return (
    <Figure said={said} onOpen={() => open({ of: 'line', id: line.id })}>
      {children}
    </Figure>
  );
}

interface LineSumProps {
  readonly line: Line;
  readonly open: Opening;
}

function Cost({ line, open }: LineSumProps) {
  const say = useWorkRoomWords();
  const { cost } = line;
  return (
    <LineFigure line={line} value={cost} label={say('step.cost')} open={open}>
      {cost === null ? null : <Money value={cost} bare even />}
    </LineFigure>
  );
}

function ClaimFigure({ line, open }: LineSumProps) {
  const say = useWorkRoomWords();
  const claim = claimOf(line);
  const label = say(claim?.is === 'waits' ? 'explain.line.not-yet' : 'owed');
  return (
    <LineFigure line={line} value={claim?.value} label={label} open={open}>
      <Claim line={line} bare />
    </LineFigure>
  );
}

interface LineNameProps {
  readonly line: Line;
  readonly name: string;
  readonly open: Opening;
}

/** What it was; opens the contribution itself. */
function LineName({ line, name, open }: LineNameProps) {
  return (
    <button
      type="button"
      className="line-name name"
      aria-haspopup="dialog"
      onClick={() => open({ of: 'contribution', id: line.id })}
    >
      <bdi dir="auto">{name}</bdi>
    </button>
  );
}

/** The columns of a table of contributions. */
export function useLineColumns(currency: string): readonly Column<Line>[] {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const nameOf = useLineName();
  const { open } = useExplained();
  return useMemo(() => {
    const sign = { currency: currencySign(currency, locale) };
    return [
      {
        key: 'what',
        head: say('lines.what'),
        phone: 'what',
        cell: (line) => <LineName line={line} name={nameOf(line)} open={open} />,
      },
      {
        key: 'who',
        head: say('lines.who'),
        phone: 'who',
        cell: (line) => (
          <>
            <bdi>{line.name}</bdi>
            <span className="on-phone-only"> · {quantityText(line, locale)}</span>
          </>
        ),
      },
      {
        key: 'quantity',
        head: say('lines.quantity'),
        figures: true,
        cell: (line) => <bdi>{quantityText(line, locale)}</bdi>,
      },
      {
        key: 'when',
        head: say('lines.when'),
        cell: ({ on }) => <span className="nowrap">{daysText(on, locale)}</span>,
      },
      {
        key: 'cost',
        head: say('lines.cost', sign),
        figures: true,
        cell: (line) => <Cost line={line} open={open} />,
      },
      {
        key: 'claim',
        head: say('lines.claim', sign),
        figures: true,
        phone: 'amount',
        cell: (line) => <ClaimFigure line={line} open={open} />,
      },
      {
        key: 'status',
        head: say('lines.status'),
        phone: 'state',
        cell: (line) => <State line={line} />,
      },
    ];
  }, [say, locale, nameOf, open, currency]);
}

function State({ line }: { readonly line: Line }) {
  const say = useWorkRoomWords();
  if (statusOf(line) === 'estimate')
    return <StatusChip status="estimate" more={say('lines.until-confirmed')} />;
  const names = line.reviewers
    .filter(({ verdict }) => verdict === line.status)
    .map(({ name }) => name);
  if (line.review !== null) return <Waiting review={line.review} />;
  if (names.length === 0) return <StatusChip status={line.status} />;
  return <StatusChip status={line.status} more={say('lines.by', { names })} />;
}

/** How far its review has come: some are asked, then all, then it is a case and never a no. */
function Waiting({ review: { stage, since } }: { readonly review: ReviewStandingAnswer }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  if (stage === 'asked') return <StatusChip status="submitted" />;
  const day = dayText(since, locale);
  if (stage === 'case') return <StatusChip status="submitted" word={say('lines.case', { day })} />;
  return <StatusChip status="submitted" more={say('lines.all-asked', { day })} />;
}
