import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { nodeAsked } from '../../app/questions.ts';
import { leave, useMember } from '../../app/session.ts';
import { useTheme } from '../../app/theme.ts';
import type { Theme } from '../../app/theme.ts';
import { Button, buttonClass } from '../../parts/controls/button.tsx';
import { Segments } from '../../parts/controls/field.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { languages, useLocale } from '../../words/locale.tsx';
import type { Language } from '../../words/locale.tsx';
import { dayText } from '../../words/numbers.ts';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import './settings-room.css';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** How the app looks in this browser, who one is here, and what this node is. */
export default function SettingsRoom() {
  const member = useMember();
  const say = useSettingsRoomWords();
  return (
    <div className="settings stack">
      <h1 className="title">{say('title')}</h1>
      <Look />
      <You />
      <Node />
      {member?.owner === true ? <Books /> : null}
    </div>
  );
}

function Look() {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  const [theme, chooseTheme] = useTheme();
  const { language, choose } = useLocale();
  return (
    <section className="settings-part">
      <h2 className="section-title">{say('look')}</h2>
      <Segments
        label={sayApp('theme')}
        value={theme}
        choices={themes.map((value) => ({ value, label: sayApp(`theme.${value}`) }))}
        onChoose={chooseTheme}
      />
      <Segments
        label={sayApp('language')}
        value={language}
        choices={(Object.keys(languages) as Language[]).map((value) => ({
          value,
          label: languages[value],
        }))}
        onChoose={choose}
      />
    </section>
  );
}

function You() {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  const member = useMember();
  if (member === undefined) return null;
  return (
    <section className="settings-part">
      <h2 className="section-title">{say('you')}</h2>
      <p className="name">
        <bdi>{member.name}</bdi>
      </p>
      <p className="second">{say(member.keptByNode ? 'key.node' : 'key.own')}</p>
      <div className="row">
        <Button onClick={() => void leave()}>{sayApp('sign-out')}</Button>
      </div>
    </section>
  );
}

function Node() {
  const say = useSettingsRoomWords();
  const { locale } = useLocale();
  const { data: node } = useSuspenseQuery(nodeAsked);
  return (
    <section className="settings-part">
      <h2 className="section-title">{say('node')}</h2>
      <p className="name">
        <bdi>{node.name}</bdi>
      </p>
      <p className="second">{say('node.owner', { name: node.owner.name })}</p>
      <p className="second">{say('node.since', { day: dayText(node.foundedAt, locale) })}</p>
      <p className="mono second">{node.id}</p>
    </section>
  );
}

/** The books, and all that the node is as one file to keep elsewhere. */
function Books() {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  return (
    <section className="settings-part">
      <h2 className="section-title">{say('books')}</h2>
      <div className="row">
        <Link to="/ledger" className={buttonClass()}>
          {sayApp('nav.ledger')}
        </Link>
        <Link to="/record" className={buttonClass()}>
          {sayApp('nav.record')}
        </Link>
      </div>
      <p className="second">{say('export.says')}</p>
      <div className="row">
        <a className={buttonClass()} href="/node/export?keys=false" download="webizen.tar">
          {say('export')}
        </a>
      </div>
    </section>
  );
}
