import type { LookProgress } from '../../../../sdk/imports.ts';
import { Button } from '../../../parts/controls/button.tsx';
import { Progress } from '../../../parts/states/progress.tsx';
import { useBeginRoomWords } from '../../../words/begin/words.ts';

interface Props {
  readonly progress: LookProgress;
  readonly onStop: () => void;
}

/** How far a look at a source is, and the way to end it. */
export function Reading({ progress, onStop }: Props) {
  const say = useBeginRoomWords();
  const { read, total, commits } = progress;
  return (
    <div className="source-reading">
      <div role="status">
        <p className="name">{say('reading')}</p>
        <p className="second">
          {commits === 0 ? say('reading.begins') : say('reading.commits', { n: commits })}
          {total > 0 ? ` · ${say('reading.part', { part: read / total })}` : null}
        </p>
      </div>
      <Progress label={say('reading')} done={read} total={total} />
      <Button onClick={onStop}>{say('reading.stop')}</Button>
    </div>
  );
}
