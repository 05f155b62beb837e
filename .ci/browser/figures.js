// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Figures say what is visible, to those who do not see them as well.
const LEAST_SENTENCE = 20;
for (const figure of all('figure')) {
  const caption = short(figure.querySelector('figcaption')?.textContent ?? '');
  const sentence = figure.querySelector('figcaption')?.textContent.trim() ?? '';
  if (sentence.length < LEAST_SENTENCE || !sentence.endsWith('.')) {
    fault(figure, `has no sentence in a figcaption, but “${caption}”`);
  }
}
for (const svg of all('svg')) {
  const role = svg.querySelector('a') ? 'group' : 'img'; // what has links in it is no picture
  if (svg.getAttribute('role') !== role || !svg.getAttribute('aria-label')?.trim()) {
    fault(svg, `has no role="${role}" or no aria-label`);
  }
  if (svg.closest('figure') && !svg.querySelector('text')) {
    fault(svg, 'has no text');
  }
  // Charts are of lines and ellipses: a filled path with curves is a letter.
  const letter = all('path', svg).find(path => !path.closest('defs')
    && /[cqst]/i.test(path.getAttribute('d')) && getComputedStyle(path).fill !== 'none');
  if (letter) {
    fault(letter, 'looks like letters drawn as outlines');
  }
}

// Texts in figures can be read: they are large enough, whole, and none is on another.
const LEAST_FONT = 9;
for (const svg of all('svg').filter(shown)) {
  const frame = svg.getBoundingClientRect();
  const texts = all('text', svg).filter(shown).map(text => [text, text.getBoundingClientRect()]);
  for (const [text, box] of texts) {
    const {a, b, c, d} = text.getScreenCTM();
    const size = parseFloat(getComputedStyle(text).fontSize) * Math.sqrt(Math.abs(a * d - b * c));
    if (size < LEAST_FONT) {
      fault(text, `is ${px(size)} high, less than ${LEAST_FONT} px`);
    }
    if (box.left < frame.left - 0.5 || box.right > frame.right + 0.5
        || box.top < frame.top - 0.5 || box.bottom > frame.bottom + 0.5) {
      fault(text, 'is cut off by the edge of its figure');
    }
  }
  texts.forEach(([text, box], index) => texts.slice(0, index).forEach(([other, others]) => {
    if (box.left < others.right - 1 && others.left < box.right - 1
        && box.top < others.bottom - 1 && others.top < box.bottom - 1) {
      fault(text, `is on the text “${short(other.textContent)}”`);
    }
    // Labels of an axis that are rounded too far.
    if (text.textContent === other.textContent
        && (Math.abs(box.top - others.top) < 1 || Math.abs(box.left - others.left) < 1)) {
      fault(text, 'is there twice in a line');
    }
  }));
}
