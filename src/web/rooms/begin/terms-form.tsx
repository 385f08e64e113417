import { lazy, Suspense, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { presetNames } from '../../../domain/agreements/presets.ts';
import { defaultOpenLicence, openLicences } from '../../../domain/licences/spdx.ts';
import { currenciesAsked } from '../../app/questions.ts';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { Choose, Segments } from '../../parts/controls/field.tsx';
import { NumberField } from '../../parts/controls/number-field.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useBeginRoomWords } from '../../words/begin/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { decimalText } from '../../words/numbers.ts';
import { AWARD_CURRENCY, PresetExample } from './preset-example.tsx';
import { isTimes, nothing, usualTimes } from './terms-typed.ts';
import type { Beginning, Free } from './terms-typed.ts';

const BuildsOn = lazy(() => import('./builds-on.tsx'));
const MoreTerms = lazy(() => import('./more-terms.tsx'));

interface Props {
  readonly typed: Beginning;
  readonly change: (next: Partial<Beginning>) => void;
}

interface Asked {
  /** Whether somebody wanted to go on: only then is it said what is missing. */
  readonly asked: boolean;
}

/** The three questions: how an hour counts, times what, opens as. */
export function TermsForm({ typed, change, asked }: Props & Asked) {
  const say = useBeginRoomWords();
  const { locale } = useLocale();
  const usual = defaultOpenLicence(typed.kind);
  return (
    <>
      <fieldset className="path-cards two">
        <legend>{say('preset')}</legend>
        {presetNames.map((name) => (
          <label key={name} className="path-card">
            <input
              type="radio"
              name="preset"
              value={name}
              checked={typed.preset === name}
              onChange={() => change({ preset: name })}
            />
            <span className="name">{say(name)}</span>
            <p className="second">{say(`${name}.how`)}</p>
            <PresetExample preset={name} typed={typed} />
            {name === 'award' ? <NoRate currency={typed.currency} /> : null}
          </label>
        ))}
      </fieldset>
      <HourField typed={typed} change={change} asked={asked} />
      <div className="path-pair">
        <NumberField
          label={say('return')}
          hint={say('return.hint')}
          {...(!isTimes(typed.times, locale) && { error: say('return.range') })}
          value={typed.times}
          placeholder={decimalText(usualTimes(typed.preset), locale)}
          onType={(times) => change({ times })}
        />
        <Choose
          label={say('licence')}
          value={typed.licence}
          choices={[
            { value: '', label: say('licence.usual', { licence: usual }) },
            ...openLicences().map(({ id }) => ({ value: id, label: id })),
          ]}
          onChoose={(licence) => change({ licence })}
        />
      </div>
      <Advanced typed={typed} change={change} asked={asked} />
    </>
  );
}

/** Awards are of one country: where no rate leads from its currency, each line needs one. */
function NoRate({ currency }: { readonly currency: string }) {
  const say = useBeginRoomWords();
  const known = useQuery(currenciesAsked).data?.items.find(({ code }) => code === currency);
  if (known === undefined || known.quoted) return null;
  return (
    <span className="path-note path-card-note">
      <Icon name="warning" size={18} />
      <span>{say('award.no-rate', { award: AWARD_CURRENCY, currency })}</span>
    </span>
  );
}

/** Who uses it free before it opens; any other answer is given clause by clause. */
function FreeField({ typed, change }: Props) {
  const say = useBeginRoomWords();
  const { classes, ...others } = typed.more;
  const isOwn = classes !== undefined;
  return (
    <Segments<Free | ''>
      label={say('free')}
      {...(isOwn && { hint: say('free.own') })}
      value={isOwn ? '' : typed.free}
      choices={(['nobody', 'people', 'non-profits'] as const).map((value) => ({
        value,
        label: say(`free.${value}`),
      }))}
      onChoose={(free) => (free === '' ? undefined : change({ free, more: others }))}
    />
  );
}

function HourField({ typed, change, asked }: Props & Asked) {
  const say = useBeginRoomWords();
  const { preset, currency } = typed;
  if (preset === 'award') {
    return (
      <ClassificationField
        label={say('classification')}
        hint={say('classification.hint')}
        value={typed.classification}
        asked={asked}
        onType={(classification) => change({ classification })}
      />
    );
  }
  const whose = preset === 'equal' ? 'hour.all' : 'hour.mine';
  return (
    <NumberField
      label={say(whose, { currency })}
      hint={say(`${whose}.hint`)}
      currency={currency}
      value={typed.hour}
      onType={(hour) => change({ hour })}
    />
  );
}

/** Every other term, clause by clause; its code is fetched when somebody looks. */
function Advanced({ typed, change, asked }: Props & Asked) {
  const say = useBeginRoomWords();
  const isChanged = typed.free !== nothing.free || typed.buildsOn.length > 0;
  const [isOpen, setIsOpen] = useState(isChanged || Object.keys(typed.more).length > 0);
  return (
    <details
      className="path-more"
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
    >
      <summary>{say('advanced')}</summary>
      {isOpen ? (
        <div className="path-form">
          <p className="second">{say('advanced.says')}</p>
          <FreeField typed={typed} change={change} />
          <Suspense fallback={<Loading />}>
            <BuildsOn typed={typed} change={change} asked={asked} />
            <MoreTerms typed={typed} change={change} />
          </Suspense>
        </div>
      ) : null}
    </details>
  );
}
