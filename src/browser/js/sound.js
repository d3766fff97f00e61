// A figure to be heard: a column of its table, a tone a row.
//
// What sounds is data (`figures.js`). It comes when it is asked for; its words are written with the page.
{
  const dialog = document.getElementById('sound');
  const find = (selector) => dialog.querySelector(selector);

  // Hertz of the least and of the greatest number, two octaves apart; seconds of a row at the middle tempo.
  const LOW = 220;
  const HIGH = 880;
  const PACE = 0.3;
  // Rows from one click to the next.
  const CLICK = 5;

  // Milliseconds after which silence is none of the browser's haste.
  const PATIENCE = 6000;

  // What a cell shows, as one number: of a range its middle.
  const middle = (ends) => {
    const known = (ends ?? []).filter(Number.isFinite);
    return known.length > 0 ? known.reduce((sum, number) => sum + number, 0) / known.length : NaN;
  };

  // What is to be heard: each row's label, its number as it is shown (none: a gap), when and how high it sounds.
  const plan = (figure, series, tempo = 1) => {
    const [column, first, end] = series.split(' ').map(Number);
    const { columns, rows } = seizedFigures.figure(figure);
    const cells = rows.slice(first, end).map((row) => [row[0], row[column]?.id ? row[column] : {}]);
    const said = cells.map(([label, { text = '' }]) => ({ label: label.text, text }));
    const values = cells.map(([, { ends }]) => middle(ends));
    const known = values.filter(Number.isFinite);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const pitch = (value) => LOW * (HIGH / LOW) ** (most > least ? (value - least) / (most - least) : 0.5);
    const tones = said.map((row, place) => ({
      ...row,
      value: values[place],
      frequency: Number.isFinite(values[place]) ? pitch(values[place]) : 0,
      at: ((place + 3) * PACE) / tempo,
      click: place % CLICK === 0,
    }));
    const text = (value) => tones.find((tone) => tone.value === value)?.text ?? '';
    return { tones, length: PACE / tempo, head: columns[column], least: text(least), most: text(most) };
  };

  let playing = null;
  const stop = () => {
    playing?.close();
    playing = null;
    find('.play').textContent = find('.play').dataset.play;
    find('.now').textContent = '';
  };

  const tone = (context, { frequency, at, length, loud, type }) => {
    const [oscillator, gain] = [context.createOscillator(), context.createGain()];
    oscillator.type = type ?? 'sine';
    oscillator.frequency.value = frequency;
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(loud, at + 0.02);
    gain.gain.setValueAtTime(loud, at + length * 0.7);
    gain.gain.linearRampToValueAtTime(0, at + length * 0.95);
    oscillator.connect(gain).connect(context.destination);
    oscillator.start(at);
    oscillator.stop(at + length);
    return oscillator;
  };

  const fail = (error) => {
    stop();
    globalThis.seized?.complain(error);
    find('[role="status"]').textContent = find('[role="status"]').dataset.failed;
  };

  const begin = () => {
    const { tones, length } = plan(dialog.dataset.figure, dialog.dataset.series, Number(find('input').value) / 2);
    const context = new (globalThis.AudioContext ?? globalThis.webkitAudioContext)();
    playing = context;
    const pressed = performance.now();
    find('.play').textContent = find('.play').dataset.stop;
    const start = context.currentTime + 0.1;
    // The ends of the scale come first, softly.
    for (const [place, frequency] of [LOW, HIGH].entries())
      tone(context, { frequency, at: start + place * length, length, loud: 0.08, type: 'triangle' });
    for (const { frequency, at, click } of tones) {
      if (click) tone(context, { frequency: 1800, at: start + at, length: 0.05, loud: 0.05, type: 'square' });
      if (frequency > 0) tone(context, { frequency, at: start + at, length, loud: 0.25 });
    }
    const show = () => {
      if (playing !== context) return;
      // Where nothing can sound, its clock stands still.
      if (context.currentTime === 0 && performance.now() - pressed > PATIENCE) return fail(new Error('no sound'));
      const now = context.currentTime - start;
      const current = tones.findLast(({ at }) => at <= now);
      find('.now').textContent = current ? [current.label, current.text].filter(Boolean).join(': ') : '';
      if (now > tones.at(-1).at + length) return stop();
      setTimeout(show, 40);
    };
    show();
  };

  const play = () => {
    find('[role="status"]').textContent = '';
    try {
      begin();
    } catch (error) {
      fail(error);
    }
  };

  const open = (figure, series) => {
    stop();
    find('[role="status"]').textContent = '';
    [dialog.dataset.figure, dialog.dataset.series] = [figure, series];
    const { tones, head, least, most } = plan(figure, series);
    const slots = { what: head, first: tones[0]?.label, last: tones.at(-1)?.label, least, most };
    const range = find('.range');
    range.textContent = range.dataset.template.replace(/\[(\w+)\]/g, (_, name) => slots[name] ?? '');
    seizedOpen(dialog);
  };
  dialog.addEventListener('close', stop);
  find('.play').addEventListener('click', () => (playing ? stop() : play()));
  find('input').addEventListener('change', () => playing && (stop(), play()));
  globalThis.seized_sound = open;
}
