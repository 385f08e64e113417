import { lazy, Suspense, useState } from 'react';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Button } from '../../parts/controls/button.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';

const Reading = lazy(() => import('../agreement/agreement-sheet.tsx'));

type Brief = NonNullable<WorkAnswer['agreement']>;

/** Which agreement there is, who has signed it, and its text to read. */
export function AgreementPart({ work: { agreement } }: { readonly work: WorkAnswer }) {
  const say = useWorkRoomWords();
  return (
    <section className="work-part">
      <h2 className="section-title">{say('agreement.title')}</h2>
      {agreement === null ? (
        <p className="second">{say('agreement.none')}</p>
      ) : (
        <Signatures agreement={agreement} />
      )}
    </section>
  );
}

function Signatures({ agreement }: { readonly agreement: Brief }) {
  const say = useWorkRoomWords();
  const sayBegin = useBeginRoomWords();
  const { locale } = useLocale();
  const [reading, setReading] = useState(false);
  const { preset } = agreement;
  const list = new Intl.ListFormat(locale);
  const names = (among: Brief['signed']): string =>
    list.format(among.map(({ name }) => `\u2068${name}\u2069`));
  return (
    <>
      <p className="lead">
        {say('agreement.version', { version: agreement.version })}
        {' · '}
        <bdi>{sayBegin.has(preset) ? sayBegin(preset) : preset}</bdi>
      </p>
      {agreement.signed.length === 0 ? null : (
        <p>{say('agreement.by', { names: names(agreement.signed) })}</p>
      )}
      {agreement.unsigned.length === 0 ? null : (
        <p className="second">{say('agreement.not-by', { names: names(agreement.unsigned) })}</p>
      )}
      <div className="row">
        <Button aria-haspopup="dialog" onClick={() => setReading(true)}>
          {say('agreement.read')}
        </Button>
      </div>
      {reading ? (
        <Suspense fallback={null}>
          <Reading id={agreement.id} onClose={() => setReading(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
