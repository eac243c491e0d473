import { assertDefined } from '@core/assert';
import type { Bridge } from '@preload/contract';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { openWorkbench } from './app/open-workbench';
import './ui/base.css';

declare global {
  interface Window {
    readonly framewright: Bridge;
  }
}

const root = assertDefined(document.getElementById('root'), 'index.html holds the root');
const bridge = window.framewright;
createRoot(root).render(<App bridge={bridge} opening={openWorkbench(bridge)} />);
