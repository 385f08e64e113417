import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SweepAnswer } from '../../../actions/works/sweep-work.ts';
import type { WorkAnswer } from '../../../actions/works/answers.ts';
import { useClient } from '../../app/session.ts';
import { Button } from '../../parts/controls/button.tsx';
import { Money } from '../../parts/figures/money.tsx';
import { SumRow, SumRows } from '../../parts/figures/sum-rows.tsx';
import { Sheet } from '../../parts/panels/sheet.tsx';
import { useToast } from '../../parts/panels/toast.tsx';
import { ErrorNote } from '../../parts/states/error-note.tsx';
import { Loading } from '../../parts/states/loading.tsx';
import { isZero } from '../../words/numbers.ts';
import { useWorkRoomWords } from '../../words/work/words.ts';

interface Props {
  readonly work: WorkAnswer;
  readonly onClose: () => void;
}

/** Shows where what is held for other works would go, then passes it on. */
export function PassOnSheet({ work, onClose }: Props) {
  const say = useWorkRoomWords();
  const client = useClient();
  const questions = useQueryClient();
  const toast = useToast();
  const [id] = useState(() => client.newId('act_'));
  const passing = useMutation({
    mutationFn: () => client.works.sweep({ work: work.id }, { id }),
    onSuccess: async () => {
      toast({ text: say('pass-on.done') });
      onClose();
      await questions.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
    },
  });
  const preview = useQuery({
    queryKey: ['sweep-preview', id],
    queryFn: () => client.works.previewSweep({ work: work.id }, { id }),
    enabled: passing.isIdle || passing.isError,
    staleTime: 60_000,
    retry: false,
  });
  return (
    <Sheet
      title={say('pass-on')}
      onClose={onClose}
      acts={
        <>
          <Button
            look="ink"
            wide
            busy={passing.isPending}
            disabled={preview.data === undefined || preview.isError}
            onClick={() => passing.mutate()}
          >
            {say('pass-on.do')}
          </Button>
          <Button look="plain" onClick={onClose}>
            {say('pass-on.not')}
          </Button>
        </>
      }
    >
      <p>{say('pass-on.what')}</p>
      {preview.isPending ? <Loading /> : null}
      {preview.isError ? <ErrorNote error={preview.error} /> : null}
      {preview.data === undefined ? null : <Moves work={work} moves={preview.data.moves} />}
      {passing.isError ? <ErrorNote error={passing.error} /> : null}
    </Sheet>
  );
}

interface MovesProps {
  readonly work: WorkAnswer;
  readonly moves: SweepAnswer['moves'];
}

/** Each movement: to which work, and what comes back. */
function Moves({ work, moves }: MovesProps) {
  const say = useWorkRoomWords();
  const titleOf = (release: string): string =>
    work.buildsOn.find((below) => below.release === release)?.title ?? work.title;
  return (
    <SumRows>
      {moves.flatMap(({ from, to, moved, back, toReserve }) => {
        const isGift = from.startsWith('gift:');
        const name = isGift ? say('pass-on.gift') : say('pass-on.to', { work: titleOf(to) });
        const rows = [
          { name, value: moved },
          { name: say('pass-on.back'), value: back },
          { name: say('pass-on.reserve'), value: toReserve },
        ];
        return rows
          .filter(({ value }, at) => at === 0 || !isZero(value))
          .map((row) => (
            <SumRow key={`${from} ${to} ${moved.currency} ${row.name}`} name={row.name}>
              <Money value={row.value} even />
            </SumRow>
          ));
      })}
    </SumRows>
  );
}
