// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.page;

import module java.base;

/// What a page runs where it may: [DataTables](https://datatables.net) for tables, and links that work in a frame
/// without an origin, in which a browser follows none to a place in the page itself.
final class PageScript {
  private static final String LIBRARIES = "/META-INF/resources/webjars/";

  private static final String TABLES = """
      const tables = [...document.querySelectorAll('table.data')].map(table => new DataTable(table, {
        paging: false, info: false, order: [], autoWidth: false, searching: table.rows.length > 15,
        layout: { topStart: 'search', topEnd: null },
        language: { search: 'Filter rows:' } }));
      """;
  private static final String NO_TABLES = "const tables = [];\n";

  /// A link in a frame of Kubeflow's would leave the page; so the script goes to the place itself, shows the row
  /// again if a filter hides it, and marks it.
  private static final String LINKS = """
      if (location.protocol === 'about:') {
        document.querySelectorAll('a.beside').forEach(link => link.removeAttribute('href'));
      }
      document.addEventListener('click', event => {
        const link = event.target.closest('a');
        const href = link && link.getAttribute('href');
        if (!href || !href.startsWith('#')) return;
        event.preventDefault();
        const id = decodeURIComponent(href.slice(1));
        if (!document.getElementById(id)) tables.forEach(table => table.search('').draw());
        const place = document.getElementById(id);
        if (!place) return;
        document.querySelectorAll('.found').forEach(one => one.classList.remove('found'));
        for (let fold = place.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
        place.classList.add('found');
        place.tabIndex = -1;
        place.focus({ preventScroll: true });
        place.scrollIntoView({ block: place.tagName === 'TR' ? 'center' : 'start' });
      });
      """;

  private PageScript() {}

  /// The script elements of a page.
  ///
  /// @param hasTables whether it has tables to sort
  static String of(boolean hasTables) {
    return hasTables ? element(Holder.LIBRARY) + element(TABLES + LINKS) : element(NO_TABLES + LINKS);
  }

  private static String element(String script) {
    return "<script>\n" + script + "</script>\n";
  }

  /// Read when a page needs it.
  private static final class Holder {
    private static final String LIBRARY = library("jquery", "dist/jquery.slim.min.js")
        + library("datatables.net", "js/dataTables.min.js");

    private static String library(String name, String file) {
      Properties versions = new Properties();
      try (InputStream in = PageScript.class.getResourceAsStream("libraries.properties")) {
        versions.load(in);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      String resource = LIBRARIES + name + "/" + versions.getProperty(name) + "/" + file;
      try (InputStream in = PageScript.class.getResourceAsStream(resource)) {
        String script = new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        return script.replace("</script", "<\\/script") + "\n";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
