/**
 * Names of snapshots: time, sequence number, and whether it was made before an upgrade. In a file of its own, because
 * the schemas need it, and what reads a snapshot's header needs the schemas as soon as it is loaded.
 */
export const snapshotName = /^(\d{8}T\d{9}Z)-(\d{1,16})(-upgrade)?\.fws$/;
