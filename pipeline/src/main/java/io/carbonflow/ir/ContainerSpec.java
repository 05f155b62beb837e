package io.carbonflow.ir;

import java.util.List;
import java.util.SortedMap;

/// The container of an executor. Command, arguments and values of the environment may hold
/// placeholders.
///
/// @param image the image's reference
/// @param command the program and its first arguments
/// @param args the further arguments
/// @param env environment variables
public record ContainerSpec(
    String image, List<String> command, List<String> args, SortedMap<String, String> env) {

  /// Copies the lists.
  public ContainerSpec {
    command = List.copyOf(command);
    args = List.copyOf(args);
  }
}
