document.title = 'Parser';
