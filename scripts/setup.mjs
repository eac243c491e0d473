// Plain enough for old versions of Node to read, so that they get a sentence and not a syntax error.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const fits = major >= 23 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);

if (fits) {
  const { setUp } = await import('./setup-steps.mjs');
  process.exitCode = await setUp(process.argv.slice(2));
} else {
  process.stderr.write(
    `Framewright needs Node.js 20.19 or later (of the 22 line: 22.12 or later); this is ${process.versions.node}, from ${process.execPath}.\n` +
      'Install a newer Node.js, open a new terminal and run the same command again.\n',
  );
  process.exitCode = 1;
}
