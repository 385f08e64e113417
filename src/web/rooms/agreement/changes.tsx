import type { ReactNode } from 'react';
import { fields } from '../../../domain/agreements/fields.ts';
import type { Terms } from '../../../domain/agreements/fields.ts';
import { termSaying } from '../../../domain/agreements/wording/words.ts';
import type { Tongue } from '../../words/agreement-text/tongue.ts';
import { useAgreementWords } from '../../words/agreement/words.ts';
import { useTermsWords } from '../../words/terms/words.ts';
import { Icon } from '../../parts/icons.tsx';
import { useTongue } from './told.tsx';
import { wordDiff } from './word-diff.ts';
import type { Run } from './word-diff.ts';

/** One changed term, as the domain or the node says it. */
export interface Change {
  readonly clause: number;
  readonly key: string;
  /** Its canonical values, before and now. */
  readonly was?: unknown;
  readonly becomes?: unknown;
  readonly saidWas: string;
  readonly saysNow: string;
  readonly locked: boolean;
}

interface Props {
  readonly changes: readonly Change[];
  /** The terms of either side, by whose names and currency the others are read. */
  readonly terms: Terms;
  /** What stands over each side; before and now where nothing is said. */
  readonly heads?: readonly [string, string];
  /** Each sentence beside the other where there is room, instead of below it. */
  readonly wide?: boolean;
}

/** What changes, clause by clause, before and now. Changed words are struck out or underlined. */
export function Changes({ changes, terms, heads, wide = false }: Props) {
  const say = useAgreementWords();
  const tongue = useTongue();
  const [was, becomes] = heads ?? [say('was'), say('becomes')];
  const clauses = Map.groupBy(changes, ({ clause }) => clause);
  return (
    <>
      {tongue === undefined ? null : <p className="caption">{say('english.changes')}</p>}
      <ol className={wide ? 'agreement-changes is-wide' : 'agreement-changes'}>
        {[...clauses].map(([clause, among]) => (
          <li key={clause}>
            <ClauseName clause={clause} />
            {among.map((change) => (
              <div key={change.key} className="agreement-change">
                <Pair change={change} terms={terms} heads={[was, becomes]} tongue={tongue} />
                {change.locked ? (
                  <p className="agreement-locked caption">
                    <Icon name="key" size={18} />
                    <span>{say('locked')}</span>
                  </p>
                ) : null}
              </div>
            ))}
          </li>
        ))}
      </ol>
    </>
  );
}

interface PairProps {
  readonly change: Change;
  readonly terms: Terms;
  readonly heads: readonly [string, string];
  readonly tongue: Tongue | undefined;
}

/** A sentence before and now: in the reader's language where it has both, else as it is signed. */
function Pair({ change, terms, heads: [was, becomes], tongue }: PairProps) {
  const told = tongue === undefined ? undefined : translated(change, terms, tongue);
  const [before, after] = wordDiff(...(told ?? ([change.saidWas, change.saysNow] as const)));
  const isEnglish = told === undefined;
  return (
    <dl className="agreement-pair">
      <Side head={was} runs={before} mark="del" isEnglish={isEnglish} />
      <Side head={becomes} runs={after} mark="ins" isEnglish={isEnglish} />
    </dl>
  );
}

function translated(change: Change, terms: Terms, tongue: Tongue): [string, string] | undefined {
  const field = fields.find(({ key }) => key === change.key);
  if (field === undefined || change.was === undefined || change.becomes === undefined) {
    return undefined;
  }
  const sentence = (value: unknown): string | undefined =>
    tongue.text(termSaying(field, { ...terms, [field.key]: value }));
  const [before, after] = [sentence(change.was), sentence(change.becomes)];
  return before === undefined || after === undefined ? undefined : [before, after];
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
  readonly isEnglish: boolean;
}

function Side({ head, runs, mark: Mark, isEnglish }: SideProps) {
  return (
    <div>
      <dt className="caption">{head}</dt>
      <dd {...(isEnglish && { lang: 'en', dir: 'ltr' })}>
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
