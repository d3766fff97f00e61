// A figure's numbers as data, for what hands it over or makes it heard. What a choice of the reader may change is the
// program's; the rest came with this script. Nothing is read from the page: a browser may have translated it.
{
  // Hard spaces are for lines on a page; who calculates wants none.
  const read = (json) => JSON.parse(json, (_, value) => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value));
  const written = read(JSON.stringify(globalThis.seizedWritten));

  const number = (id) => read(wasm_bindgen.number(id) ?? null) ?? written.numbers[id];

  // What a cell shows, as numbers: one twice, or both ends of a range.
  const ends = ({ id, ends: own }) => {
    if (own || !id) return own;
    const { value, low, high } = number(id) ?? {};
    if (value ?? low) return value === null ? [low, high ?? low] : [value, value];
    return null;
  };

  const figure = (id) => {
    const now = read(wasm_bindgen.figure(id));
    const { columns, rows } = written.figures[id].rows ? written.figures[id] : now;
    return { ...written.figures[id], ...now, columns, rows: rows.map((row) => row.map((cell) => ({ ...cell, ends: ends(cell) }))) };
  };
  globalThis.seizedFigures = { figure, number, caption: (id) => written.figures[id].caption };
}
