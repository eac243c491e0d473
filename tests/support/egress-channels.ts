/** Where an attempt is to arrive: an address of a server that counts, "http://127.0.0.1:41000". */
type Attempt = (target: string) => unknown;

/**
 * Every way that is known by which a page can reach another machine, each written as a hostile script would, and run
 * inside the page. What throws is refused, which is as good.
 */
export const egressChannels: Readonly<Record<string, Attempt>> = {
  fetch: (target) => fetch(`${target}/a`),
  'fetch, opaque': (target) => fetch(`${target}/a`, { mode: 'no-cors', method: 'POST', body: 'text' }),
  'fetch, kept alive': (target) => fetch(`${target}/a`, { mode: 'no-cors', keepalive: true }),
  XMLHttpRequest: (target) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${target}/a`);
    request.send();
  },
  WebSocket: (target) => {
    new WebSocket(target.replace('http', 'ws'));
  },
  WebTransport: (target) => {
    new WebTransport(target.replace('http', 'https')).ready.catch(() => undefined);
  },
  EventSource: (target) => {
    new EventSource(`${target}/a`);
  },
  sendBeacon: (target) => navigator.sendBeacon(`${target}/a`, 'text'),
  picture: (target) => {
    new Image().src = `${target}/a.png`;
  },
  'picture of a set': (target) => {
    new Image().srcset = `${target}/a.png 1x`;
  },
  'picture of a button': (target) => {
    document.body.append(
      Object.assign(document.createElement('input'), { type: 'image', src: `${target}/a.png` }),
    );
  },
  'background of a style': (target) => {
    document.body.style.backgroundImage = `url(${target}/a.png)`;
  },
  'cursor of a style': (target) => {
    document.body.style.cursor = `url(${target}/a.cur), auto`;
    document.body.style.listStyleImage = `url(${target}/b.png)`;
  },
  'style sheet made by script': (target) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body::after { content: url(${target}/a.png); }`);
    document.adoptedStyleSheets.push(sheet);
  },
  '@import': (target) => {
    const style = document.createElement('style');
    style.textContent = `@import url(${target}/a.css);`;
    document.head.append(style);
  },
  font: (target) =>
    new FontFace('hostile', `url(${target}/a.woff2)`).load().then((font) => document.fonts.add(font)),
  script: (target) => {
    const script = document.createElement('script');
    script.src = `${target}/a.js`;
    document.head.append(script);
  },
  'module script': (target) => import(`${target}/a.js`),
  frame: (target) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: `${target}/a.html` }));
  },
  'frame of markup': (target) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<meta http-equiv="refresh" content="0;url=${target}/a">`;
    document.body.append(frame);
  },
  'request of an empty frame': (target) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow?.fetch(`${target}/a`, { mode: 'no-cors' });
  },
  object: (target) => {
    document.body.append(Object.assign(document.createElement('object'), { data: `${target}/a.html` }));
  },
  embed: (target) => {
    document.body.append(
      Object.assign(document.createElement('embed'), { type: 'text/html', src: `${target}/a.html` }),
    );
  },
  'link: stylesheet': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'stylesheet', href: `${target}/a.css` }),
    );
  },
  'link: prefetch': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'prefetch', href: `${target}/a` }),
    );
  },
  'link: preload': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: `${target}/a` }),
    );
  },
  'link: modulepreload': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `${target}/a.js` }),
    );
  },
  'link: preconnect': (target) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: target }));
  },
  'link: dns-prefetch': (target) => {
    const { port } = new URL(target);
    document.head.append(
      Object.assign(document.createElement('link'), {
        rel: 'dns-prefetch',
        href: `//leak-${port}.example.org`,
      }),
    );
  },
  'link: icon': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'icon', href: `${target}/a.ico` }),
    );
  },
  'link: manifest': (target) => {
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'manifest', href: `${target}/a.json` }),
    );
  },
  'speculation rules': (target) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`${target}/a`] }] });
    document.head.append(rules);
  },
  'WebRTC: STUN': (target) => {
    const { hostname, port } = new URL(target);
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${hostname}:${port}` }] });
    peer.createDataChannel('a');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  'WebRTC: relay over TCP': (target) => {
    const { hostname, port } = new URL(target);
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: `turn:${hostname}:${port}?transport=tcp`, username: 'a', credential: 'text' }],
    });
    peer.createDataChannel('a');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  'WebRTC: a peer': async (target) => {
    const { hostname, port } = new URL(target);
    const [own, other] = [new RTCPeerConnection(), new RTCPeerConnection()];
    own.createDataChannel('a');
    await own.setLocalDescription(await own.createOffer());
    await other.setRemoteDescription({ type: 'offer', sdp: own.localDescription?.sdp ?? '' });
    await other.setLocalDescription(await other.createAnswer());
    await own.setRemoteDescription({ type: 'answer', sdp: other.localDescription?.sdp ?? '' });
    const candidate = `candidate:1 1 udp 2122260223 ${hostname} ${port} typ host`;
    await own.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
  },
  worker: (target) => {
    new Worker(`${target}/a.js`);
  },
  'worker of a blob': (target) => {
    const code = `importScripts(${JSON.stringify(`${target}/a.js`)})`;
    new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'shared worker of a blob': (target) => {
    const code = `fetch(${JSON.stringify(`${target}/a`)}, { mode: 'no-cors' })`;
    new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  },
  'service worker': (target) => navigator.serviceWorker.register(`${target}/a.js`),
  'drawing: image': (target) => {
    const names = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(names, 'svg');
    const image = document.createElementNS(names, 'image');
    image.setAttribute('href', `${target}/a.png`);
    drawing.append(image);
    document.body.append(drawing);
  },
  'drawing: use': (target) => {
    const names = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(names, 'svg');
    const use = document.createElementNS(names, 'use');
    use.setAttribute('href', `${target}/a.svg#b`);
    drawing.append(use);
    document.body.append(drawing);
  },
  video: (target) => {
    document.body.append(
      Object.assign(document.createElement('video'), { src: `${target}/a.mp4`, preload: 'auto' }),
    );
  },
  'poster of a video': (target) => {
    document.body.append(Object.assign(document.createElement('video'), { poster: `${target}/a.png` }));
  },
  audio: (target) => {
    new Audio(`${target}/a.mp3`).load();
  },
  notification: (target) => {
    new Notification('text', { icon: `${target}/a.png` });
  },
  payment: (target) =>
    new PaymentRequest([{ supportedMethods: `${target}/pay` }], {
      total: { label: 'a', amount: { currency: 'EUR', value: '1' } },
    }).canMakePayment(),
  ping: (target) => {
    const link = Object.assign(document.createElement('a'), { href: '#here', ping: `${target}/a` });
    document.body.append(link);
    link.click();
  },
};

