import { Link } from '@tanstack/react-router';
import { buttonClass } from '../../parts/controls/button.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Part } from './part.tsx';

/** The way to the books, which on a phone have no door of their own. */
export function Books() {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  return (
    <Part id="books" title={say('books')}>
      <div className="row">
        <Link to="/ledger" className={buttonClass()}>
          {sayApp('nav.ledger')}
        </Link>
        <Link to="/record" className={buttonClass()}>
          {sayApp('nav.record')}
        </Link>
      </div>
    </Part>
  );
}
