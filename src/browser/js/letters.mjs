// Which letters a page prints, and how often: what the web font holds and how wide its text runs.

/** Letters between two characters, both included. */
const range = (first, last) =>
  Array.from({ length: last.codePointAt(0) - first.codePointAt(0) + 1 }, (_, i) =>
    String.fromCodePoint(first.codePointAt(0) + i),
  ).join('');

/** What each file of the web font holds. A file is loaded only when a page prints one of its letters. */
export const subsets = {
  latin: `${range(' ', '~')}\u00a0\u2009\u202f«»°±²³·×½éèüöäç–—‘’“”„…←→↑↓−≈≤≥∞λ₸`,
  cyrillic: `${range('А', 'я')}ЁёІіӘәҒғҚқҢңӨөҰұҮүҺһ№`,
};

/** Running text in each script, from which the mean width of a letter is taken. */
export const samples = {
  latin:
    'Doubled since when, doubled what, and what does a seizure measure at all? The whole rise came in one ' +
    'year; before it the totals fell. Plants may decide: if they lie inside the total, little of the rise ' +
    'remains for everything else. Nobody has published which share of the supply is ever caught, so a ' +
    'reader can only say what would have to be true.',
  cyrillic:
    'Удвоилось с какого года, что именно удвоилось и что вообще измеряет изъятие? Весь рост пришёлся на ' +
    'один год, а до него итоги снижались. Если растения входят в общий вес, то на всё остальное почти ' +
    'ничего не остаётся. Қай жылдан бері екі есе өсті, нақты не өсті және тәркілеу нені өлшейді? Бүкіл ' +
    'өсім бір жылда болды, оған дейін көрсеткіш төмендеген. Ұсталған үлес қанша екенін ешкім жариялаған жоқ.',
};

/** Mean advance of the letters of a sample in em; letters that the file of its script lacks are left out. */
export function meanAdvance(font, script) {
  const letters = [...samples[script]].filter((letter) => subsets[script].includes(letter));
  const widths = letters.map((letter) => {
    const width = font.advance(letter.codePointAt(0));
    if (width === undefined) throw new Error(`the font has no letter ${letter}`);
    return width;
  });
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}
