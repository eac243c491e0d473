type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const many = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
const iri = /^[a-z][a-z0-9+.-]*:\S+$/i;
const dateTime = /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;
const context = 'http://www.w3.org/ns/anno.jsonld';
const motivations =
  'assessing bookmarking classifying commenting describing editing highlighting identifying linking moderating questioning replying tagging'.split(
    ' ',
  );

/** The MUST rules of the Web Annotation Data Model that concern what we write; what is wrong, rule by rule. */
export function checkW3c(root: unknown): readonly string[] {
  const faults: string[] = [];
  const ids = new Set<string>();
  const fault = (where: string, what: string): void => {
    faults.push(`${where}: ${what}`);
  };
  const one = (where: string, value: unknown, is: (each: unknown) => boolean, what: string): void => {
    if (!is(value)) fault(where, what);
  };
  const isIri = (value: unknown): boolean => typeof value === 'string' && iri.test(value);
  const isCount = (value: unknown): boolean =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0;

  const checkDates = (where: string, value: Json): void => {
    for (const key of ['created', 'modified', 'generated']) {
      const date = value[key];
      if (date !== undefined && !(typeof date === 'string' && dateTime.test(date))) fault(where, key);
    }
  };
  const checkAgent = (where: string, value: unknown): void => {
    if (!isObject(value)) {
      fault(where, 'agent');
      return;
    }
    if (value['id'] !== undefined) one(where, value['id'], isIri, 'id of agent');
    one(
      where,
      value['type'],
      (type) => ['Person', 'Organization', 'Software'].includes(String(type)),
      'type of agent',
    );
    if (many(value['name']).some((name) => typeof name !== 'string')) fault(where, 'name of agent');
  };
  const checkSelector = (where: string, value: unknown): void => {
    if (!isObject(value)) {
      fault(where, 'selector');
      return;
    }
    const { type, start, end, exact, prefix, suffix } = value;
    if (type === 'TextPositionSelector') {
      if (!isCount(start) || !isCount(end) || Number(start) > Number(end)) fault(where, 'position');
    } else if (type === 'TextQuoteSelector') {
      if (typeof exact !== 'string') fault(where, 'exact');
      for (const each of [prefix, suffix]) {
        if (each !== undefined && typeof each !== 'string') fault(where, 'prefix or suffix');
      }
      for (const each of [exact, prefix, suffix]) {
        if (/^\p{Surrogate}|\p{Surrogate}$/u.test(String(each))) fault(where, 'half a code point');
      }
    } else fault(where, `selector ${String(type)}`);
  };
  const checkBody = (where: string, value: unknown): void => {
    if (!isObject(value)) {
      fault(where, 'body');
      return;
    }
    if (value['id'] !== undefined) one(where, value['id'], isIri, 'id of body');
    checkDates(where, value);
    if (value['creator'] !== undefined) checkAgent(where, value['creator']);
    for (const purpose of many(value['purpose'])) {
      if (!motivations.includes(String(purpose))) fault(where, `purpose ${String(purpose)}`);
    }
    if (value['type'] === 'TextualBody') {
      if (typeof value['value'] !== 'string') fault(where, 'value');
      if (value['source'] !== undefined) fault(where, 'source of a text');
    } else if (value['type'] === 'SpecificResource') one(where, value['source'], isIri, 'source of body');
    else fault(where, 'type of body');
  };
  const checkTarget = (where: string, value: unknown): void => {
    if (!isObject(value)) {
      fault(where, 'target');
      return;
    }
    if (value['type'] !== 'SpecificResource') {
      one(where, value['id'], isIri, 'id of target');
      return;
    }
    const { source } = value;
    if (!isObject(source)) {
      fault(where, 'source');
      return;
    }
    one(where, source['id'], isIri, 'id of source');
    const selectors = many(value['selector']);
    if (selectors.length === 0) fault(where, 'no selector');
    for (const each of selectors) checkSelector(where, each);
  };
  const checkAnnotation = (value: unknown): void => {
    if (!isObject(value)) {
      fault('annotation', 'not an object');
      return;
    }
    const where = String(value['id']);
    one(where, value['id'], isIri, 'id');
    if (ids.has(where)) fault(where, 'id twice');
    ids.add(where);
    if (!many(value['type']).includes('Annotation')) fault(where, 'type');
    if (many(value['target']).length === 0) fault(where, 'no target');
    if (value['body'] !== undefined && value['bodyValue'] !== undefined) fault(where, 'body and bodyValue');
    for (const each of many(value['motivation'])) {
      if (!motivations.includes(String(each))) fault(where, `motivation ${String(each)}`);
    }
    checkDates(where, value);
    for (const each of many(value['creator'])) checkAgent(where, each);
    for (const each of many(value['body'])) checkBody(where, each);
    for (const each of many(value['target'])) checkTarget(where, each);
  };
  const checkPage = (value: Json): void => {
    const where = String(value['id']);
    one(where, value['id'], isIri, 'id of page');
    if (value['type'] !== 'AnnotationPage') fault(where, 'type of page');
    const items = many(value['items']);
    if (items.length === 0) fault(where, 'empty page');
    for (const key of ['next', 'prev']) if (value[key] !== undefined) one(where, value[key], isIri, key);
    const { partOf } = value;
    one(where, isObject(partOf) ? partOf['id'] : partOf, isIri, 'partOf');
    one(where, value['startIndex'], isCount, 'startIndex');
    items.forEach(checkAnnotation);
  };

  if (!isObject(root)) return ['not an object'];
  if (!many(root['@context']).includes(context)) fault('root', 'context');
  if (many(root['@context']).length === 1 && typeof root['@context'] !== 'string')
    fault('root', 'context in a list');
  if (root['type'] === 'AnnotationPage') {
    checkPage(root);
    return faults;
  }
  const where = String(root['id']);
  one(where, root['id'], isIri, 'id of collection');
  if (root['type'] !== 'AnnotationCollection') fault(where, 'type of collection');
  const { total, first, last } = root;
  one(where, total, isCount, 'total');
  checkDates(where, root);
  for (const each of many(root['generator'])) checkAgent(where, each);
  if (last !== undefined) one(where, last, isIri, 'last');
  if (total === 0 ? first !== undefined : many(first).length !== 1) fault(where, 'first');
  if (isObject(first)) {
    checkPage(first);
    if (first['next'] === undefined && many(first['items']).length !== total)
      fault(where, 'total is not that of the page');
  } else if (first !== undefined) one(where, first, isIri, 'first');
  return faults;
}
