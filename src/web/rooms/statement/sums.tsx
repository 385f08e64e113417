import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { StatementAnswer } from '../../../actions/statement/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Level } from '../../parts/figures/level.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useLocale } from '../../words/locale.tsx';
import { currencySign, fractionOf, isZero, less, nothingIn } from '../../words/numbers.ts';
import { useStatementWords } from '../../words/statement/words.ts';

type Work = StatementAnswer['works'][number];

/** What a row of the sums is of. */
type Name =
  | 'before.owed'
  | 'accepted'
  | 'grown'
  | 'cancelled'
  | 'paid'
  | 'owed'
  | 'before.outstanding'
  | 'earned'
  | 'received'
  | 'outstanding'
  | 'obligation';

interface Row {
  readonly name: Name;
  readonly of: (one: StatementAnswer | Work) => Value | readonly Value[] | undefined;
  readonly sign?: '+' | '−';
  readonly is?: 'end';
}

/** What stood before the first day, what happened, and what stands at the end. */
const ofPeriod: readonly (readonly Row[])[] = [
  [
    { name: 'before.owed', of: ({ period }) => period?.before.owed },
    { name: 'accepted', sign: '+', of: ({ period }) => period?.accepted },
    { name: 'grown', sign: '+', of: ({ period }) => period?.grown },
    { name: 'cancelled', sign: '−', of: ({ period }) => period?.cancelled },
    { name: 'paid', sign: '−', of: ({ period }) => period?.paid },
    { name: 'owed', is: 'end', of: ({ owed }) => owed },
  ],
  [
    { name: 'before.outstanding', of: ({ period }) => period?.before.outstanding },
    { name: 'earned', sign: '+', of: ({ period }) => period?.earned },
    { name: 'received', sign: '−', of: ({ period }) => period?.received },
    { name: 'outstanding', is: 'end', of: ({ outstanding }) => outstanding },
  ],
];

/** By how much payments have lowered what was owed: what is not owed any more. */
const paidOf = ({ obligation, owed }: StatementAnswer | Work): readonly Value[] =>
  [obligation]
    .flat()
    .map((whole) => less(whole, valueIn(owed, whole.currency) ?? nothingIn(whole.currency)));

/** Of all days: what was put in, and what came of it. */
const ofAll: readonly (readonly Row[])[] = [
  [
    { name: 'obligation', of: ({ obligation }) => obligation },
    { name: 'paid', sign: '−', of: paidOf },
    { name: 'owed', is: 'end', of: ({ owed }) => owed },
  ],
  [
    { name: 'earned', of: ({ earned }) => earned },
    { name: 'received', sign: '−', of: ({ received }) => received },
    { name: 'outstanding', is: 'end', of: ({ outstanding }) => outstanding },
  ],
];

/** Of one currency; undefined where there is none of it. */
function valueIn(found: Value | readonly Value[] | undefined, code: string): Value | undefined {
  if (found === undefined) return undefined;
  const list = 'amount' in found ? [found] : found;
  return list.find(({ currency }) => currency === code);
}

/** The sums over all works, for each currency; each opens what makes it up. */
export function Sums({ statement }: { readonly statement: StatementAnswer }) {
  const say = useStatementWords();
  const [opened, setOpened] = useState<{ readonly row: Row; readonly code: string }>();
  const blocks = statement.period === null ? ofAll : ofPeriod;
  const lists = blocks.flat().map(({ of }) => of(statement) ?? []);
  const codes = new Set(lists.flat().map(({ currency }) => currency));
  return (
    <section className="part">
      <h2 className="section-title">{say('sums')}</h2>
      <div className="statement-cards">
        {[...codes].toSorted().map((code) => (
          <Card
            key={code}
            blocks={blocks}
            statement={statement}
            code={code}
            onOpen={(row) => setOpened({ row, code })}
          />
        ))}
      </div>
      {opened === undefined ? null : (
        <Works statement={statement} {...opened} onClose={() => setOpened(undefined)} />
      )}
    </section>
  );
}

