import { useKeyPlace } from '../../app/session.ts';
import { useAppWords } from '../../words/app/words.ts';
import { Icon } from '../icons.tsx';
import './key-note.css';

/** By whose key somebody signs here, or that it is elsewhere and nothing can be signed. */
export function KeyNote() {
  const say = useAppWords();
  const place = useKeyPlace();
  return (
    <p className="key-note second">
      <Icon name={place === 'elsewhere' ? 'warning' : 'key'} />
      <span>{place === undefined ? '' : say(`key.${place}`)}</span>
    </p>
  );
}
