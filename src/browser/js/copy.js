// Copies a text of a dialog whose button was pressed, and says so. Where the clipboard is closed to us, the text stays
// selected and in sight. Part of each script that has such a dialog.
globalThis.seizedCopy ??= async (target) => {
  const button = target.closest('[data-copy]');
  if (!button) return;
  const area = document.getElementById(button.dataset.copy);
  const written = async () => {
    try {
      await navigator.clipboard.writeText(area.value);
      return true;
    } catch {
      return false;
    }
  };
  area.focus();
  area.select();
  const copied = document.execCommand?.('copy') || (await written());
  button.closest('dialog').querySelector('[role="status"]').textContent = copied ? button.dataset.done : button.dataset.selected;
};