interface CardProps {
  readonly blocks: readonly (readonly Row[])[];
  readonly statement: StatementAnswer;
  readonly code: string;
  readonly onOpen: (row: Row) => void;
}

/** One currency: how much of what was put in is paid, and the sums; one line where all are 0. */
function Card({ blocks, statement, code, onOpen }: CardProps) {
  const { locale } = useLocale();
  const sign = currencySign(code, locale);
  const rowsIn = blocks.map((rows) =>
    rows.filter(({ of }) => valueIn(of(statement), code) !== undefined),
  );
  const all = rowsIn.flat();
  const isNothing = all.every(({ of }) => isZero(valueIn(of(statement), code) ?? NOTHING));
  const shared = { statement, code, onOpen };
  if (isNothing) {
    return (
      <div className="statement-card is-nothing" role="group" aria-label={sign}>
        <h3 className="second">
          <bdi>{sign}</bdi>
        </h3>
        <Block rows={all.filter(({ is }) => is === 'end').slice(0, 1)} {...shared} />
      </div>
    );
  }
  return (
    <div className="statement-card" role="group" aria-label={sign}>
      <h3 className="second">
        <bdi>{sign}</bdi>
      </h3>
      <Bar statement={statement} code={code} />
      <div className="statement-blocks">
        {rowsIn.map((rows, index) => (
          <Block key={index} rows={rows} {...shared} />
        ))}
      </div>
    </div>
  );
}

const NOTHING: Value = { amount: '0', currency: '' };

/** What of it is paid, and what is still owed: its figures stand below. */
function Bar({ statement, code }: Pick<CardProps, 'statement' | 'code'>) {
  const whole = valueIn(statement.obligation, code) ?? NOTHING;
  if (isZero(whole)) return null;
  const part = fractionOf(valueIn(paidOf(statement), code) ?? NOTHING, whole);
  return <Level part={part} />;
}

interface BlockProps {
  readonly rows: readonly Row[];
  readonly statement: StatementAnswer;
  readonly code: string;
  readonly onOpen: (row: Row) => void;
}

function Block({ rows, statement, code, onOpen }: BlockProps) {
  const say = useStatementWords();
  if (rows.length === 0) return null;
  return (
    <dl className="sums">
      {rows.map((row) => {
        const value = valueIn(row.of(statement), code) ?? nothingIn(code);
        const isPaid = (row.name === 'earned' || row.name === 'received') && !isZero(value);
        return (
          <div key={row.name} className={row.is === 'end' ? 'is-last' : ''}>
            <dt>{say(row.name)}</dt>
            <dd className={isPaid ? 'is-paid' : ''}>
              {row.sign === undefined || isZero(value) ? null : (
                <span aria-hidden="true">{row.sign}&#8239;</span>
              )}
              <Figure label={say(row.name)} onOpen={() => onOpen(row)}>
                <Money value={value} even />
              </Figure>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface WorksProps {
  readonly statement: StatementAnswer;
  readonly row: Row;
  readonly code: string;
  readonly onClose: () => void;
}

/** What each work has of a sum. */
function Works({ statement, row, code, onClose }: WorksProps) {
  const say = useStatementWords();
  const whole = valueIn(row.of(statement), code) ?? nothingIn(code);
  return (
    <Sheet title={say(row.name)} figure={<Money value={whole} even />} onClose={onClose}>
      <p className="lead">{say(`why.${row.name}`)}</p>
      <SumRows>
        {statement.works.map((work) => {
          const value = valueIn(row.of(work), code);
          if (value === undefined) return null;
          return (
            <SumRow
              key={work.release}
              name={work.title}
              more={say('release', { number: work.number })}
            >
              <Link
                to="/works/$work"
                params={{ work: work.work }}
                search={{ release: work.release, explain: `person:${statement.agent}` }}
                className="figure"
              >
                <Money value={value} even />
              </Link>
            </SumRow>
          );
        })}
        <SumRow name={say('sums')} is="end">
          <Money value={whole} even />
        </SumRow>
      </SumRows>
      <p className="second">{say('why.exact')}</p>
    </Sheet>
  );
}
