/** How Chromium begins a line of its own log: process, thread, time, level, source file. */
const logLine = /^\[[\d:]+\/[\d.]+:(?:ERROR|WARNING|INFO|VERBOSE\d+):([\w./-]+?)(?:\(\d+\)|:\d+)\] /;

/**
 * Source files of Chromium that complain, harmlessly, about a missing D-Bus or graphics card, or a message that
 * reached a process as it ended.
 */
const harmlessFiles =
  /(?:^|\/)(?:bus|object_proxy|gpu_\w+|viz_\w+|gl_\w+|angle_\w+|egl_\w+|command_buffer_\w+|interface_endpoint_client|zygote_\w+)\.cc$/;

/**
 * Whether a line on Electron's stderr only says that a desktop service or a graphics card is absent.
 * @param {string} line
 * @returns {boolean}
 */
export function isHarmlessNoise(line) {
  const file = logLine.exec(line)?.[1];
  return file !== undefined && harmlessFiles.test(file);
}
