import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { AgreementAnswer } from '../../../actions/agreements/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { Problem } from '../../../sdk/client.ts';
import { isComing } from '../../app/coming.ts';
import { useOutbox } from '../../app/outbox.ts';
import { useScale } from '../../app/scale.ts';
import { agreementAsked, workAsked } from '../../app/questions.ts';
import { useClient, useMember } from '../../app/session.ts';
import { useDraft } from '../../keep/draft.ts';
import type { Draft } from '../../keep/draft.ts';
import { BackToWork } from '../../parts/controls/back.tsx';
import { Button } from '../../parts/controls/button.tsx';
import { ClassificationField } from '../../parts/controls/classification-field.tsx';
import { leadToWrong, Segments, TextField } from '../../parts/controls/field.tsx';
import { Form } from '../../parts/controls/form.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useAddRoomWords } from '../../words/add/words.ts';
import { useLocale } from '../../words/locale.tsx';
import { quantityText, withPlaces } from '../../words/numbers.ts';
import { BringLink } from '../bring/bring-link.tsx';
import { KeyNote } from '../../parts/states/key-note.tsx';
import { searchOf } from '../work/opened-by.ts';
import '../begin/path.css';
import '../contribution/contribution.css';
import './add.css';
import { CashFields, HoursFields, ThingFields } from './line-form.tsx';
import type { LineProps } from './line-form.tsx';
import { bodyOf, nothing, quantityOf, quantityRead, typedOf, wrongIn } from './line-typed.ts';
import type { LineTyped, Wrong } from './line-typed.ts';
import { MoreFields } from './more-fields.tsx';
import { OwnHour } from './own-hour.tsx';
import { isOwnRateAsked } from './own-rate.ts';
import { localDay } from './timer.tsx';

/** Hours, cash, things: what somebody put into a work. */
export default function AddRoom() {
  const say = useAddRoomWords();
  const { work: id } = useParams({ from: '/works/$work/add' });
  const { data: work } = useSuspenseQuery(workAsked(id));
  const draft = useDraft<LineTyped>(`add:${id}`, nothing);
  const { agreement, isPending } = useAgreementOf(work);
  const isBusy = useRefused(draft.value, draft);
  // All that decides which fields there are: what came later would push the others down.
  if (!draft.ready || isPending) return <Loading />;
  return (
    <div className="path">
      <div className="group">
        <BackToWork work={work} />
        <h1 className="title">{say('title')}</h1>
        {draft.restored && quantityOf(draft.value) !== '' ? (
          <p className="second">{say('draft.kept')}</p>
        ) : null}
        {isBusy ? (
          <p className="second" role="status">
            {say('waits.typed')}
          </p>
        ) : null}
      </div>
      <LineForm work={work} draft={draft} agreement={agreement} />
      <BringLink work={id} />
    </div>
  );
}

/**
 * A contribution that the node refused comes back into the form, to be changed. It waits, and gives
 * true, while something else is typed there.
 */
function useRefused(
  value: LineTyped,
  { ready, change }: Pick<Draft<LineTyped>, 'ready' | 'change'>,
): boolean {
  const { waiting: id } = useSearch({ from: '/works/$work/add' });
  const { waiting, discard } = useOutbox();
  const { locale } = useLocale();
  const line = waiting.find((one) => one.id === id);
  const isBusy = line !== undefined && (quantityOf(value) !== '' || value.what.trim() !== '');
  useEffect(() => {
    if (!ready || line === undefined || isBusy) return;
    change(typedOf(line.body, locale));
    void discard(line.id);
  }, [ready, line, isBusy, change, discard, locale]);
  return isBusy;
}

interface HandedIn {
  readonly work: WorkAnswer;
  readonly draft: Draft<LineTyped>;
}

interface FormProps extends HandedIn {
  /** It says what each line of hours has to name. */
  readonly agreement: AgreementAnswer | undefined;
}

function LineForm({ work, draft, agreement }: FormProps) {
  const say = useAddRoomWords();
  const typed = draft.value;
  const change = (next: Partial<LineTyped>): void => draft.change(next);
  const member = useMember();
  const { isAwardAsked, isHourAsked, isKnown } = useAsked(agreement, typed);
  // What an hour costs that is agreed on, nobody states anew.
  const told = isKnown && !isHourAsked ? { ...typed, hour: '' } : typed;
  const missing = missingOf(typed, { isAwardAsked, isHourAsked });
  const { hand, busy, failed, wrong } = useHandingIn({ work, draft, told, missing });
  const { currency } = work;
  const preset = work.agreement?.preset;
  const shown = { typed, change, currency, wrong };
  return (
    <Form
      className="add-form"
      onSubmit={(form) => void hand().then((isRight) => (isRight ? undefined : leadToWrong(form)))}
    >
      <Segments
        label={say('mode')}
        value={typed.mode}
        choices={(['time', 'cash', 'thing'] as const).map((mode) => ({
          value: mode,
          label: say(`mode.${mode}`),
        }))}
        onChoose={(mode) => change({ mode })}
      />
      <HowMuch {...shown} work={work.id} />
      <TextField
        label={say(typed.mode === 'time' ? 'what' : 'what.thing')}
        value={typed.what}
        onChange={(event) => change({ what: event.target.value })}
      />
      {isAwardAsked ? (
        <ClassificationField
          label={say('classification')}
          hint={say('classification.asked')}
          needed={wrong?.at === 'classification'}
          value={typed.classification}
          onType={(classification) => change({ classification })}
        />
      ) : null}
      {isHourAsked ? (
        <OwnHour
          work={work.id}
          agent={member?.id ?? ''}
          currency={currency}
          value={typed.hour}
          hours={typed.hours}
          {...(wrong?.is === 'own-hour.missing' && { error: say(wrong.is) })}
          onType={(hour) => change({ hour })}
        />
      ) : null}
      <MoreFields
        {...shown}
        isAwardAsked={isAwardAsked}
        {...(preset !== undefined && { preset })}
        isAsked={failed !== undefined || (wrong !== undefined && !AHEAD.has(wrong.at))}
      />
      {failed === undefined ? null : <ErrorNote error={failed} kept={say('draft.kept')} />}
      <div className="add-acts">
        <AddButton typed={typed} busy={busy} />
      </div>
      <KeyNote />
    </Form>
  );
}

