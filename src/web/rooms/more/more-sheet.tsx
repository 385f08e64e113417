import { Link } from '@tanstack/react-router';
import { Icon } from '../../parts/icons.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useAppWords } from '../../words/app/words.ts';
import type { Door } from '../../app/rooms.ts';

interface Props {
  readonly doors: readonly Door[];
  readonly onClose: () => void;
}

/** The rooms for which the bar of a phone has no tab. */
export default function MoreSheet({ doors, onClose }: Props) {
  const say = useAppWords();
  return (
    <Sheet title={say('nav.more')} onClose={onClose}>
      <ul className="shell-more">
        {doors.map(({ to, icon, word }) => (
          <li key={to}>
            <Link to={to} onClick={onClose}>
              <Icon name={icon} />
              <span>{say(word)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
