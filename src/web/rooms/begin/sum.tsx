import { defaultOpenLicence } from '../../../domain/licences/spdx.ts';
import { useMember } from '../../app/session.ts';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { isNumber, usualTimes } from './terms-typed.ts';
import type { Beginning } from './terms-typed.ts';

/** The agreement in four sentences, as the answers change it. */
export function Sum({ typed }: { readonly typed: Beginning }) {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  const member = useMember();
  const typedTimes = typed.times.trim();
  const times = typedTimes !== '' && isNumber(typedTimes) ? typedTimes : usualTimes(typed.preset);
  const licence = typed.licence === '' ? defaultOpenLicence(typed.kind) : typed.licence;
  return (
    <section className="path-sum">
      <h2 className="panel-title">{say('sum')}</h2>
      <ol>
        <li>
          <span>{say(`sum.${typed.preset}`)}</span>
        </li>
        <li>
          <span>{say('sum.return', { times: decimalText(times, locale) })}</span>
        </li>
        <li>
          <span>{say('sum.paid')}</span>
        </li>
        <li>
          <span>{say('sum.opens', { licence })}</span>
        </li>
      </ol>
      <p className="path-signatory">
        <span>{say('steward', { name: member?.name ?? '' })}</span>
        <span>{say('sum.unsigned')}</span>
      </p>
    </section>
  );
}
