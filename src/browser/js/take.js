// A figure to take along: its numbers with who says each of them, its drawing, and how to cite it.
//
// It comes when it is asked for, with its dialog in the language of the page. Its numbers are data (`figures.js`), its
// drawing is the one that the reader sees.
{
  document.body.insertAdjacentHTML('beforeend', globalThis.seizedTakeDialog);
  const dialog = document.getElementById('take');
  const find = (selector) => dialog.querySelector(selector);
  const facts = JSON.parse(dialog.dataset.facts);
  const complain = (error) => globalThis.seized?.complain(error);

  // The numbers of a table and all that they are made of. What is computed has the sources of what it is made of.
  const all = (rows) => {
    const known = new Map();
    const know = (id) => {
      if (known.has(id)) return known.get(id);
      const found = seizedFigures.number(id);
      const record = { ...found, source: [...(found?.source ?? [])] };
      if (found) known.set(id, record);
      for (const source of (record.inputs ?? []).flatMap((input) => know(input).source))
        if (!record.source.some(({ says, place }) => says === source.says && place === source.place)) record.source.push(source);
      return record;
    };
    for (const { id } of rows.flat()) if (id) know(id);
    return known;
  };

  // A cell that a spreadsheet would take for a formula is made words; a number is none.
  const field = (value) => {
    let text = value === null || value === undefined ? '' : String(value);
    if (typeof value !== 'number' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const COLUMNS = ['row', 'column', 'shown', 'value', 'unit', 'qualifier', 'interval', 'low', 'high', 'interval_unit', 'period', 'counted', 'check', 'source', 'address', 'place', 'formula', 'inputs', 'id'];
  const csv = ({ columns, rows }) => {
    const known = all(rows);
    const lines = rows.flatMap((row) =>
      row.slice(1).flatMap(({ text, id, ends }, place) => {
        if (!text) return [];
        const value = ends && ends[0] === ends[1] ? ends[0] : null;
        const record = { value, ...known.get(id), row: row[0].text, column: columns[place + 1], shown: text };
        const each = (name) => [...new Set((record.source ?? []).map((source) => source[name]))].filter(Boolean).join(' ; ');
        const [source, address, place_] = ['says', 'address', 'place'].map(each);
        const told = { ...record, source, address, place: place_, inputs: record.inputs?.join(' ') };
        return [COLUMNS.map((name) => field(told[name])).join(',')];
      }),
    );
    return [COLUMNS.join(','), ...lines, ''].join('\r\n');
  };

  const name = () => dialog.dataset.figure.replace('fig-', '');
  // Where the figure stands: in the published story, else in the page that it is taken from. A path on somebody's disk
  // is nobody else's.
  const address = () => {
    const canonical = document.querySelector('link[rel=canonical]')?.href;
    const here = /^https?:$/.test(location.protocol) ? (canonical ?? location.href) : '';
    const page = facts.home ?? here;
    return page && `${page.split(/[?#]/)[0]}#${name()}`;
  };
  const json = ({ query, columns, rows, ...about }) => {
    const { title, language, edition, dataset, build, terms } = facts;
    const choices = Object.fromEntries(new URLSearchParams(query));
    const cells = rows.map((row) => row.map(({ text, id, ends }) => ({ text, ...(id && { id }), ...(ends && { ends }) })));
    const numbers = Object.fromEntries(all(rows));
    return JSON.stringify({ title, figure: dialog.dataset.figure, ...about, language, choices, edition, dataset, build, terms, address: address(), columns, rows: cells, numbers }, null, 1);
  };

  const make = {
    csv: async (figure) => new Blob(['\ufeff', csv(figure)], { type: 'text/csv;charset=utf-8' }),
    json: async (figure) => new Blob([json(figure)], { type: 'application/json' }),
    svg: async (figure) => new Blob([await seizedDrawing.svg(dialog.dataset.figure, figure, facts)], { type: 'image/svg+xml' }),
    png: async (figure) => seizedDrawing.png(dialog.dataset.figure, figure, facts),
  };
  const failed = { csv: facts.failed, json: facts.failed, svg: facts.failedSvg, png: facts.failedPng };

  // Whether a browser saves a file nobody tells us; sandboxes and apps that show pages often do not. So the text stands to
  // be copied, too, or the picture to be kept by hand.
  const show = async (blob, { shows }) => {
    const isPicture = blob.type === 'image/png';
    const shown = document.createElement(isPicture ? 'img' : 'textarea');
    if (isPicture) [shown.src, shown.alt] = [await seizedDrawing.url(blob), shows];
    else [shown.value, shown.readOnly] = [await blob.text(), true];
    shown.setAttribute('aria-label', `seized-${name()}`);
    find('.taken').replaceChildren(shown);
    shown.select?.();
  };
  const take = async (kind) => {
    const status = find('[role="status"]');
    status.textContent = '';
    find('.taken').replaceChildren();
    try {
      const figure = seizedFigures.figure(dialog.dataset.figure);
      const blob = await make[kind](figure);
      const file = `seized-${name()}.${kind}`;
      await show(blob, figure);
      status.textContent = (kind === 'png' ? facts.donePicture : facts.done).replace('[file]', file);
      seized.download(file, blob);
    } catch (error) {
      complain(error);
      status.textContent ||= failed[kind];
    }
  };

  // The reader's own day.
  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
  };
  const cite = () => {
    const slots = { url: address(), date: today() };
    // Without an address there is no line for it.
    const own = (template) => (slots.url ? template : template.replace(/^.*\[url\].*\n|\[url\], /gm, ''));
    for (const area of dialog.querySelectorAll('[data-template]')) area.value = own(area.dataset.template).replace(/\[(\w+)\]/g, (_, slot) => slots[slot] ?? '');
  };
  dialog.addEventListener('click', ({ target }) => {
    const kind = target.closest('[data-kind]')?.dataset.kind;
    if (kind) take(kind);
    seizedCopy(target);
  });
  dialog.addEventListener('close', () => find('.taken').replaceChildren());
  globalThis.seized_take = (figure) => {
    dialog.dataset.figure = figure;
    find('.what').textContent = seizedFigures.caption(figure);
    find('[role="status"]').textContent = '';
    cite();
    seizedOpen(dialog);
  };
}
