// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Nothing is wider than the screen; what is in a box that scrolls may be, but not on paper.
const root = document.documentElement;
if (root.clientWidth !== width) {
  fault(root, `is laid out ${root.clientWidth} px wide where there are ${width} px`);
}
if (document.scrollingElement.scrollWidth > width) {
  fault(root, `is ${document.scrollingElement.scrollWidth} px wide where there are ${width} px`);
}
const beyond = element => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5) ? box : null;
};
for (const element of all('body *').filter(beyond).filter(shown)) {
  const parent = element.parentElement;
  // What is in an element that sticks out needs no word.
  if (!beyond(parent) && !parent.closest('svg') && (paper || !parent.closest('.scroll'))) {
    const {left, right} = beyond(element);
    fault(element, `sticks out: from ${px(left)} to ${px(right)} where there are ${width} px`);
  }
}

// Nothing that a sandboxed frame does not do, and nothing that is not in the page.
const OWN = /^\s*(data:|#)/;
const LINKS = ['src', 'href', 'xlink:href', 'srcset', 'poster', 'data', 'action', 'formaction', 'background',
  'ping'];
for (const element of all('script[src], form, iframe, object, embed, meta[http-equiv=refresh]')) {
  fault(element, 'does not work in a sandboxed frame');
}
for (const element of all('*')) {
  const styles = element.tagName.toLowerCase() === 'style' ? [element.textContent] : [];
  for (const {name: attribute, value} of element.attributes) {
    if (attribute.startsWith('on')) {
      fault(element, `has a script in ${attribute}, which a sandboxed frame does not run`);
    } else if (LINKS.includes(attribute) && !OWN.test(value) && !element.matches('a.beside')) {
      fault(element, `leads outside: ${attribute}="${short(value)}"`);
    } else {
      styles.push(value);
    }
  }
  for (const [what, , target] of styles.join('\n').matchAll(/url\(\s*(["']?)([^)]*)|@import/g)) {
    if (what === '@import' || !OWN.test(target)) {
      fault(element, `leads outside: ${short(what)}`);
    }
  }
}
