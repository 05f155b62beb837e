// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.container;

import static org.junit.jupiter.api.Assertions.assertTrue;

import module java.base;

/// A program in place of podman: it keeps what it is called with, and runs the commands of
/// containers on this machine. It knows the images whose names stand in a file.
public final class HostEngine {
  private static final String SCRIPT = """
      #!/bin/sh
      # Calls are kept as files, one argument a line.
      here=$(dirname "$0")
      n=$(ls "$here/calls" | wc -l)
      printf '%s\\n' "$@" >"$here/calls/$(printf %03d "$n")-$$-$1"
      [ ! -x "$here/before-$1" ] || exec "$here/before-$1" "$@"
      case $1 in
        --version) echo podman version 0 ;;
        info) echo false ;;
        image)
          for reference; do :; done
          grep -s "^$reference=" "$here/images" | cut -d= -f2 | grep . && exit 0
          echo "Error: $reference: image not known" >&2
          exit 125 ;;
        pull)
          for reference; do :; done
          case $reference in
            remote/*) echo "$reference=pulled-$reference" >>"$here/images" ;;
            *) echo "Error: initializing source $reference: connection refused" >&2; exit 125 ;;
          esac ;;
        run)
          shift
          entrypoint=
          while [ "${1#--}" != "$1" ]; do
            case $1 in
              --entrypoint=*) entrypoint=${1#--entrypoint=} ;;
              --name=*) name=${1#--name=} ;;
              --env=*=*) export "${1#--env=}" ;;
            esac
            shift
          done
          shift
          echo exited false >"$here/state-$name"
          exec ${entrypoint:+"$entrypoint"} "$@" ;;
        container)
          for name; do :; done
          cat "$here/state-$name" ;;
        stop) : ;;
        rm)
          for name; do :; done
          rm -f "$here/state-$name" ;;
      esac
      """;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>(System.getenv());

  /// Makes the program.
  public HostEngine(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("calls"));
    script("podman", SCRIPT);
    image("here", "id-of-here");
    environment.put("PATH", folder + ":" + System.getenv("PATH"));
    environment.remove("CARBONFLOW_ENGINE");
    environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.equals("SSL_CERT_FILE"));
  }

  /// Makes an image known, under an id.
  public void image(String reference, String id) throws IOException {
    Files.writeString(folder.resolve("images"), reference + "=" + id + "\n");
  }

  /// Lets a script answer a subcommand.
  public void answer(String subcommand, String script) throws IOException {
    script("before-" + subcommand, "#!/bin/sh\n" + script + "\n");
  }

  private void script(String name, String text) throws IOException {
    Path script = Files.writeString(folder.resolve(name), text);
    assertTrue(script.toFile().setExecutable(true));
  }

  /// Sets a variable of the caller's environment.
  HostEngine with(String name, String value) {
    environment.put(name, value);
    return this;
  }

  /// The caller's environment, in which the program is the first on the path.
  public Map<String, String> environment() {
    return environment;
  }

  /// The arguments of each call of a subcommand.
  public List<List<String>> calls(String subcommand) throws IOException {
    try (var files = Files.list(folder.resolve("calls"))) {
      List<List<String>> calls = new java.util.ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith("-" + subcommand)).sorted()
          .toList()) {
        calls.add(Files.readAllLines(file));
      }
      return calls;
    }
  }

  /// All that it was ever called with.
  String everything() throws IOException {
    try (var files = Files.list(folder.resolve("calls"))) {
      StringBuilder all = new StringBuilder();
      for (Path file : files.toList()) {
        all.append(Files.readString(file));
      }
      return all.toString();
    }
  }
}
