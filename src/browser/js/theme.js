// Before anything is painted: light or dark, where the address asks for one of them; and which other language of the
// page the reader's browser likes better than this one, so that a line can offer it.
{
  const known = [/* languages */];
  const liked = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => known.includes(tag));
  if (liked && liked !== document.documentElement.lang) document.documentElement.dataset.offer = liked;
  // Who pastes an address often has its ampersands escaped, once or more often.
  globalThis.seizedQuery = () => new URLSearchParams(location.search.replace(/&(amp;)+/g, '&'));
  const theme = seizedQuery().get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}
