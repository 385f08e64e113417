import { useSuspenseInfiniteQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { worksAsked } from '../../app/questions.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { useAppWords } from '../../words/app/words.ts';

/** To which work something is added: where there is one, it is that one. */
export default function ChooseRoom() {
  const say = useAppWords();
  const { data, hasNextPage, fetchNextPage } = useSuspenseInfiniteQuery(worksAsked);
  const works = data.pages.flatMap(({ items }) => items);
  if (hasNextPage) void fetchNextPage();
  const [first, ...others] = works;
  if (first === undefined) {
    const begin = (
      <Link to="/begin" className={buttonClass('ink')}>
        {say('add.begin')}
      </Link>
    );
    return (
      <>
        <h1 className="hidden-text">{say('nav.add')}</h1>
        <Empty title={say('add.none')} acts={begin} />
      </>
    );
  }
  if (others.length === 0 && !hasNextPage) {
    return <Navigate to="/works/$work/add" params={{ work: first.id }} replace />;
  }
  return (
    <div className="stack">
      <h1 className="title">{say('add.which')}</h1>
      <ul className="shell-more">
        {works.map(({ id, title }) => (
          <li key={id}>
            <Link to="/works/$work/add" params={{ work: id }}>
              <bdi className="clamped">{title}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
