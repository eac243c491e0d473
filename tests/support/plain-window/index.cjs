/* A bare window on the page named by PLAIN_WINDOW_URL: the product's engine without the product. */
const { app, BrowserWindow } = require('electron');

app.on('window-all-closed', () => app.quit());
void app.whenReady().then(() => {
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true },
  });
  return window.loadURL(process.env.PLAIN_WINDOW_URL);
});
