import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { useContributionWords } from '../../words/contribution/words.ts';
import type { Acting } from './acting.ts';

/** What every form over a contribution is given. */
export interface FormProps {
  readonly work: WorkAnswer;
  readonly line: ContributionAnswer;
  readonly name: string;
  /** Back to reading, without or after having done it. */
  readonly onBack: () => void;
}

interface Props {
  readonly line: ContributionAnswer;
  readonly title: string;
  readonly verb: string;
  readonly acting: Acting;
  /** Says whether what was typed can be sent; shows what is wrong where it cannot. */
  readonly check?: () => boolean;
  readonly restored?: boolean;
  readonly onBack: () => void;
  readonly children: ReactNode;
}

const standing = ({ status, supersededBy, quantity, estimate }: ContributionAnswer): string =>
  [status, supersededBy, quantity, estimate].join(' ');

/**
 * A form over a contribution: what it means, what is typed, one act. When the line changes under
 * it, it says so and sends nothing; what was typed stays.
 */
export function LineForm(props: Props) {
  const { line, title, verb, acting, check, restored = false, onBack, children } = props;
  const say = useContributionWords();
  const [before] = useState(standing(line));
  const isOther = standing(line) !== before && !acting.busy;
  if (isOther) return <Meanwhile onBack={onBack} />;
  return (
    <Form
      className="line-form"
      onSubmit={() => {
        if (!acting.busy && (check === undefined || check())) acting.send();
      }}
    >
      <h3 className="panel-title">{title}</h3>
      {restored ? <p className="caption">{say('restored')}</p> : null}
      {children}
      <KeyNote />
      {acting.error === null ? null : <ErrorNote error={acting.error} kept={say('kept')} />}
      <div className="row">
        <Button type="submit" look="ink" busy={acting.busy}>
          {verb}
        </Button>
        <Button look="plain" onClick={onBack}>
          {say('keep')}
        </Button>
      </div>
    </Form>
  );
}

function Meanwhile({ onBack }: { readonly onBack: () => void }) {
  const say = useContributionWords();
  return (
    <section className="line-form" role="alert">
      <p className="panel-title">{say('meanwhile')}</p>
      <p>{say('meanwhile.do')}</p>
      <div className="row">
        <Button look="ink" onClick={onBack}>
          {say('see')}
        </Button>
      </div>
    </section>
  );
}
