/* An empty window of the size and the safety of ours: what the engine itself costs. */
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    width: 1440,
    height: 900,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  window.once('ready-to-show', () => window.show());
  const page = process.env.EMPTY_WINDOW_URL;
  return page === undefined ? window.loadFile(join(__dirname, 'index.html')) : window.loadURL(page);
});
