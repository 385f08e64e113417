import { useMemo, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import { agreementText } from '../../../domain/agreements/text.ts';
import type { AgreementText, TextSection } from '../../../domain/agreements/text.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { useTermsWords } from '../../words/terms/words.ts';
import { termsIn } from './asked.ts';
import './agreement.css';

interface Props {
  readonly agreement: AgreementAnswer;
  /** How deep its headings are: under the title of a page, or of a panel. */
  readonly level?: 'h2' | 'h3';
}

/**
 * The agreement to read, clause by clause. It is made here from the terms, as the text that is
 * signed is: both have the same hash, or only the raw text is shown.
 */
export default function Reading({ agreement, level = 'h3' }: Props) {
  const say = useAgreementWords();
  const { language } = useLocale();
  const [isRaw, setIsRaw] = useState(false);
  const text = useMemo(() => sameText(agreement), [agreement]);
  return (
    <div className="reading">
      {language === 'en' ? null : (
        <p className="reading-note">
          <Icon name="statement" />
          <span>{say('english')}</span>
        </p>
      )}
      {text === undefined || isRaw ? (
        <pre className="agreement-text" dir="ltr" lang="en" tabIndex={0}>
          {agreement.text}
        </pre>
      ) : (
        <article className="reading-text">
          {text.sections.map((section) => (
            <Section key={section.id} section={section} level={level} />
          ))}
        </article>
      )}
      <Same agreement={agreement} isSame={text !== undefined} />
      <div className="row no-print">
        {text === undefined ? null : (
          <Button aria-pressed={isRaw} onClick={() => setIsRaw(!isRaw)}>
            {say('raw')}
          </Button>
        )}
        <a className={buttonClass()} href={`/agreements/${agreement.id}/text`} download>
          {say('save')}
        </a>
        <Button onClick={() => window.print()}>{say('print')}</Button>
      </div>
    </div>
  );
}

/** The text made anew, where it is the signed one to the byte. */
function sameText(agreement: AgreementAnswer): AgreementText | undefined {
  try {
    const text = agreementText(termsIn(agreement));
    return text.textHash === agreement.textHash && text.plain === agreement.text ? text : undefined;
  } catch {
    // Made by words that this app does not have: the text as the node has it is what counts.
    return undefined;
  }
}

/** Says that what is read is what is signed, and by which hash. */
function Same({ agreement, isSame }: { agreement: AgreementAnswer; isSame: boolean }) {
  const say = useAgreementWords();
  return (
    <div className="reading-same">
      <p className="row">
        <Icon name="shield" />
        <span className="name">{say('this-is-it')}</span>
      </p>
      <p className="second">{say(isSame ? 'hash.same' : 'hash.raw')}</p>
      <p className="mono reading-hash" dir="ltr">
        {agreement.textHash}
      </p>
    </div>
  );
}

/** A part of the text; its title and a sentence about it in the reader's language too. */
function Section({ section, level: Level }: { section: TextSection; level: 'h2' | 'h3' }) {
  const sayTerms = useTermsWords();
  const { language, locale } = useLocale();
  const { id, clause, heading, paragraphs, items } = section;
  const name = `cl.${clause ?? (id === 'heading' ? 0 : id)}`;
  const isTranslated = language !== 'en' && sayTerms.has(name);
  const gist = `${name}.says`;
  return (
    <section id={id} className="reading-part" data-part={clause === null ? id : 'clause'}>
      <Level className="reading-head">
        {clause === null ? null : (
          <span className="reading-number">{decimalText(String(clause), locale)}</span>
        )}
        {isTranslated ? <span>{sayTerms(name)}</span> : <span lang="en">{heading}</span>}
      </Level>
      {isTranslated && sayTerms.has(gist) ? <p className="second">{sayTerms(gist)}</p> : null}
      <div className="reading-words" lang="en" dir="ltr">
        {paragraphs.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {items.length === 0 ? null : (
          <ul>
            {items.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
