/**
 * Workers of a run of all tests. One drives the program and waits for it half of the time; the others have the rest, on
 * two cores.
 */
export const testWorkers = 3;
