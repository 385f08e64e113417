import type { ReactNode } from 'react';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useTermsWords } from '../../words/terms/words.ts';
import { Icon } from '../../parts/icons.tsx';
import { wordDiff } from './word-diff.ts';
import type { Run } from './word-diff.ts';

/** One changed term, as the domain or the node says it. */
export interface Change {
  readonly clause: number;
  readonly key: string;
  readonly saidWas: string;
  readonly saysNow: string;
  readonly locked: boolean;
}

interface Props {
  readonly changes: readonly Change[];
  /** What stands over each side; before and now where nothing is said. */
  readonly heads?: readonly [string, string];
  /** Each sentence beside the other where there is room, instead of below it. */
  readonly wide?: boolean;
}

/** What changes, clause by clause, before and now. Changed words are struck out or underlined. */
export function Changes({ changes, heads, wide = false }: Props) {
  const say = useAgreementWords();
  const [was, becomes] = heads ?? [say('was'), say('becomes')];
  const clauses = Map.groupBy(changes, ({ clause }) => clause);
  return (
    <ol className={wide ? 'agreement-changes is-wide' : 'agreement-changes'}>
      {[...clauses].map(([clause, among]) => (
        <li key={clause}>
          <ClauseName clause={clause} />
          {among.map(({ key, saidWas, saysNow, locked }) => {
            const [before, after] = wordDiff(saidWas, saysNow);
            return (
              <div key={key} className="agreement-change">
                <dl className="agreement-pair">
                  <Side head={was} runs={before} mark="del" />
                  <Side head={becomes} runs={after} mark="ins" />
                </dl>
                {locked ? (
                  <p className="agreement-locked caption">
                    <Icon name="key" size={18} />
                    <span>{say('locked')}</span>
                  </p>
                ) : null}
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}

/** Number and title of a clause, in the reader's language. */
export function ClauseName({ clause }: { readonly clause: number }) {
  const say = useAgreementWords();
  const sayTerms = useTermsWords();
  const title = `cl.${clause}`;
  return (
    <p className="agreement-clause">
      {clause === 0 ? null : <span className="caption">{say('clause', { clause })}</span>}
      <span className="name">{sayTerms.has(title) ? sayTerms(title) : say('heading')}</span>
    </p>
  );
}

interface SideProps {
  readonly head: string;
  readonly runs: readonly Run[];
  readonly mark: 'del' | 'ins';
}

function Side({ head, runs, mark: Mark }: SideProps) {
  return (
    <div>
      <dt className="caption">{head}</dt>
      <dd lang="en" dir="ltr">
        {runs.map(({ text, own }, at): ReactNode => {
          const key = `${at} ${text}`;
          if (!own) return <span key={key}>{text}</span>;
          const words = text.trimEnd();
          return (
            <span key={key}>
              <Mark>{words}</Mark>
              {text.slice(words.length)}
            </span>
          );
        })}
      </dd>
    </div>
  );
}
