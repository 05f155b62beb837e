// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;
import io.carbonflow.base.file.Sha256;
import io.carbonflow.kfp.pipeline.Pipeline;
import io.carbonflow.kfp.step.Step;

/// The version of the code that a class can reach: what decides a step's results besides its inputs.
///
/// Followed class by class are folders of classes, the entry that holds the class, that of this library, and
/// jars of the same Maven group as one of the two. There the names in constant pools lead on: types of
/// fields, methods, annotations, permitted and nested classes, texts that name a class or a resource, and the
/// providers of services. What else is on the class path are libraries. What they reach of each other is not
/// followed: the first that is reached brings all of them, each known by its name and its entries' checksums.
///
/// Safe for threads; what was read once is kept, so the files must not change while it is in use.
public final class CodeVersion {
  /// The running program's class path.
  public static final CodeVersion RUNNING = new CodeVersion(System.getProperty("java.class.path"));

  /// Each step would reach all others by these.
  private static final Set<String> COMMANDS = Set.of(Step.class.getName(), Pipeline.class.getName());

  private final List<Entry> classPath;
  private final Map<Set<Path>, OwnCode> ownCode = new ConcurrentHashMap<>();
  private final Map<Path, String> checksums = new ConcurrentHashMap<>();
  private final Map<Set<String>, String> versions = new ConcurrentHashMap<>();

  /// Reads the lists of what is on a class path.
  ///
  /// @param classPath folders and jars as the JVM takes them; jars that a manifest names are on it too
  /// @throws io.carbonflow.base.fault.Problem if one cannot be read
  public CodeVersion(String classPath) {
    this.classPath = ClassPath.entries(classPath);
  }

  /// The version of what a class can reach, in hexadecimal; the same wherever the files are.
  ///
  /// @param roots names of the classes that are started, `io.carbonflow.components.merge.Merge`; one that is on
  ///     no entry of the class path is a class of the JDK or made by the program, and says nothing
  public String of(Set<String> roots) {
    return versions.computeIfAbsent(Set.copyOf(roots), this::compute);
  }

  private String compute(Set<String> roots) {
    Set<String> names = roots.stream().map(name -> name.replace('.', '/')).collect(Collectors.toSet());
    Set<Path> own = followed(names);
    Reached reached = ownCode.computeIfAbsent(own, some -> new OwnCode(
        classPath.stream().filter(entry -> some.contains(entry.path())).toList(), COMMANDS)).from(names);
    MessageDigest digest = Sha256.digest();
    reached.digests().forEach((name, hash) -> digest.update(
        (name + ' ' + hash + '\n').getBytes(StandardCharsets.UTF_8)));
    if (reached.libraries()) {
      classPath.stream().filter(entry -> !own.contains(entry.path())).map(this::checksums).sorted()
          .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
    }
    return Sha256.of(digest);
  }

  private String checksums(Entry library) {
    return checksums.computeIfAbsent(library.path(), _ -> library.checksums());
  }

  /// The places of entries in which classes are followed.
  private Set<Path> followed(Set<String> roots) {
    Set<Entry> holders = Stream.concat(roots.stream(), Stream.of(CodeVersion.class.getName().replace('.', '/')))
        .flatMap(name -> classPath.stream().filter(entry -> entry.has(name + ".class")).limit(1))
        .collect(Collectors.toCollection(() -> Collections.newSetFromMap(new IdentityHashMap<>())));
    Set<String> groups = holders.stream()
        .flatMap(entry -> entry.groups().stream()).collect(Collectors.toSet());
    return classPath.stream()
        .filter(entry -> holders.contains(entry) || entry instanceof Entry.Folder
            || !Collections.disjoint(entry.groups(), groups))
        .map(Entry::path).collect(Collectors.toSet());
  }
}