/** Those that take the page itself elsewhere: each needs one of its own where nothing holds it. */
export const leavingChannels: Readonly<Record<string, Attempt>> = {
  form: (target) => {
    const form = Object.assign(document.createElement('form'), { method: 'post', action: `${target}/a` });
    form.target = 'elsewhere';
    document.body.append(form);
    form.submit();
  },
  'new window': (target) => {
    window.open(`${target}/a`);
  },
  download: (target) => {
    const link = Object.assign(document.createElement('a'), { href: `${target}/a`, download: 'a' });
    document.body.append(link);
    link.click();
  },
  'form in place': (target) => {
    const form = Object.assign(document.createElement('form'), { method: 'get', action: `${target}/a` });
    document.body.append(form);
    form.submit();
  },
  'refresh of the page': (target) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0;url=${target}/a`;
    document.head.append(meta);
  },
  address: (target) => {
    location.href = `${target}/a`;
  },
};

/**
 * Those by which nothing reaches the server even from a page to which nothing is forbidden: this engine asks for the
 * same origin first, leaves it to a browser around it, or (a look-up of a name) speaks to another server.
 */
export const neverArrives: ReadonlySet<string> = new Set([
  'drawing: use',
  'link: dns-prefetch',
  'link: icon',
  'link: manifest',
  'link: preconnect',
  'payment',
  'service worker',
  'worker',
]);
