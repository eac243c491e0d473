document.title = 'Framewright';
