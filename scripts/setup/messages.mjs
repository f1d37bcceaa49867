// Everything that set-up says goes to stderr: stdout stays free for answers such as the path of an executable.

const liveIntervalMs = 250;
const logIntervalMs = 3000;

/** @param {string} text */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * Keeps a person informed while something long runs: one line that changes in a terminal, a line every three
 * seconds in a log.
 *
 * @param {string} label
 * @param {() => string} [describe] what has been achieved so far, such as "37 of 196 MB"
 * @returns {() => void} stops it and leaves the terminal's line empty
 */
export function startProgress(label, describe = () => '') {
  const startedMs = Date.now();
  const isLive = process.stderr.isTTY === true;
  const line = () => {
    const seconds = Math.round((Date.now() - startedMs) / 1000);
    return [label, describe(), seconds > 0 ? `(${seconds} s)` : ''].filter(Boolean).join(' ');
  };
  const show = () => process.stderr.write(isLive ? `\r\u001b[K${line()}` : `${line()}\n`);

  show();
  const timer = setInterval(show, isLive ? liveIntervalMs : logIntervalMs);
  return () => {
    clearInterval(timer);
    if (isLive) process.stderr.write('\r\u001b[K');
  };
}

/**
 * @param {number} bytes
 * @returns {string}
 */
export function inMegabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}

/**
 * @param {number} startedMs a Date.now()
 * @returns {string}
 */
export function secondsSince(startedMs) {
  return `${((Date.now() - startedMs) / 1000).toFixed(1)} s`;
}
