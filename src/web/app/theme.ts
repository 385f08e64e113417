import { useCallback, useState } from 'react';
import { remember } from '../keep/remembered.ts';

export type Theme = 'system' | 'light' | 'dark';

const chosen = (): Theme => {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
};

/** The theme that was chosen in this browser, and the way to choose another. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(chosen);
  const choose = useCallback((next: Theme) => {
    remember('theme', next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    setTheme(next);
  }, []);
  return [theme, choose];
}
