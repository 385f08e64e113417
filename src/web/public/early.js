// Before anything is painted: the theme, the language and the direction that were chosen here.
(function () {
  function chosen(name) {
    try {
      return localStorage.getItem(name);
    } catch {
      // Storage is closed to this page: the system's theme and the browser's language are fine.
      return null;
    }
  }
  const page = document.documentElement;
  const theme = chosen('webizen.theme');
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
  const own = /^(ar|de)\b/.exec(navigator.language);
  const language = chosen('webizen.language') || (own ? own[1] : 'en');
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
})();