/** How much it was, in what the mode is counted in. */
function HowMuch({ work, ...shown }: LineProps & { readonly work: string }) {
  const { mode } = shown.typed;
  if (mode === 'time') return <HoursFields {...shown} work={work} />;
  return mode === 'cash' ? <CashFields {...shown} /> : <ThingFields {...shown} />;
}

/** The agreement that says what each line has to name, as soon as it is there. */
function useAgreementOf({ agreement }: WorkAnswer) {
  const id = agreement?.id ?? '';
  const asked = useQuery({ ...agreementAsked(id), enabled: agreement !== null });
  return { agreement: asked.data, isPending: isComing(asked) };
}

/**
 * What the agreement leaves to each line of hours: the award, where it counts by one and names
 * none; the rate, where it counts by agreed ones and has none for whoever adds it.
 */
function useAsked(data: AgreementAnswer | undefined, { mode, labour: kind, from }: LineTyped) {
  const member = useMember();
  const isTime = mode === 'time';
  const whose = { agent: member?.id ?? '', kind, day: from || localDay(new Date()) };
  return {
    isAwardAsked:
      isTime && data?.terms['rateBy'] === 'award' && data.terms['classification'] === null,
    isHourAsked: isTime && isOwnRateAsked(data, whose),
    isKnown: data !== undefined,
  };
}

/** What stands ahead of the fields that are folded away. */
const AHEAD: ReadonlySet<Wrong['at']> = new Set(['quantity', 'classification']);

/** What the agreement asks of each line and is not typed. */
function missingOf(
  { classification, hour }: LineTyped,
  asked: { readonly isAwardAsked: boolean; readonly isHourAsked: boolean },
): Wrong | undefined {
  if (asked.isAwardAsked && classification.trim() === '') {
    return { at: 'classification', is: 'missing' };
  }
  if (asked.isHourAsked && hour.trim() === '') return { at: 'rate', is: 'own-hour.missing' };
  return undefined;
}

/** Says what it will add, so that the second tap is no leap in the dark. */
function AddButton({ typed, busy }: { readonly typed: LineTyped; readonly busy: boolean }) {
  const say = useAddRoomWords();
  const { locale } = useLocale();
  const plain = quantityRead(typed, locale) ?? '';
  const isHours = typed.mode === 'time' && plain !== '';
  const quantity = withPlaces(plain, 0);
  return (
    <Button type="submit" look="ink" busy={busy} wide>
      {isHours
        ? say('add.hours', { quantity: quantityText({ quantity, unit: 'h' }, locale) })
        : say('add')}
    </Button>
  );
}

interface HandingProps extends HandedIn {
  /** What is typed, without what nobody is asked for. */
  readonly told: LineTyped;
  readonly missing: Wrong | undefined;
}

/** Lays it in the outbox first, so that nothing is lost, and sends it from there. */
function useHandingIn({ work, draft, told: typed, missing }: HandingProps) {
  const say = useAddRoomWords();
  const client = useClient();
  const navigate = useNavigate();
  const toast = useToast();
  const outbox = useOutbox();
  const { locale } = useLocale();
  const scale = useScale(work.currency);
  const [state, setState] = useState<{ busy: boolean; failed?: unknown; wrong?: Wrong }>({
    busy: false,
  });
  const found = (): Wrong | undefined => wrongIn(typed, { locale, scale }) ?? missing;
  /** Whether it could be handed in, as far as the form can tell. */
  const hand = async (): Promise<boolean> => {
    const wrong = found();
    if (state.busy) return true;
    setState({ busy: wrong === undefined, ...(wrong !== undefined && { wrong }) });
    if (wrong !== undefined) return false;
    const id = client.newId('con_');
    try {
      const { id: workId, currency, release } = work;
      const today = localDay(new Date());
      const place = { work: workId, release: release.id, currency, today, locale };
      const at = new Date().toISOString();
      const left = await outbox.hand({ id, body: bodyOf(typed, place), at });
      if (left?.problem !== undefined) {
        await outbox.discard(id);
        setState({ busy: false, failed: new Problem(left.problem) });
        return true;
      }
      const { labour, classification, mode, hour } = typed;
      // The next one is likely of the same kind.
      await draft.discard({ labour, classification, hour, mode });
      toast({ text: say(left === undefined ? 'done' : 'waits.toast') });
      await navigate({
        to: '/works/$work',
        params: { work: workId },
        search: searchOf(work),
      });
    } catch (failed) {
      // It is still in the form: laid out as well, the next press would make two of it.
      await outbox.discard(id).catch(() => undefined);
      setState({ busy: false, failed });
    }
    return true;
  };
  // What is put right is wrong no longer.
  const wrong = state.wrong === undefined ? undefined : found();
  return { hand, ...state, wrong };
}
