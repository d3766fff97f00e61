// The dialog that gives code for embedding: the story, a section or a figure, as it is or as the reader has it now.
//
// Its inputs, and the code with {src}, {title}, {height} and {script} to be filled, are written with the page. It needs
// no program, as few readers open it: what they have chosen stands in the address.
{
  const dialog = document.getElementById('embed');
  const find = (selector) => dialog.querySelector(selector);
  const value = (name) => find(`[name="${name}"]:checked`).value;
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  const escape = (text) => text.replace(/[&<>"]/g, (letter) => names[letter]);

  // What of the page's address belongs to the piece; guesses are each reader's own and belong to none.
  const query = ({ keep, steps }) => {
    const asked = new URLSearchParams();
    const now = find('.as-it-is').checked ? new URLSearchParams(location.search) : [];
    for (const [name, value] of now) {
      const ours = name === 'step' ? value.startsWith(steps) : keep.split(' ').includes(name);
      if (ours) asked.append(name, value);
    }
    if (value('theme')) asked.append('theme', value('theme'));
    return String(asked) && `?${asked}`;
  };

  const fill = () => {
    const [chosen] = find('select').selectedOptions;
    const width = value('width');
    const slots = {
      src: `${find('.embeds').href}${chosen.value}/${query(chosen.dataset)}`,
      title: chosen.dataset.title,
      height: chosen.dataset[`at${width}`],
      script: find('.host-script').href,
    };
    for (const area of dialog.querySelectorAll('[data-template]'))
      area.value = area.dataset.template.replace(/\{(\w+)\}/g, (_, name) =>
        area.dataset.plain === undefined ? escape(slots[name]) : slots[name],
      );
    // A new frame for each choice: one that goes elsewhere would leave entries in the history.
    find('.preview').innerHTML = document.getElementById('code-script').value;
    find('.preview').style.width = `${width}px`;
    find('[role="status"]').textContent = '';
  };

  dialog.addEventListener('change', fill);
  dialog.addEventListener('click', ({ target }) => {
    if (target.closest('.close')) dialog.close();
    seizedCopy(target);
  });
  dialog.addEventListener('close', () => find('.preview').replaceChildren());
  globalThis.seized_embed = (piece) => {
    find('select').value = piece;
    fill();
    dialog.showModal();
  };
  // The preview is heard by the script that we give to others.
  const script = document.createElement('script');
  script.src = find('.host-script').href;
  document.head.append(script);
}
