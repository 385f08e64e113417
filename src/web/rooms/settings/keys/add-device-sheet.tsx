import { Link } from '@tanstack/react-router';
import { useOrigins } from '../../../app/reach.ts';
import { buttonClass } from '../../../parts/controls/button.tsx';
import { Sheet } from '../../../parts/panels/sheet.tsx';
import { useDeviceWords } from '../../../words/device/words.ts';
import { QrCode } from '../../invite/qr-code.tsx';
import '../../invite/invite.css';

interface Props {
  readonly agent: string;
  readonly onClose: () => void;
}

/** How a device is added, in two steps: what the new one opens, and what this one then takes. */
export default function AddSheet({ agent, onClose }: Props) {
  const say = useDeviceWords();
  const origin = useOrigins()?.[0];
  const url = `${origin ?? location.origin}/app/device#${agent}`;
  return (
    <Sheet title={say('add')} onClose={onClose}>
      <ol className="stack settings-steps">
        <li>
          <div className="group">
            <p>{say(origin === undefined ? 'how.here' : 'how.open')}</p>
            {origin === undefined ? null : <QrCode text={url} label={say('how.qr')} />}
            <p className="mono invite-link" dir="ltr">
              {url}
            </p>
            {origin === undefined ? <p className="second">{say('local')}</p> : null}
          </div>
        </li>
        <li>
          <div className="group">
            <p>{say(origin === undefined ? 'how.take.here' : 'how.take')}</p>
            <Link to="/device/add" className={buttonClass('ink')}>
              {say('how.paste')}
            </Link>
          </div>
        </li>
      </ol>
    </Sheet>
  );
}
