// Before anything is painted: light or dark, where the address asks for one of them; which other language of the page the
// reader's browser likes better than this one, so that a line can offer it; and whether the window is so low that a
// figure that stayed would leave no room for words. Of a frame as high as its page only the program can find that out.
{
  const known = [/* languages */];
  const liked = navigator.languages.map((tag) => tag.split('-')[0]).find((tag) => known.includes(tag));
  if (liked && liked !== document.documentElement.lang) document.documentElement.dataset.offer = liked;
  const theme = new URLSearchParams(location.search).get('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  const low = matchMedia('(max-height: 29.99rem)');
  const { dataset } = document.documentElement;
  const settle = () => {
    const follows = dataset.scroll === 'none' || (dataset.scroll === 'host' && parent !== window);
    document.documentElement.toggleAttribute('data-low', low.matches && !follows);
  };
  settle();
  low.addEventListener('change', settle);
  document.addEventListener('seized-scroll', settle);
}
