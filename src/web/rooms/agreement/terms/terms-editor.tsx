import { useId, useState } from 'react';
import { fields } from '../../../../domain/agreements/fields.ts';
import type { Terms } from '../../../../domain/agreements/fields.ts';
import type { Field } from '../../../../domain/agreements/reading/field.ts';
import { isLocked } from '../../../../domain/agreements/version.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Icon } from '../../../parts/icons.tsx';
import { useAgreementWords } from '../../../words/agreement/words.ts';
import { useLocale } from '../../../words/locale.tsx';
import { decimalText } from '../../../words/numbers.ts';
import { useTermsWords } from '../../../words/terms/words.ts';
import { choosable, entryIn, typedWith } from './checked.ts';
import type { Checked } from './checked.ts';
import { TermField } from './term-field.tsx';
import type { At, Entry, Typed } from './typed.ts';
import './terms.css';

interface Props {
  /** What stands where nothing is typed. */
  readonly terms: Terms;
  readonly typed: Typed;
  readonly checked: Checked;
  readonly at: At;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Terms that are asked for elsewhere on the page. */
  readonly without?: readonly string[];
  /** Whether a release follows these terms, so that some are locked. */
  readonly isAgreed?: boolean;
  readonly onType: (typed: Typed) => void;
}

/** Every term that one can choose, clause by clause; each clause opens when it is looked into. */
export function TermsEditor(props: Props) {
  const { without = [] } = props;
  const clauses = [...new Set(fields.map(({ clause }) => clause))].toSorted((a, b) => a - b);
  const among = (clause: number) =>
    choosable.filter((field) => field.clause === clause && !without.includes(field.key));
  return (
    <div className="terms">
      {clauses.map((clause) =>
        among(clause).length === 0 ? null : (
          <Clause key={clause} clause={clause} terms={among(clause)} {...{ props }} />
        ),
      )}
    </div>
  );
}

interface ClauseProps {
  readonly clause: number;
  readonly terms: typeof choosable;
  readonly props: Props;
}

function Clause({ clause, terms, props }: ClauseProps) {
  const say = useTermsWords();
  const sayAgreement = useAgreementWords();
  const { locale } = useLocale();
  const changed = terms.filter(({ key }) => key in props.typed).length;
  const [isOpen, setIsOpen] = useState(changed > 0);
  const [title, gist] = [`cl.${clause}`, `cl.${clause}.says`];
  return (
    <details
      className="terms-clause"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>
        <span className="terms-number">
          {clause === 0 ? '' : decimalText(String(clause), locale)}
        </span>
        <span className="name">{say.has(title) ? say(title) : clause}</span>
        {changed === 0 ? null : (
          <span className="terms-changed">{sayAgreement('changed.n', { n: changed })}</span>
        )}
        <Icon name="down" size={18} />
      </summary>
      {isOpen ? (
        <div className="terms-fields">
          {say.has(gist) ? <p className="second">{say(gist)}</p> : null}
          {terms.map((field) => (
            <Term key={field.key} field={field} props={props} />
          ))}
        </div>
      ) : null}
    </details>
  );
}

function Term({ field, props }: { readonly field: Field; readonly props: Props }) {
  const { terms, typed, checked, at, today, isAgreed = false, onType } = props;
  const say = useTermsWords();
  const note = useId();
  const put = (entry: Entry): void =>
    onType(typedWith(terms, typed, field, { entry, locale: at.locale }));
  const isChanged = field.key in typed;
  const undo = (): void => {
    const { [field.key]: _, ...others } = typed;
    onType(others);
  };
  return (
    <div className={isChanged ? 'terms-one is-changed' : 'terms-one'}>
      <TermField
        field={field}
        entry={entryIn(terms, typed, field, at.locale)}
        fault={checked.faults.get(field.key)}
        at={at}
        today={today}
        onType={put}
      />
      {isChanged ? (
        <div className="terms-mark">
          <span className="terms-changed" id={note}>
            {say('changed')}
          </span>
          <Button look="plain" icon="undo" aria-describedby={note} onClick={undo}>
            {say('undo')}
          </Button>
        </div>
      ) : null}
      {isChanged && isAgreed && isLocked(field.key, terms.locked) ? (
        <p className="terms-locked caption">
          <Icon name="key" size={18} />
          <span>{say('locks')}</span>
        </p>
      ) : null}
    </div>
  );
}
