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
/// @param resources what it asks of the cluster; nothing on this machine depends on it
public record ContainerSpec(
    String image,
    List<String> command,
    List<String> args,
    SortedMap<String, String> env,
    Resources resources) {

  /// Copies the lists.
  public ContainerSpec {
    command = List.copyOf(command);
    args = List.copyOf(args);
  }
}
