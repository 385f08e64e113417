// Before anything is painted: the theme, the language and the direction that were chosen here.
(function () {
  try {
    const page = document.documentElement;
    const theme = localStorage.getItem('webizen.theme');
    if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
    const own = /^(ar|de)\b/.exec(navigator.language);
    const language = localStorage.getItem('webizen.language') || (own ? own[1] : 'en');
    page.lang = language;
    page.dir = language === 'ar' ? 'rtl' : 'ltr';
  } catch {
    // Storage is closed to this page: the system's theme and English are fine.
  }
})();
