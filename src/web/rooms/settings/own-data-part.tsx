import type { Member } from '../../app/session.ts';
import { buttonClass } from '../../parts/controls/button.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Part } from './part.tsx';

/** What the node has of oneself, to take along. */
export function OwnDataPart({ member }: { readonly member: Member }) {
  const say = useSettingsRoomWords();
  const data = `/agents/${encodeURIComponent(member.id)}/data`;
  return (
    <Part id="own-data" title={say('own')} lead={say('own.says')}>
      <div className="row">
        <a className={buttonClass()} href={data} download="webizen-my-data.json">
          <Icon name="download" />
          <span>{say('own.json')}</span>
        </a>
        <a
          className={buttonClass()}
          href={`${data}?format=csv`}
          download="webizen-my-contributions.csv"
        >
          <Icon name="download" />
          <span>{say('own.csv')}</span>
        </a>
      </div>
    </Part>
  );
}
