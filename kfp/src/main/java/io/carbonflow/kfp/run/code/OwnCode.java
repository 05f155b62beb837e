// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import io.carbonflow.base.file.Sha256;

/// The entries of a class path in which classes are followed. Safe for threads.
final class OwnCode {
  private static final String SERVICES = "META-INF/services/";
  private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
      .filter(module -> module.getClassLoader() != ClassLoader.getSystemClassLoader())
      .flatMap(module -> module.getPackages().stream()).map(name -> name.replace('.', '/'))
      .collect(Collectors.toUnmodifiableSet());

  private final NavigableMap<String, List<Entry.Reader>> holders = new TreeMap<>();
  private final Set<String> notFollowed;
  private final Set<String> roots = new HashSet<>();
  private final Map<String, Node> nodes = new ConcurrentHashMap<>();

  /// What one file leads to.
  ///
  /// @param digest what it holds
  /// @param next the files that it names
  /// @param library whether it names a class of a library
  private record Node(String digest, Set<String> next, boolean library) {}

  /// @param entries in the order of the class path
  /// @param notFollowed services whose providers are not reached by them
  OwnCode(List<Entry> entries, Set<String> notFollowed) {
    this.notFollowed = notFollowed;
    for (Entry entry : entries) {
      Entry.Reader reader = entry.open();
      for (String file : entry.files()) {
        holders.computeIfAbsent(file, _ -> new ArrayList<>(1)).add(reader);
      }
    }
    // Who asks for the providers of a library's or the JDK's service cannot be seen.
    for (String file : below(SERVICES)) {
      if (!holders.containsKey(classFile(file.substring(SERVICES.length())))) {
        roots.add(file);
      }
    }
  }

  /// Follows all that some classes, `a/b/C`, name.
  Reached from(Set<String> classes) {
    Deque<String> waiting = new ArrayDeque<>(roots);
    classes.stream().map(OwnCode::classFile).filter(holders::containsKey).forEach(waiting::add);
    SortedMap<String, String> found = new TreeMap<>();
    boolean libraries = false;
    while (!waiting.isEmpty()) {
      String file = waiting.removeFirst();
      if (!found.containsKey(file)) {
        Node node = nodes.computeIfAbsent(file, this::node);
        found.put(file, node.digest());
        libraries |= node.library();
        waiting.addAll(node.next());
      }
    }
    return new Reached(found, libraries);
  }

  private static String classFile(String name) {
    return name.replace('.', '/') + ".class";
  }

  private Collection<String> below(String folder) {
    return holders.subMap(folder, folder + Character.MAX_VALUE).keySet();
  }

  /// Of several files of a name the first class is the one that runs, and all other files count.
  private Node node(String file) {
    List<Entry.Reader> places = holders.get(file);
    if (file.endsWith(".class")) {
      return node(file.substring(0, file.length() - ".class".length()), places.getFirst().read(file));
    }
    Set<String> next = new HashSet<>();
    StringBuilder digest = new StringBuilder();
    for (Entry.Reader place : places) {
      byte[] content = place.read(file);
      digest.append(Sha256.of(content));
      if (file.startsWith(SERVICES)) {
        new String(content, StandardCharsets.UTF_8).lines()
            .map(line -> classFile(line.replaceFirst("#.*", "").strip())).filter(holders::containsKey)
            .forEach(next::add);
      }
    }
    return new Node(digest.toString(), next, false);
  }

  private Node node(String name, byte[] bytes) {
    ClassContent content = ClassContent.of(bytes);
    Set<String> next = new HashSet<>();
    boolean library = false;
    for (String type : content.types()) {
      String file = type + ".class";
      if (holders.containsKey(file)) {
        next.add(file);
      } else {
        int folder = type.lastIndexOf('/');
        library |= folder > 0 && !JDK.contains(type.substring(0, folder));
      }
    }
    content.texts().forEach(text -> named(text).ifPresent(next::add));
    String service = SERVICES + name.replace('/', '.');
    if (holders.containsKey(service) && !notFollowed.contains(name.replace('/', '.'))) {
      next.add(service);
    }
    if (content.readsResources()) {
      below(name.substring(0, name.lastIndexOf('/') + 1)).stream().filter(OwnCode::isResource).forEach(next::add);
    }
    return new Node(content.digest(), next, library);
  }

  /// The class or the resource that a text names.
  private Optional<String> named(String text) {
    if (holders.containsKey(classFile(text))) {
      return Optional.of(classFile(text));
    }
    String resource = text.startsWith("/") ? text.substring(1) : text;
    return Optional.of(resource).filter(holders::containsKey).filter(OwnCode::isResource);
  }

  private static boolean isResource(String file) {
    return !file.endsWith(".class") && !file.startsWith("META-INF/");
  }
}
