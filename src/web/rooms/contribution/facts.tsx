import type { ReactNode } from 'react';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { Money as Value } from '../../../domain/money/amount.ts';
import { Figure } from '../../parts/figures/figure.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { StatusChip, statusOf } from '../../parts/states/status-chip.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { daysText, isZero, quantityText } from '../../words/numbers.ts';
import { useExplained } from '../work/opened.ts';

interface Props {
  readonly line: ContributionAnswer;
}

/** What is known of a contribution. What it was not asked for, or has not got, is left out. */
export function Facts({ line }: Props) {
  const say = useContributionWords();
  const { locale } = useLocale();
  return (
    <dl className="facts">
      <Fact name={say('who')}>
        <bdi>{line.name}</bdi>
      </Fact>
      <Fact name={say('quantity')}>
        <bdi>{quantityText(line, locale)}</bdi>
      </Fact>
      <Fact name={say('when')}>{daysText(line.on, locale)}</Fact>
      <Fact name={say('state')}>
        <StatusChip status={statusOf(line)} />
      </Fact>
      <Sums line={line} />
      <Said line={line} />
      <Relations line={line} />
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What a line's whole value is called: only what was accepted is, or was, owed. */
const claimWords = {
  draft: 'claim.would',
  submitted: 'claim.would',
  accepted: 'claim',
  rejected: 'claim.would-have',
  withdrawn: 'claim.would-have',
  cancelled: 'claim.was',
} as const;

function Sums({ line }: Props) {
  const say = useContributionWords();
  const { open } = useExplained();
  const { cost, obligation, owed, earned, paid, gift, status, unvalued } = line;
  const figure = (name: string, value: Value, of: 'line' | 'claim' = 'line') => (
    <Figure key={value.currency} label={name} onOpen={() => open({ of, id: line.id })}>
      <Money value={value} even />
    </Figure>
  );
  const opening = (name: string, value: Value) => <Fact name={name}>{figure(name, value)}</Fact>;
  return (
    <>
      {cost === null ? null : opening(say('cost'), cost)}
      {obligation === null ? null : opening(say(claimWords[status]), obligation)}
      {owed === null ? null : <Fact name={say('owed')}>{figure(say('owed'), owed, 'claim')}</Fact>}
      {earned.every(isZero) ? null : (
        <Fact name={say('earned')}>
          {earned.map((value) => figure(say('earned'), value, 'claim'))}
        </Fact>
      )}
      {paid === null ? null : (
        <Fact name={say('paid')}>
          <Money value={paid} even />
        </Fact>
      )}
      {gift ? <Fact name={say('gift')}>{say('gift.says')}</Fact> : null}
      {unvalued === null ? null : (
        <Fact name={say('unvalued')}>
          <span lang="en" dir="auto">
            {unvalued}
          </span>
        </Fact>
      )}
    </>
  );
}

function Said({ line }: Props) {
  const say = useContributionWords();
  const { classification, rate, evidence, import: origin } = line;
  return (
    <>
      {classification === null ? null : (
        <Fact name={say('classification')}>
          <bdi>{classification}</bdi>
        </Fact>
      )}
      {rate === null ? null : (
        <Fact name={say('rate')}>
          <Money value={rate} even />
        </Fact>
      )}
      {evidence.length === 0 ? null : (
        <Fact name={say('evidence')}>
          <ul>
            {evidence.map((text) => (
              <li key={text}>
                <Evidence text={text} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {origin === null ? null : (
        <Fact name={say('import')}>
          <bdi>{say('import.says', { format: origin.format, source: origin.source })}</bdi>
        </Fact>
      )}
    </>
  );
}

/** Only what is an address on the web is a link; whatever else somebody wrote stays text. */
function Evidence({ text }: { readonly text: string }) {
  if (!/^https?:\/\/[^\s]+$/.test(text)) return <bdi dir="auto">{text}</bdi>;
  return (
    <a href={text} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
      {text}
    </a>
  );
}

function Relations({ line }: Props) {
  const say = useContributionWords();
  const { supersedes, supersededBy, overlaps } = line;
  return (
    <>
      {supersedes === null ? null : (
        <Fact name={say('replaces')}>
          <Other id={supersedes}>{say('an.earlier')}</Other>
        </Fact>
      )}
      {supersededBy === null ? null : (
        <Fact name={say('replaced')}>
          <Other id={supersededBy}>{say('a.newer')}</Other>
        </Fact>
      )}
      {overlaps.length === 0 ? null : (
        <Fact name={say('overlaps')}>
          <Other id={overlaps[0] ?? ''}>{say('overlaps.says', { n: overlaps.length })}</Other>
        </Fact>
      )}
    </>
  );
}

function Other({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  const { open } = useExplained();
  return (
    <button
      type="button"
      className="button plain facts-other"
      onClick={() => open({ of: 'contribution', id })}
    >
      {children}
    </button>
  );
}
