import { presetOf } from '../../../domain/agreements/presets.ts';
import { defaultOpenLicence } from '../../../domain/licences/spdx.ts';
import { useMember } from '../../app/session.ts';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { freeOf, typedOr, usualTimes } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** The agreement in four sentences, as the answers change it. */
export function Sum({ typed }: { readonly typed: Beginning }) {
  const say = useBeginRoomWords();
  const member = useMember();
  const { locale } = useLocale();
  const { terms } = presetOf(typed.preset);
  const times = typedOr(typed.times, locale) ?? usualTimes(typed.preset);
  const licence = typed.licence === '' ? defaultOpenLicence(typed.kind) : typed.licence;
  return (
    <section className="path-sum">
      <h2 className="panel-title">{say('sum')}</h2>
      <SumLines
        rateBy={rateByOf(terms['rateBy'])}
        times={times}
        cash={textOf(terms['return.cash'])}
        users={say('classes' in typed.more ? 'sum.free.own' : `sum.free.${typed.free}`)}
        licence={licence}
      />
      <p className="path-signatory">
        <span>{say('steward', { name: member?.name ?? '' })}</span>
        <span>{say('sum.unsigned')}</span>
      </p>
    </section>
  );
}

/** What of an agreement its four sentences are made of. */
interface InSentences {
  readonly rateBy: 'award' | 'agreed' | 'equal';
  readonly times: string;
  /** How many times cash is paid back, where that is another number. */
  readonly cash: string | undefined;
  /** Who uses it free, and who pays. */
  readonly users: string;
  readonly licence: string;
}

const rateByOf = (term: unknown): InSentences['rateBy'] =>
  term === 'agreed' || term === 'equal' ? term : 'award';

const textOf = (term: unknown): string | undefined => (typeof term === 'string' ? term : undefined);

interface AgreedProps {
  readonly terms: Readonly<Record<string, unknown>>;
}

/** The same of the terms of an agreement, as the node completed them. */
export function AgreedLines({ terms }: AgreedProps) {
  const say = useBeginRoomWords();
  const free = freeOf(terms['classes']);
  return (
    <SumLines
      rateBy={rateByOf(terms['rateBy'])}
      times={textOf(terms['return']) ?? ''}
      cash={textOf(terms['return.cash'])}
      users={`${say('sum.paid')} ${say(`sum.free.${free ?? 'agreed'}`)}`}
      licence={textOf(terms['open.licence']) ?? ''}
    />
  );
}

/** In four lines: what an hour is worth, what is owed, who uses it free or pays, when it opens. */
function SumLines({ rateBy, times, cash = times, users, licence }: InSentences) {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  const ofCash = cash === times ? '' : ` ${say('sum.cash', { times: decimalText(cash, locale) })}`;
  const sentences = [
    say(`sum.${rateBy}`) + ofCash,
    say('sum.return', { times: decimalText(times, locale) }),
    users,
    say('sum.opens', { licence }),
  ];
  return (
    <ol>
      {sentences.map((sentence) => (
        <li key={sentence}>
          <span>{sentence}</span>
        </li>
      ))}
    </ol>
  );
}
