import { app, BrowserWindow } from 'electron';

app.on('ready', () => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true } });
  void window.loadFile('out/renderer/index.html');
});
