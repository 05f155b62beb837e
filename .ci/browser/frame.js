// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of a page does not work in a frame that may run scripts and has no origin, as Kubeflow's has: tables that
// can be sorted and filtered, and links within the page.
const faults = [];
const pause = () => new Promise(done => setTimeout(done, 50));
for (const table of document.querySelectorAll('table.data')) {
  const rows = () => [...table.tBodies[0].rows].map(row => row.innerText);
  const before = rows();
  const head = table.tHead.rows[0].cells[0];
  head.click();
  await pause();
  const sorted = rows();
  head.click();
  await pause();
  if (before.length > 2 && new Set(before).size > 2 && rows().join() === sorted.join()) {
    faults.push('a table of ' + before.length + ' rows cannot be sorted');
  }
  if (before.length > 15 && !table.closest('.dt-container').querySelector('.dt-search input')) {
    faults.push('a table of ' + before.length + ' rows cannot be filtered');
  }
}
const links = document.querySelectorAll('a[href^="#"]');
for (const link of [links[0], links[links.length - 1]]) {
  if (!link) continue;
  link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  await pause();
  const found = document.querySelector('.found');
  if (!found || '#' + found.id !== link.getAttribute('href')) {
    faults.push('the link ' + link.getAttribute('href') + ' leads nowhere');
  }
}
for (const link of document.querySelectorAll('a[href]')) {
  if (!link.getAttribute('href').startsWith('#') && !/^https:/.test(link.getAttribute('href'))) {
    faults.push('the link ' + link.getAttribute('href') + ' leads out of the frame');
  }
}
return faults;
