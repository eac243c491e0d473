import type { FileCoder } from '../json-schema';
import type { W3cAgent } from './w3c-model';
import { idOfIri } from './w3c-names';

export interface CoderCollector {
  /** Those who are named; filled as ids are asked for. */
  readonly coders: ReadonlyMap<string, FileCoder>;
  /** The id by which the file calls an agent. */
  readonly idOf: (agent: W3cAgent | undefined) => string | undefined;
}

/** Coders as they are named; those without an id of ours are known by name. */
export function coderCollector(): CoderCollector {
  const coders = new Map<string, FileCoder>();
  return {
    coders,
    idOf: (agent) => {
      if (agent === undefined) return undefined;
      const { iri, nickname } = agent;
      const name =
        agent.name ??
        iri
          ?.replace(/^(?:acct|mailto):/, '')
          .split('/')
          .at(-1) ??
        '';
      const id = (iri === undefined ? null : idOfIri(iri)) ?? iri ?? name;
      // An IRI of ours without a name stands for somebody who is here.
      const isDescribed = agent.name !== undefined || idOfIri(id) === null;
      if (isDescribed && !coders.has(id)) {
        coders.set(id, { id, name, ...(nickname === undefined ? {} : { initials: nickname }) });
      }
      return id;
    },
  };
}
