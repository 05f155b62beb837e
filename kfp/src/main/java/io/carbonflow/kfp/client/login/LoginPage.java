package io.carbonflow.kfp.client.login;

import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A page on the way to a login: its forms and links, found by their tags. Scripts are not run.
///
/// @param uri where it is
/// @param status its HTTP status
/// @param title its title; empty if it has none
/// @param forms its forms
/// @param links where its links lead
record LoginPage(URI uri, int status, String title, List<Form> forms, List<URI> links) {
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.*?)</title>");
  private static final Pattern FORM = Pattern.compile("(?is)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("(?is)<input\\b([^>]*)>");
  private static final Pattern LINK = Pattern.compile("(?is)<a\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile(
      "(?is)([a-z-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))");

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
    String text = answer.text();
    List<Form> forms = FORM.matcher(text).results().map(form -> form(answer.uri(),
        attributes(form.group(1)), form.group(2))).toList();
    List<URI> links = LINK.matcher(text).results()
        .flatMap(link -> Optional.ofNullable(attributes(link.group(1)).get("href"))
            .flatMap(href -> resolve(answer.uri(), href)).stream()).toList();
    Matcher title = TITLE.matcher(text);
    return new LoginPage(answer.uri(), answer.status(),
        title.find() ? unescaped(title.group(1)).strip().replaceAll("\\s+", " ") : "",
        forms, links);
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
        + Address.shown(uri) + " (HTTP " + status + ")";
  }

  private static Form form(URI page, Map<String, String> form, String content) {
    Map<String, String> fields = new LinkedHashMap<>();
    Map<String, String> types = new LinkedHashMap<>();
    for (Map<String, String> input : INPUT.matcher(content).results()
        .map(match -> attributes(match.group(1))).toList()) {
      if (input.containsKey("name")) {
        fields.put(input.get("name"), input.getOrDefault("value", ""));
        types.put(input.get("name"), input.getOrDefault("type", "text").toLowerCase());
      }
    }
    return new Form(form.getOrDefault("method", "get").toLowerCase(),
        resolve(page, form.getOrDefault("action", "")).orElse(page), fields, types);
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

  private static Map<String, String> attributes(String tag) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      String value = matcher.group(2) != null ? matcher.group(2)
          : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
      found.put(matcher.group(1).toLowerCase(), unescaped(value));
    }
    return found;
  }

  private static String unescaped(String text) {
    return text.replace("&#43;", "+").replace("&#34;", "\"").replace("&#39;", "'")
        .replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
