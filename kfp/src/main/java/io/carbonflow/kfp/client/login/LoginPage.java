// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.login;

import module java.base;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/// A page on the way to a login: its forms and links. Scripts are not run.
///
/// @param uri where it is
/// @param shown where it is, as it may be shown
/// @param status its HTTP status
/// @param title its title, as it may be shown; empty if it has none
/// @param forms its forms
/// @param links where its links lead
record LoginPage(URI uri, String shown, int status, String title, List<Form> forms, List<URI> links) {
  /// A form.
  ///
  /// @param method `get` or `post`
  /// @param action where its fields are sent
  /// @param fields the values of its inputs by name
  /// @param types the types of its inputs by name
  record Form(
      String method, URI action, Map<String, String> fields, Map<String, String> types) {

    /// The name of the first input of a type.
    Optional<String> input(Predicate<String> type) {
      return types.entrySet().stream().filter(input -> type.test(input.getValue()))
          .map(Map.Entry::getKey).findFirst();
    }
  }

  /// The page in an answer.
  static LoginPage of(HttpAnswer answer) {
    Document page = Jsoup.parse(answer.text());
    return new LoginPage(answer.uri(), answer.secrets().masked(Address.shown(answer.uri())),
        answer.status(), answer.secrets().masked(page.title()),
        page.forms().stream().map(form -> form(answer.uri(), form)).toList(),
        page.select("a[href]").stream()
            .flatMap(link -> resolve(answer.uri(), link.attr("href")).stream()).toList());
  }

  /// The form that asks for a password.
  Optional<Form> passwordForm() {
    return forms.stream().filter(form -> form.input("password"::equals).isPresent()).findFirst();
  }

  /// The form by which Dex asks whether the program may know the user (its approval.html).
  Optional<Form> approvalForm() {
    return forms.stream()
        .filter(form -> "approve".equals(form.fields.get("approval"))).findFirst();
  }

  /// The page in words: enough to find it, and nothing of what it holds.
  String words() {
    return (title.isEmpty() ? "a page without a title" : "\"" + title + "\"") + " at "
        + shown + " (HTTP " + status + ")";
  }

  private static Form form(URI page, FormElement form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (Element input : form.elements().select("input[name]")) {
      fields.put(input.attr("name"), input.attr("value"));
      types.put(input.attr("name"), attribute(input, "type", "text"));
    }
    return new Form(attribute(form, "method", "get"),
        resolve(page, form.attr("action")).orElse(page), fields, types);
  }

  private static String attribute(Element element, String name, String otherwise) {
    return element.hasAttr(name) ? element.attr(name).toLowerCase(Locale.ROOT) : otherwise;
  }

  private static Optional<URI> resolve(URI page, String reference) {
    try {
      // Java follows an older standard for a query alone: it would lose the last part of the path.
      return Optional.of(reference.isEmpty() ? page : reference.startsWith("?")
          ? Address.withQuery(page, reference.substring(1)) : page.resolve(reference));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
