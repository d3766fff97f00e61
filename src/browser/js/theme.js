// Before anything is painted: whether the page is one that the program can take over; light or dark, where the address
// asks for one of them; which other language of the page the reader's browser likes better than this one, so that a line
// can offer it; and whether the window is so low that a figure that stayed would leave no room for words. Of a frame as
// high as its page only the program can find that out.
{
  const { dataset, lang } = document.documentElement;
  // A page that somebody saved while it ran says so by its state: it stays as it was saved, with its controls off.
  if (dataset.state !== 'static') [dataset.saved, dataset.state] = ['', 'static'];
  const off = document.getElementById('without-program')?.sheet;
  if (off && dataset.saved === undefined) off.disabled = true;
  const known = [/* languages */];
  const liked = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => known.includes(tag));
  if (liked && liked !== lang) dataset.offer = liked;
  // Who pastes an address often has its ampersands escaped, once or more often.
  globalThis.seizedQuery = () => new URLSearchParams(location.search.replace(/&(amp;)+/g, '&'));
  const theme = seizedQuery().get('theme');
  if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  const low = matchMedia('(max-height: 29.99rem)');
  const settle = () => {
    const follows = dataset.scroll === 'none' || (dataset.scroll === 'host' && parent !== window);
    document.documentElement.toggleAttribute('data-low', low.matches && !follows);
  };
  settle();
  low.addEventListener('change', settle);
  document.addEventListener('seized-scroll', settle);
}
