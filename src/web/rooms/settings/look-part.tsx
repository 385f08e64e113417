import { useTheme } from '../../app/theme.ts';
import type { Theme } from '../../app/theme.ts';
import { Segments } from '../../parts/controls/field.tsx';
import { useAppWords } from '../../words/app/words.ts';
import { languages, useLocale } from '../../words/locale.tsx';
import type { Language } from '../../words/locale.tsx';
import { useSettingsRoomWords } from '../../words/settings/words.ts';
import { Part } from './part.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Theme and language, of this browser. */
export function LookPart() {
  const say = useSettingsRoomWords();
  const sayApp = useAppWords();
  const [theme, chooseTheme] = useTheme();
  const { language, choose } = useLocale();
  return (
    <Part id="look" title={say('look')}>
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
    </Part>
  );
}
