import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import { useContributionWords } from '../../words/contribution/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { dayText, instantText } from '../../words/numbers.ts';

/** The word of an agreed criterion; one that people made up themselves is said as it is. */
export function useCriterionName(): (criterion: string) => string {
  const say = useContributionWords();
  return (criterion) => {
    const word = `criterion.${criterion}`;
    return say.has(word) ? say(word) : criterion;
  };
}

/** Who reviewed a contribution, what they said, and how many acceptances there are. */
export function Reviews({ line }: { readonly line: ContributionAnswer }) {
  const say = useContributionWords();
  const { locale } = useLocale();
  const criterionName = useCriterionName();
  const given = line.reviews.filter(({ verdict }) => verdict === 'accepted').length;
  if (line.status === 'draft') return null;
  return (
    <section className="line-reviews">
      <h3 className="section-title">{say('reviews')}</h3>
      {line.reviews.length === 0 ? <p className="second">{say('reviews.none')}</p> : null}
      <ul>
        {line.reviews.map(({ id, name, verdict, reason, criterion, at }) => (
          <li key={id}>
            <p className="row apart">
              <b className="name">{say.rich(`review.${verdict}`, { name: <bdi>{name}</bdi> })}</b>
              <span className="caption">{instantText(at, locale)}</span>
            </p>
            {reason === null ? null : (
              <p className="lead" dir="auto">
                {reason}
              </p>
            )}
            {criterion === null ? null : (
              <p className="caption">
                {say('criterion')}: <bdi>{criterionName(criterion)}</bdi>
              </p>
            )}
          </li>
        ))}
      </ul>
      {line.ended === null ? null : (
        <div>
          <p className="row apart">
            <b className="name">
              {say.rich(`ended.${line.status === 'cancelled' ? 'cancelled' : 'withdrawn'}`, {
                name: <bdi key="name">{line.ended.name}</bdi>,
              })}
            </b>
            <span className="caption">{instantText(line.ended.at, locale)}</span>
          </p>
          {line.ended.reason === null ? null : (
            <p className="lead" dir="auto">
              {line.ended.reason}
            </p>
          )}
        </div>
      )}
      {line.status === 'submitted' && line.reviewsNeeded > 1 ? (
        <p className="second">{say('reviews.needed', { given, needed: line.reviewsNeeded })}</p>
      ) : null}
      {line.review === null || line.estimate ? null : <Standing review={line.review} />}
    </section>
  );
}

type Review = NonNullable<ContributionAnswer['review']>;

/** How far the review has come, and who may still be heard. */
function Standing({ review: { stage, since, until, asked } }: { readonly review: Review }) {
  const say = useContributionWords();
  const { locale } = useLocale();
  const names = asked.map(({ name }) => name);
  const last = until === null ? '' : dayText(until, locale);
  const day = dayText(since, locale);
  if (stage === 'case') {
    return (
      <div className="line-standing">
        <p className="second">{say('review.case', { day })}</p>
        {asked.length === 0 ? null : <p className="second">{say('review.silent', { names })}</p>}
      </div>
    );
  }
  if (asked.length === 0) return null;
  if (stage === 'asked') {
    return <p className="second">{say('review.asked', { names, day: last })}</p>;
  }
  return <p className="second">{say('review.all-asked', { names, day, until: last })}</p>;
}
