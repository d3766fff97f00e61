// A figure to take along: its numbers with who says each of them, its drawing, and how to cite it.
//
// It comes when it is asked for, with its dialog in the language of the page. The numbers are those of the figure's
// table, as the reader has it now; who says them is read from the same cards that open beside them.
{
  document.body.insertAdjacentHTML('beforeend', globalThis.seizedTakeDialog);
  const dialog = document.getElementById('take');
  const find = (selector) => dialog.querySelector(selector);
  const facts = JSON.parse(dialog.dataset.facts);
  const digits = '[\\d][\\d.,\\s\\u00a0\\u202f]*';

  // A number as the page's language writes it.
  const read = (text) => {
    const [whole, fraction] = text.trim().split(facts.decimal);
    const number = `${whole.replace(/\D/g, '')}${fraction === undefined ? '' : `.${fraction.replace(/\D/g, '')}`}`;
    return Number(/[-−]\s*\d/.test(text) ? `-${number}` : number);
  };
  const numbers = (text) => (text.match(new RegExp(digits, 'g')) ?? []).map(read);
  const unit = (text) => text.match(new RegExp(`.*\\d(?!.*\\d)\\s*(.*)$`, 's'))?.[1].trim() ?? '';
  const said = (element) => element?.textContent.replace(/\s+/g, ' ').trim() ?? '';

  // "more than 8" has no upper end, "up to 5" no lower one but zero.
  const open = (text, template) => {
    const [before, after] = template.split('[end]');
    return text.startsWith(before) && text.endsWith(after);
  };
  const ends = (element) => {
    if (!element) return {};
    const text = said(element);
    const own = unit(text);
    const bare = own ? text.slice(0, -own.length).trim() : text;
    const [first, last = first] = numbers(bare);
    const both = open(bare, facts.above) ? { low: first } : open(bare, facts.below) ? { low: 0, high: first } : { low: first, high: last };
    return { interval: bare, ...both, interval_unit: own };
  };

  // What a card says, by the names of its rows.
  const card = (html, { id, shown, check }) => {
    const rows = new Map();
    for (const row of html.querySelectorAll('dl > div')) rows.set(facts.rows[said(row.querySelector('dt'))], row.querySelector('dd'));
    const ids = (row) => [...(rows.get(row)?.querySelectorAll('.number') ?? [])].map(({ dataset }) => dataset.id);
    const text = said(rows.get('value') ?? rows.get('computed'));
    const values = numbers(shown);
    return {
      id,
      shown,
      value: values.length === 1 ? values[0] : null,
      unit: text.endsWith(shown) ? '' : unit(text),
      qualifier: rows.has('value') ? (text.match(/^[^\d]*/)?.[0].trim() ?? '') : '',
      ...ends(rows.get('interval')?.querySelector('.interval')),
      period: said(rows.get('period')),
      counted: said(rows.get('counted')),
      check,
      source: rows.has('source') ? [{ says: said(rows.get('source')), address: rows.get('source').querySelector('a')?.href ?? '', place: said(rows.get('place')) }] : [],
      formula: said(rows.get('formula')),
      inputs: ids('inputs'),
      conflicts: ids('conflicts'),
      note: said(rows.get('note')),
    };
  };

  // The numbers of a table and all that they are made of. What is computed has the sources of what it is made of.
  const all = (buttons) => {
    const known = new Map();
    const know = (id, shown, check) => {
      if (known.has(id)) return known.get(id);
      const html = new DOMParser().parseFromString(wasm_bindgen.card(id) ?? '', 'text/html');
      const record = card(html, { id, shown, check });
      known.set(id, record);
      for (const input of html.querySelectorAll('.number'))
        if (record.inputs.includes(input.dataset.id)) know(input.dataset.id, said(input), input.dataset.check);
      const more = record.inputs.flatMap((input) => known.get(input)?.source ?? []);
      for (const source of more) if (!record.source.some(({ says, place }) => says === source.says && place === source.place)) record.source.push(source);
      return record;
    };
    for (const button of buttons) know(button.dataset.id, said(button), button.dataset.check);
    return known;
  };

  const table = () => {
    const of = document.querySelector(`#${dialog.dataset.figure} table`);
    const head = [...of.tHead.rows[0].cells].map(said);
    const rows = [...of.tBodies[0].rows].map(({ cells }) => [...cells].map((cell) => ({ text: said(cell), id: cell.querySelector('.number')?.dataset.id })));
    return { head, rows, known: all(of.querySelectorAll('.number')) };
  };

  // A cell that a spreadsheet would take for a formula is made words; a number is none.
  const field = (value) => {
    let text = value === null || value === undefined || Number.isNaN(value) ? '' : String(value);
    if (typeof value !== 'number' && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const COLUMNS = ['row', 'column', 'shown', 'value', 'unit', 'qualifier', 'interval', 'low', 'high', 'interval_unit', 'period', 'counted', 'check', 'source', 'address', 'place', 'formula', 'inputs', 'id'];
  const csv = () => {
    const { head, rows, known } = table();
    const lines = rows.flatMap((row) =>
      row.slice(1).flatMap(({ text, id }, place) => {
        if (!text) return [];
        const record = { ...known.get(id), row: row[0].text, column: head[place + 1], shown: text };
        const each = (name) => [...new Set((record.source ?? []).map((source) => source[name]))].filter(Boolean).join(' ; ');
        const [source, address, place_] = ['says', 'address', 'place'].map(each);
        const told = { ...record, source, address, place: place_, inputs: record.inputs?.join(' ') };
        return [COLUMNS.map((name) => field(told[name])).join(',')];
      }),
    );
    return [COLUMNS.join(','), ...lines, ''].join('\r\n');
  };

  const about = () => {
    const figure = document.getElementById(dialog.dataset.figure);
    const choices = Object.fromEntries(new URLSearchParams(location.search));
    const how = figure.querySelector('figcaption .more');
    const caption = said(figure.querySelector('figcaption'));
    const reads = said(how);
    // Who is quoted: each source's publisher stands before its title.
    const sources = [...(figure.closest('section')?.querySelectorAll('.sources li') ?? [])].map(({ firstChild }) => firstChild.textContent.replace(/,\s*$/, '').trim());
    return { title: facts.title, figure: figure.id, scene: figure.dataset.scene, caption: caption.slice(0, caption.length - reads.length).trim(), reads, sources: [...new Set(sources)], shows: figure.querySelector('.chart').getAttribute('aria-label'), language: document.documentElement.lang, choices };
  };
  const json = () => {
    const { head, rows, known } = table();
    const { edition, dataset, build, terms } = facts;
    return JSON.stringify({ ...about(), edition, dataset, build, terms, address: address(), columns: head, rows, numbers: Object.fromEntries(known) }, null, 1);
  };

  // Where the figure stands: the whole story's page if this is a part of it in somebody else's.
  const address = () => {
    const canonical = document.querySelector('link[rel=canonical]')?.href;
    return (canonical ?? location.href).split(/[?#]/)[0] + `#${dialog.dataset.figure.replace('fig-', '')}`;
  };

  const file = () => `seized-${dialog.dataset.figure.replace('fig-', '')}`;
  const make = {
    csv: async () => new Blob(['\ufeff', csv()], { type: 'text/csv;charset=utf-8' }),
    json: async () => new Blob([json()], { type: 'application/json' }),
    svg: async () => new Blob([await seizedDrawing.svg(about(), facts)], { type: 'image/svg+xml' }),
    png: async () => seizedDrawing.png(about(), facts),
  };

  // A sandbox may not let a file through, and does not say so: there the text stands to be copied, or the picture to be
  // kept by hand.
  const show = async (blob) => {
    const place = find('.taken');
    place.replaceChildren();
    if (self === top) return;
    const isPicture = blob.type === 'image/png';
    const shown = document.createElement(isPicture ? 'img' : 'textarea');
    if (isPicture) [shown.src, shown.alt] = [await seizedDrawing.url(blob), about().shows];
    else [shown.value, shown.readOnly] = [await blob.text(), true];
    shown.setAttribute('aria-label', file());
    place.append(shown);
    shown.select?.();
  };
  const take = async (kind) => {
    const status = find('[role="status"]');
    try {
      const blob = await make[kind]();
      const name = `${file()}.${kind}`;
      seized.download(name, blob);
      await show(blob);
      status.textContent = [facts.done.replace('[file]', name), self === top ? '' : facts.framed].join(' ').trim();
    } catch (error) {
      seized.complain(error);
      status.textContent = facts.failed;
    }
  };

  const cite = () => {
    const slots = { url: address(), date: new Date().toISOString().slice(0, 10) };
    for (const area of dialog.querySelectorAll('[data-template]')) area.value = area.dataset.template.replace(/\[(\w+)\]/g, (_, name) => slots[name] ?? '');
  };
  dialog.addEventListener('click', ({ target }) => {
    const kind = target.closest('[data-kind]')?.dataset.kind;
    if (kind) take(kind);
    seizedCopy(target);
  });
  dialog.addEventListener('close', () => find('.taken').replaceChildren());
  globalThis.seized_take = (figure) => {
    dialog.dataset.figure = figure;
    find('.what').textContent = about().caption;
    find('[role="status"]').textContent = '';
    cite();
    seizedOpen(dialog);
  };
}
