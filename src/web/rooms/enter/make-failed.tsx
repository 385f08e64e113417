import { ErrorNote } from '../../parts/states/error-note.tsx';
import { useEnterWords } from '../../words/enter/words.ts';
import { passkeyNo } from './passkeys.ts';

/** Why no passkey was made: a sentence for what the browser said no to. */
export default function MakeFailed({ error }: { readonly error: unknown }) {
  const say = useEnterWords();
  const no = passkeyNo(error);
  if (no === undefined) return <ErrorNote error={error} />;
  return <p role="alert">{say(no === 'closed' ? 'closed.making' : no)}</p>;
}
