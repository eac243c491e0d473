/*
 * Loaded into the main process before the application (electron -r): says on standard output when a window is shown
 * and holds something painted, as milliseconds since 1970. BENCH_USABLE is a selector that must be there first.
 */
const { app } = require('electron');

const selector = process.env.BENCH_USABLE ?? 'body';
const script = `new Promise((resolve) => {
  const look = () => {
    if (document.querySelector(${JSON.stringify(selector)}) === null) requestAnimationFrame(look);
    else requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
  };
  look();
})`;

app.on('browser-window-created', (_, window) => {
  window.once('show', () => {
    const shown = Date.now();
    window.webContents.executeJavaScript(script).then(
      (painted) => process.stdout.write(`BENCH_USABLE ${Math.max(shown, painted)}\n`),
      () => undefined,
    );
  });
});
