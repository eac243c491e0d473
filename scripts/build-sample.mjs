import { runnerImport } from 'vite';
import { projectFolder, say, writeAtomically } from './project.mjs';
import { buildSample, coreModules } from './sample-project.mjs';
import { readSampleSources, sampleFile } from './sample-sources.mjs';

/** @import { SampleCore } from './sample-project.mjs' */

const entry = 'virtual:sample-core';

/** @returns {Promise<SampleCore>} */
async function loadCore() {
  /** @type {{ module: SampleCore }} */
  const { module } = await runnerImport(entry, {
    configFile: false,
    root: projectFolder,
    logLevel: 'error',
    plugins: [
      {
        name: 'sample-core',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? coreModules.map((path) => `export * from '/renderer/src/core/${path}';`).join('\n')
            : null,
      },
    ],
  });
  return module;
}

const { json, snapshot } = buildSample(await loadCore(), readSampleSources());
writeAtomically(sampleFile, json);
const { documents, annotations, codes } = snapshot;
say(`${documents.length} documents, ${codes.length} codes, ${annotations.length} annotations written.`);
