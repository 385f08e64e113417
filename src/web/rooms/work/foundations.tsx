import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { lazy, Suspense, useState } from 'react';
import { useMay } from '../../app/may.ts';
import { useMember } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip } from '../../parts/states/status-chip.tsx';
import { useLocale } from '../../words/locale.tsx';
import { percentText } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { licenceName, useExplained } from './opened.ts';

const PassOnSheet = lazy(async () => ({
  default: (await import('./pass-on-sheet.tsx')).PassOnSheet,
}));

/** What other works hold for this release, and passing on what is held here for others. */
function Held({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const allowed = useMay({ work: work.id });
  const [passing, setPassing] = useState(false);
  const { heldFor } = work.release;
  const holds = work.buildsOn.some(({ held }) => held.length > 0);
  return (
    <>
      {heldFor.length === 0 ? null : <h2 className="section-title">{say('held.for')}</h2>}
      <ul className="work-list">
        {heldFor.map(({ release, work: holder, title, number, amount }) => (
          <li key={`${release} ${amount.currency}`}>
            <Link to="/works/$work" params={{ work: holder }} search={{ release }} className="name">
              <bdi>{title}</bdi> {say('release', { number })}
            </Link>
            <span className="second">
              {say.rich('held.for.says', { amount: <Money key="amount" value={amount} even /> })}
            </span>
          </li>
        ))}
      </ul>
      {holds && allowed('work.swept') ? (
        <p className="no-print">
          <Button aria-haspopup="dialog" onClick={() => setPassing(true)}>
            {say('pass-on')}
          </Button>
        </p>
      ) : null}
      {passing ? (
        <Suspense fallback={null}>
          <PassOnSheet work={work} onClose={() => setPassing(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** What the release builds on, and the work's other releases. */
export function Foundations({ work }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  const { locale } = useLocale();
  const { open } = useExplained();
  const isSteward = useMember()?.id === work.steward;
  return (
    <section className="part">
      <h2 className="section-title">{say('builds')}</h2>
      {work.buildsOn.length === 0 ? <p className="second">{say('builds.none')}</p> : null}
      <ul className="work-list">
        {work.buildsOn.map((below) => (
          <li key={below.release}>
            <Link
              to="/works/$work"
              params={{ work: below.work }}
              search={{ release: below.release }}
              className="name"
            >
              <bdi>{below.title}</bdi> {say('release', { number: below.number })}
            </Link>
            <span className="second">
              {say('builds.share', { share: percentText(below.share, locale) })}
            </span>
            <StatusChip status={below.status} />
            {below.held.map((money) => (
              <span key={money.currency} className="second">
                {say.rich('held', { amount: <Money key="amount" value={money} even /> })}
              </span>
            ))}
          </li>
        ))}
      </ul>
      <Held work={work} />
      <h2 className="section-title">{say('releases')}</h2>
      <ul className="work-list">
        {work.releases.map(({ id, number, status, licence }) => (
          <li key={id}>
            <Link
              to="/works/$work"
              params={{ work: work.id }}
              search={{ release: id }}
              className="name"
            >
              {say('release', { number })}
            </Link>
            <StatusChip status={status} />
            <Button look="plain" aria-haspopup="dialog" onClick={() => open({ of: 'licence', id })}>
              <bdi>{licenceName(licence)}</bdi>
            </Button>
          </li>
        ))}
      </ul>
      {isSteward ? (
        <p className="no-print">
          <Button icon="plus" aria-haspopup="dialog" onClick={() => open({ of: 'next' })}>
            {say('next')}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
