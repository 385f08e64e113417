import { useMemo, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import { agreementText, saidSections } from '../../../domain/agreements/text.ts';
import type { AgreementText, SaidSection } from '../../../domain/agreements/text.ts';
import { inEnglish } from '../../../domain/agreements/wording/saying.ts';
import type { Saying } from '../../../domain/agreements/wording/saying.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Segments } from '../../parts/controls/field.tsx';
import { Icon } from '../../parts/icons.tsx';
import type { Tongue } from '../../words/agreement-text/tongue.ts';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { useTermsWords } from '../../words/terms/words.ts';
import { termsIn } from './asked.ts';
import { Told, useTongue } from './told.tsx';
import './agreement.css';

interface Props {
  readonly agreement: AgreementAnswer;
  /** How deep its headings are: under the title of a page, or of a panel. */
  readonly level?: 'h2' | 'h3';
}

/** Which text is shown: the reader's language, the one that is signed, or that one unadorned. */
type Shown = 'own' | 'signed' | 'raw';

/**
 * The agreement to read, clause by clause. It is made here from the terms, as the text that is
 * signed is: both have the same hash, or only the raw text is shown. Whoever reads another language
 * reads the same sentences in it, and can always see those that are signed.
 */
export default function Reading({ agreement, level = 'h3' }: Props) {
  const say = useAgreementWords();
  const tongue = useTongue();
  const [chosen, setChosen] = useState<Shown>('own');
  const text = useMemo(() => sameText(agreement), [agreement]);
  const shown = text === undefined ? 'raw' : chosen;
  return (
    <div className="reading">
      {tongue === undefined || text === undefined ? null : (
        <Translated shown={shown} onChoose={setChosen} />
      )}
      {text === undefined || shown === 'raw' ? (
        <pre className="agreement-text" dir="ltr" lang="en" tabIndex={0}>
          {agreement.text}
        </pre>
      ) : (
        <Sections
          agreement={agreement}
          text={text}
          level={level}
          {...(shown === 'own' && tongue !== undefined && { tongue })}
        />
      )}
      <Same
        agreement={agreement}
        isSame={text !== undefined}
        isTranslated={shown === 'own' && tongue !== undefined}
      />
      <div className="row no-print">
        {text === undefined ? null : (
          <Button
            aria-pressed={shown === 'raw'}
            onClick={() => setChosen(shown === 'raw' ? 'own' : 'raw')}
          >
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

interface TranslatedProps {
  readonly shown: Shown;
  readonly onChoose: (shown: Shown) => void;
}

/** What a translation is for, and the way from it to the text that is signed. */
function Translated({ shown, onChoose }: TranslatedProps) {
  const say = useAgreementWords();
  return (
    <div className="reading-tongue">
      <p className="reading-note">
        <Icon name="statement" />
        <span>{say('english')}</span>
      </p>
      <div className="no-print">
        <Segments
          label={say('tongue')}
          value={shown === 'own' ? 'own' : 'signed'}
          choices={[
            { value: 'own', label: say('tongue.own') },
            { value: 'signed', label: say('tongue.signed') },
          ]}
          onChoose={onChoose}
        />
      </div>
    </div>
  );
}

interface SameProps {
  readonly agreement: AgreementAnswer;
  readonly isSame: boolean;
  readonly isTranslated: boolean;
}

/** Says what is signed, and by which hash: what is read here, or what it is translated from. */
function Same({ agreement, isSame, isTranslated }: SameProps) {
  const say = useAgreementWords();
  return (
    <div className="reading-same">
      <p className="row">
        <Icon name="shield" />
        <span className="name">{say(isTranslated ? 'tongue.hash' : 'this-is-it')}</span>
      </p>
      <p className="second">{say(isSame ? 'hash.same' : 'hash.raw')}</p>
      <p className="mono reading-hash" dir="ltr">
        {agreement.textHash}
      </p>
    </div>
  );
}

interface SectionsProps {
  readonly agreement: AgreementAnswer;
  readonly text: AgreementText;
  readonly level: 'h2' | 'h3';
  /** Who translates it; without one it is the English that is signed. */
  readonly tongue?: Tongue;
}

function Sections({ agreement, text, level, tongue }: SectionsProps) {
  const sections = useMemo(
    () => saidSections(termsIn(agreement), text.template),
    [agreement, text],
  );
  return (
    <article className="reading-text" {...(tongue === undefined && { lang: 'en', dir: 'ltr' })}>
      {sections.map((section) => (
        <Section
          key={section.id}
          section={section}
          level={level}
          {...(tongue !== undefined && { tongue })}
        />
      ))}
    </article>
  );
}

interface SectionProps extends Pick<SectionsProps, 'level' | 'tongue'> {
  readonly section: SaidSection;
}

function Section({ section, level: Level, tongue }: SectionProps) {
  const { locale } = useLocale();
  const { id, clause, paragraphs, items } = section;
  const told = (one: Saying) =>
    tongue === undefined ? inEnglish(one) : <Told said={one} tongue={tongue} />;
  return (
    <section id={id} className="reading-part" data-part={clause === null ? id : 'clause'}>
      <Level className="reading-head">
        {clause === null ? null : (
          <span className="reading-number">
            {decimalText(String(clause), tongue === undefined ? 'en-GB' : locale)}
          </span>
        )}
        <Heading section={section} isTranslated={tongue !== undefined} />
      </Level>
      <div className="reading-words">
        {paragraphs.map((sentences, at) => (
          <p key={at}>
            {sentences.map((one, place) => (
              <span key={one.text}>
                {place === 0 ? null : ' '}
                {told(one)}
              </span>
            ))}
          </p>
        ))}
        {items.length === 0 ? null : (
          <ul>
            {items.map((one, at) => (
              <li key={at}>{told(one)}</li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

/** The title of a part: as it is signed, or by the words that the terms are edited with. */
function Heading({ section, isTranslated }: { section: SaidSection; isTranslated: boolean }) {
  const sayTerms = useTermsWords();
  const { id, clause, heading } = section;
  const name = `cl.${clause ?? (id === 'heading' ? 0 : id)}`;
  if (isTranslated && sayTerms.has(name)) return <span>{sayTerms(name)}</span>;
  return <span lang="en">{inEnglish(heading)}</span>;
}
