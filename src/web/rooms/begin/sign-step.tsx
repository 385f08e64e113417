import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { agreementAsked } from '../../app/questions.ts';
import { useClient } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import Reading from '../agreement/reading.tsx';
import { SignedText } from '../agreement/standing.tsx';

interface Props {
  readonly agreement: string;
  /** The id of the signature: a second try is the same one. */
  readonly signature: string;
  readonly title: string;
  readonly onBack: () => void;
  readonly onSigned: () => void;
}

/** The whole text of an agreement, who signs it with what key, and the signature. */
export function SignStep({ agreement: id, signature, title, onBack, onSigned }: Props) {
  const say = useBeginRoomWords();
  const client = useClient();
  const { data: agreement } = useSuspenseQuery(agreementAsked(id));
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const sign = async (): Promise<void> => {
    setBusy(true);
    setFailed(undefined);
    const { termsHash, textHash } = agreement;
    try {
      await client.agreements.sign({ agreement: id, termsHash, textHash }, { id: signature });
      onSigned();
    } catch (error) {
      setFailed(error);
      setBusy(false);
    }
  };
  return (
    <section className="path-form">
      <h1 className="title">{say('agreement', { work: title })}</h1>
      <Reading agreement={agreement} level="h2" />
      <SignedText version={agreement.version} />
      <KeyNote />
      {failed === undefined ? null : (
        <ErrorNote error={failed} kept={say('draft.kept')} onRetry={() => void sign()} />
      )}
      <div className="path-acts is-held">
        <Button look="ink" busy={busy} onClick={() => void sign()} wide>
          {say('sign')}
        </Button>
        <Button onClick={onBack}>{say('back')}</Button>
      </div>
    </section>
  );
}
