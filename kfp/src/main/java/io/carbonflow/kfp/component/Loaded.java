// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.component;

import module java.base;
import io.carbonflow.kfp.ir.Component.Interface;
import io.carbonflow.kfp.ir.ContainerSpec;

/// What a component file says.
///
/// @param name the component's name, as a task is called
/// @param takes its inputs
/// @param gives its outputs
/// @param container what it runs, except for its words
/// @param command the program and its first arguments
/// @param args what follows
record Loaded(String name, Interface takes, Interface gives, ContainerSpec container,
    List<Word> command, List<Word> args) {

  /// What it runs where some of its inputs are given.
  ContainerSpec container(Set<String> given) {
    return container.resolved(words(command, given), words(args, given));
  }

  private static List<String> words(List<Word> words, Set<String> given) {
    return words.stream().flatMap(word -> word.resolved(given)).toList();
  }
}
