// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the other scripts here share. They are run in the page one after the other, in one function of the
// width that the page is to be shown at, and of whether that is a sheet of paper.
// A change of the screen takes a frame, on a busy machine some more.
for (let frame = 0; frame < 1 || frame < 6 && document.documentElement.clientWidth !== width; frame++) {
  await new Promise(drawn => { requestAnimationFrame(drawn); });
}

const faults = [];
const fault = (element, what) => faults.push([name(element), what]);

const short = text => text.trim().replace(/\s+/g, ' ').slice(0, 40);
const called = element => element.tagName.toLowerCase() + (element.id ? '#' + element.id : '');
const name = element => {
  const near = element.parentElement?.closest('[id]');
  const words = element === document.documentElement || element === document.body ? ''
    : short(element.textContent || element.getAttribute('aria-label') || '');
  return (near ? called(near) + ' ' : '') + called(element) + (words ? ` “${words}”` : '');
};

const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const shown = element => element.checkVisibility({visibilityProperty: true});
const px = length => Math.round(length * 10) / 10 + ' px';
