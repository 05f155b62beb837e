// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Each text stands out from what is below it, by the formula of WCAG 2.
const LEAST_CONTRAST = 4.5;

// Colors are red, green, blue, and the share of what is below that they cover.
const pixel = new OffscreenCanvas(1, 1).getContext('2d', {willReadFrequently: true});
const known = new Map();
const color = text => {
  if (!known.has(text)) {
    pixel.clearRect(0, 0, 1, 1);
    pixel.fillStyle = text;
    pixel.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = pixel.getImageData(0, 0, 1, 1).data;
    known.set(text, [r, g, b, a / 255]);
  }
  return known.get(text);
};
const sheer = ([r, g, b, a], opacity) => [r, g, b, a * opacity];
const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
const luminance = c => [0.2126, 0.7152, 0.0722].reduce((sum, share, i) => {
  const part = c[i] / 255;
  return sum + share * (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
}, 0);
const contrast = (one, other) => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

// The paint of shapes of a figure at a point.
const shapes = new Map(all('svg').map(svg => [svg,
  all('path, rect, circle, ellipse, line, polygon, polyline', svg)
    .filter(shape => !shape.closest('defs')).map(shape => [shape, shape.getBoundingClientRect()])]));
const paints = (shape, x, y) => {
  const style = getComputedStyle(shape);
  const at = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
  const found = [];
  if (style.fill !== 'none' && shape.isPointInFill(at)) {
    found.push(sheer(color(style.fill), style.fillOpacity * style.opacity));
  }
  if (style.stroke !== 'none' && shape.isPointInStroke(at)) {
    found.push(sheer(color(style.stroke), style.strokeOpacity * style.opacity));
  }
  return found;
};
const drawn = (svg, x, y) => shapes.get(svg)
  .filter(([, box]) => Math.abs(x - (box.left + box.right) / 2) < box.width / 2 + 9
    && Math.abs(y - (box.top + box.bottom) / 2) < box.height / 2 + 9)
  .flatMap(([shape]) => paints(shape, x, y));

const canvas = root.appendChild(document.createElement('i'));
canvas.style.background = 'Canvas';
const empty = color(getComputedStyle(canvas).backgroundColor);
canvas.remove();

const chain = element => element ? [...chain(element.parentElement), element] : [];
const written = new Set();
for (const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); walker.nextNode();) {
  if (walker.currentNode.data.trim() && shown(walker.currentNode.parentElement)) {
    written.add(walker.currentNode.parentElement);
  }
}
for (const element of written) {
  const styles = chain(element).map(part => getComputedStyle(part));
  const own = styles.at(-1);
  const svg = element.closest('svg');
  const ink = styles.reduce((sum, style) => sheer(sum, style.opacity),
    svg ? sheer(color(own.fill), own.fillOpacity) : color(own.color));
  const ground = styles.reduce((below, style) => over(color(style.backgroundColor), below), empty);
  const grounds = [ground];
  if (svg) {
    const {left, right, top, bottom} = element.getBoundingClientRect();
    grounds.push(...[left + 1, (left + right) / 2, right - 1].map(x =>
      drawn(svg, x, (top + bottom) / 2).reduce((below, paint) => over(paint, below), ground)));
  }
  const least = Math.min(...grounds.map(below => contrast(over(ink, below), below)));
  if (least < LEAST_CONTRAST) {
    fault(element, `has a contrast of ${least.toFixed(2)}, less than ${LEAST_CONTRAST}`);
  }
  if (styles.some(style => style.backgroundImage !== 'none')) {
    fault(element, 'stands on a picture, so that its contrast is not known');
  }
}
return {faults, texts: written.size, figures: all('figure').length};
