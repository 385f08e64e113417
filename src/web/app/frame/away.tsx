import { Icon } from '../../parts/icons.tsx';
import { useAppWords } from '../../words/app/words.ts';

/** Says that the node does not answer, what is kept meanwhile, and that nobody has to wait here. */
export function Away() {
  const say = useAppWords();
  return (
    <div className="shell-note no-print" role="status">
      <Icon name="offline" />
      <div>
        <p className="name">{say('error.away.title')}</p>
        <p className="second">{say('away.says')}</p>
      </div>
    </div>
  );
}
