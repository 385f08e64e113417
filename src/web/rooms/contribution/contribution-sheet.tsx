import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ContributionAnswer } from '../../../actions/contributions/answers.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { agreementAsked, contributionAsked } from '../../app/questions.ts';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { useWorkRoomWords } from '../../words/work/words.ts';
import { useLineName } from '../work/line-name.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { CancelForm, WithdrawForm } from './ending-forms.tsx';
import { Facts } from './facts.tsx';
import { LineActs } from './line-acts.tsx';
import type { Mode } from './line-acts.tsx';
import { RejectForm } from './reject-form.tsx';
import { ReplaceForm } from './replace-form.tsx';
import { Reviews } from './reviews.tsx';
import './contribution.css';

interface Props {
  readonly work: WorkAnswer;
  readonly id: string;
  readonly onClose: () => void;
}

/** One contribution: what is known of it, who reviewed it, and what whoever reads it may do. */
export default function ContributionSheet({ work, id, onClose }: Props) {
  const say = useWorkRoomWords();
  const { data, error, refetch } = useQuery(contributionAsked(id));
  if (data !== undefined) return <Shown work={work} line={data} onClose={onClose} />;
  return (
    <Sheet title={say('lines.what')} onClose={onClose}>
      {error === null ? <Loading /> : <ErrorNote error={error} onRetry={() => void refetch()} />}
    </Sheet>
  );
}

interface ShownProps {
  readonly work: WorkAnswer;
  readonly line: ContributionAnswer;
  readonly onClose: () => void;
}

function Shown({ work, line, onClose }: ShownProps) {
  const name = useLineName()(line);
  const [mode, setMode] = useState<Mode>('read');
  // The criteria that a form offers are there when it opens.
  useQuery({ ...agreementAsked(line.agreement ?? ''), enabled: line.agreement !== null });
  const form = { work, line, name, onBack: () => setMode('read') };
  const forms = {
    reject: () => <RejectForm {...form} />,
    confirm: () => <ConfirmForm {...form} />,
    replace: () => <ReplaceForm {...form} />,
    withdraw: () => <WithdrawForm {...form} />,
    cancel: () => <CancelForm {...form} />,
  };
  return (
    <Sheet
      title={<bdi dir="auto">{name}</bdi>}
      onClose={onClose}
      acts={
        mode === 'read' ? (
          <LineActs work={work} line={line} name={name} onMode={setMode} />
        ) : undefined
      }
    >
      {mode === 'read' ? (
        <>
          <Facts line={line} />
          <Reviews line={line} />
        </>
      ) : (
        forms[mode]()
      )}
    </Sheet>
  );
}
