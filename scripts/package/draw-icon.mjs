// Draws package/icon.png, of which electron-builder makes the icons for all platforms: a pulse on a dark screen.
//   node scripts/package/draw-icon.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

import { inProject } from '../setup/project.mjs';

const sizePixels = 512;

/** @typedef {readonly [x: number, y: number]} Point in parts of the picture's side, from the middle */
/** @typedef {readonly [red: number, green: number, blue: number]} Colour */

/** @type {Colour} */
const screenColour = [19, 27, 38];
/** @type {Colour} */
const lineColour = [40, 56, 76];
/** @type {Colour} */
const pulseColour = [86, 214, 190];

/** @type {readonly Point[]} */
const pulse = [
  [-0.36, 0.04],
  [-0.18, 0.04],
  [-0.1, -0.08],
  [-0.01, 0.25],
  [0.1, -0.25],
  [0.17, 0.04],
  [0.36, 0.04],
];

writeFileSync(inProject('package', 'icon.png'), png(drawPixels()));

/** @returns {Buffer} rows of red, green, blue and opacity, each row begun by its filter type: none */
function drawPixels() {
  const rowBytes = 1 + sizePixels * 4;
  const pixels = Buffer.alloc(rowBytes * sizePixels);
  for (let row = 0; row < sizePixels; row += 1) {
    for (let column = 0; column < sizePixels; column += 1) {
      const point = /** @type {const} */ ([
        (column + 0.5) / sizePixels - 0.5,
        (row + 0.5) / sizePixels - 0.5,
      ]);
      pixels.set(colourAt(point), row * rowBytes + 1 + column * 4);
    }
  }
  return pixels;
}

/**
 * @param {Point} point
 * @returns {[number, number, number, number]}
 */
function colourAt(point) {
  const grid = Math.min(...point.map((place) => Math.abs(place - Math.round(place / 0.145) * 0.145)));
  const colour = mix(
    mix(screenColour, lineColour, coverage(grid - 0.002)),
    pulseColour,
    coverage(distanceToPulse(point) - 0.026),
  );
  return [...colour, Math.round(255 * coverage(distanceToScreen(point)))];
}

/**
 * @param {number} distance to an edge, negative inside
 * @returns {number} how much of a pixel there is covered
 */
function coverage(distance) {
  return Math.min(1, Math.max(0, 0.5 - distance * sizePixels));
}

/** @param {Point} point */
function distanceToScreen([x, y]) {
  const halfSide = 0.46;
  const radius = 0.1;
  const [right, below] = [Math.abs(x) - halfSide + radius, Math.abs(y) - halfSide + radius];
  return Math.hypot(Math.max(right, 0), Math.max(below, 0)) + Math.min(Math.max(right, below), 0) - radius;
}

/** @param {Point} point */
function distanceToPulse([x, y]) {
  const distances = pulse.slice(1).map(([endX, endY], index) => {
    const [startX, startY] = pulse[index] ?? [0, 0];
    const [wide, high] = [endX - startX, endY - startY];
    const along = ((x - startX) * wide + (y - startY) * high) / (wide * wide + high * high);
    const held = Math.min(1, Math.max(0, along));
    return Math.hypot(x - startX - held * wide, y - startY - held * high);
  });
  return Math.min(...distances);
}

/**
 * @param {Colour} below
 * @param {Colour} above
 * @param {number} share of the upper one
 * @returns {Colour}
 */
function mix(below, above, share) {
  const at = (/** @type {0 | 1 | 2} */ index) =>
    Math.round(below[index] + (above[index] - below[index]) * share);
  return [at(0), at(1), at(2)];
}

/** @param {Buffer} pixels */
function png(pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(sizePixels, 0);
  header.writeUInt32BE(sizePixels, 4);
  // Eight bits a channel; colour type 6: red, green, blue, opacity.
  header.set([8, 6, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/**
 * @param {string} type
 * @param {Buffer} content
 */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
