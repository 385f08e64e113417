import { useId, useState } from 'react';
import { Icon } from '../../../parts/icons.tsx';
import { useBeginRoomWords } from '../../../words/begin/words.ts';

/** The most bytes that the node takes of a file. */
const BYTES_MAX = 256_000_000;

interface Props {
  readonly label: string;
  readonly hint: string;
  /** What a file picker offers first, such as ".gz,.log". */
  readonly accept: string;
  /** The one that was chosen before. */
  readonly file: File | undefined;
  readonly onFile: (file: File) => void;
}

/** Takes a file by the system's picker, or dropped on it. */
export function ChooseFile({ label, hint, accept, file, onFile }: Props) {
  const say = useBeginRoomWords();
  const id = useId();
  const [isOver, setOver] = useState(false);
  const [wrong, setWrong] = useState<'file.large' | 'file.unreadable'>();
  const take = async (list: FileList | null): Promise<void> => {
    const [one] = list ?? [];
    if (one === undefined) return;
    const found = await wrongWith(one);
    setWrong(found);
    if (found === undefined) onFile(one);
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div
        className={isOver ? 'source-drop is-over' : 'source-drop'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files);
        }}
      >
        <Icon name="statement" />
        <span className={file === undefined ? 'second' : 'name'}>
          {file === undefined ? say('file.drop') : <bdi>{file.name}</bdi>}
        </span>
        <span className="button outlined" aria-hidden="true">
          {say(file === undefined ? 'file.choose' : 'file.other')}
        </span>
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={`${id}-note`}
          aria-invalid={wrong === undefined ? undefined : true}
          onChange={(event) => {
            void take(event.target.files);
            // The same file again, once it was mended, is a choice too.
            event.target.value = '';
          }}
        />
      </div>
      <p
        id={`${id}-note`}
        className={wrong === undefined ? 'field-hint' : 'field-error'}
        role={wrong === undefined ? undefined : 'alert'}
      >
        {wrong === undefined ? hint : say(wrong)}
      </p>
    </div>
  );
}

/** A folder that was dropped is no file, and one that was moved away cannot be read. */
async function wrongWith(file: File): Promise<'file.large' | 'file.unreadable' | undefined> {
  if (file.size > BYTES_MAX) return 'file.large';
  try {
    await file.slice(0, 1).arrayBuffer();
    return undefined;
  } catch {
    return 'file.unreadable';
  }
}
