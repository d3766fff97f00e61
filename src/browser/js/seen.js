// What the reader sees of this page, for what opens where the reader is: `seizedSeen` calls with the upper and the lower
// edge, in pixels of this window.
//
// In a frame that is higher than its host's window that is a part of the frame, and the host cannot be asked. An
// observer knows: it is told which part shows of a sheet as large as the frame. No program is needed.
{
  // So much is given to what opens where only an edge of the frame shows.
  const LEAST = 160;
  const PATIENCE = 300;
  globalThis.seizedSeen = (use) => {
    const whole = { top: 0, bottom: innerHeight };
    if (self === top) return use(whole);
    const sheet = document.createElement('i');
    sheet.className = 'sheet';
    let heard = false;
    const answer = ({ top, bottom }) => {
      observer.disconnect();
      sheet.remove();
      const end = Math.min(Math.max(bottom, top + LEAST), innerHeight);
      use({ top: Math.max(Math.min(top, end - LEAST), 0), bottom: end });
    };
    const observer = new IntersectionObserver(([{ intersectionRect: shows }]) => {
      heard = true;
      // Out of sight it waits to be seen.
      if (shows.height > 0) answer(shows);
    });
    document.body.append(sheet);
    observer.observe(sheet);
    setTimeout(() => heard || answer(whole), PATIENCE);
  };

  // Opens a dialog there. It keeps the focus to itself and gives it back, as the browser's own modal dialogs do; as it
  // stands in sight already, the focus scrolls nothing.
  globalThis.seizedOpen = (dialog) =>
    seizedSeen(({ top, bottom }) => {
      dialog.style.setProperty('--over', `${top}px`);
      dialog.style.setProperty('--under', `${innerHeight - bottom}px`);
      if (!dialog.open) dialog.showModal();
    });
}
