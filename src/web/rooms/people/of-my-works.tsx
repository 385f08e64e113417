import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { workAsked } from '../../app/questions.ts';
import { sessionAsked } from '../../app/session.ts';
import { Empty } from '../../parts/states/empty.tsx';
import { usePeopleRoomWords } from '../../words/people/words.ts';

/** How many works are asked about at once. */
const WORKS_MAX = 50;

/** Those with whom a member has to do: who made, signed or keeps a work in which they take part. */
export function OfMyWorks() {
  const say = usePeopleRoomWords();
  const { parts } = useSuspenseQuery(sessionAsked).data;
  const works = useSuspenseQueries({
    queries: parts.slice(0, WORKS_MAX).map(({ work }) => workAsked(work)),
  });
  if (works.length === 0) return <Empty title={say('mine.none')} />;
  return (
    <>
      <p className="lead">{say('mine')}</p>
      {works.map(({ data: work }) => (
        <section key={work.id} className="part">
          <h2 className="section-title">
            <Link to="/works/$work" params={{ work: work.id }}>
              <bdi>{work.title}</bdi>
            </Link>
          </h2>
          <ul className="people-list">
            {peopleOf(work).map(({ agent, name }) => (
              <li key={agent}>
                <Link to="/people/$agent" params={{ agent }} className="name">
                  <bdi>{name}</bdi>
                </Link>
                {agent === work.steward ? <span className="second">{say('steward')}</span> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** Everybody of a work whom its members know, by name. */
function peopleOf(work: WorkAnswer): readonly { agent: string; name: string }[] {
  const { signed = [], unsigned = [] } = work.agreement ?? {};
  const all = [...signed, ...unsigned, ...work.people].map(({ agent, name }) => ({ agent, name }));
  const once = new Map(all.map((one) => [one.agent, one]));
  return [...once.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}
