import { assemble } from './assemble.mjs';
import { say } from './project.mjs';

/** Assembles both artefacts of what was built (npm run build) into out/artefacts. */
for (const kind of /** @type {const} */ (['test', 'release'])) {
  const { executable } = await assemble(kind);
  say(`${kind}: ${executable}`);
}
