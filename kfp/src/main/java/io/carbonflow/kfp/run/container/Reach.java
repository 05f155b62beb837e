// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import module java.base;
import io.carbonflow.kfp.run.Job;
import io.carbonflow.kfp.step.Declaration;
import io.carbonflow.kfp.step.PathUse;

/// Which parameters of tasks may name something outside of the run. A pipeline of somebody else's may hold
/// any text, and its steps are what its images do, so there only what the caller has named counts.
///
/// @param programs the steps of this program, by the words of their commands
/// @param own whether the pipeline is one that this program describes
/// @param named the texts that the caller has given as parameters
/// @param writable the folders that the caller lets every task write to
public record Reach(Map<List<String>, Declaration> programs, boolean own, Set<String> named,
    List<Path> writable) {
  /// Of a run that is given nothing.
  public static final Reach NOTHING = new Reach(Map.of(), false, Set.of(), List.of());

  /// Copies everything.
  public Reach {
    programs = Map.copyOf(programs);
    named = Set.copyOf(named);
    writable = List.copyOf(writable);
  }

  /// What a task's parameter names.
  ///
  /// @param text the path or URI
  /// @param use what the task does with it
  /// @param folder whether it may be a folder
  record Named(String text, PathUse use, boolean folder) {}

  /// The texts of all values of parameters, for [#named].
  public static Set<String> texts(Collection<?> values) {
    return PathLikeParameters.in(values).collect(Collectors.toSet());
  }

  /// What a task may see: of a step of this program what it declares as a path, of another task what
  /// the caller has given that is a file or looks like a path, to be read.
  List<Named> of(Job job) {
    Optional<Declaration> step = step(job);
    return job.parameters().entrySet().stream().flatMap(given -> PathLikeParameters.in(given.getValue())
        .filter(this::trusted)
        .flatMap(text -> step.isPresent() ? declared(step.get(), given.getKey(), text)
            : named.contains(text)
                ? Stream.of(new Named(text, PathUse.READ, PathLikeParameters.looksLikePath(text)))
                : Stream.empty()))
        .toList();
  }

  /// Whether a text counts as what it says.
  boolean trusted(String text) {
    return own || named.contains(text);
  }

  private static Stream<Named> declared(Declaration step, String input, String text) {
    return step.inputs().stream()
        .filter(port -> port.name().equals(input) && port.about().path() != PathUse.NONE)
        .map(port -> new Named(text, port.about().path(), true));
  }

  private Optional<Declaration> step(Job job) {
    List<String> words = Stream.concat(
        job.container().command().stream(), job.container().args().stream()).toList();
    return programs.entrySet().stream()
        .filter(program -> words.size() >= program.getKey().size()
            && words.subList(0, program.getKey().size()).equals(program.getKey()))
        .map(Map.Entry::getValue).findFirst();
  }
}
