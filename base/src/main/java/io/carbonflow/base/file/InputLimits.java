// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

/// How much is read of anything that comes from outside, in bytes unless said otherwise. What is
/// larger is refused by [BoundedInput] before it fills the memory. Each limit is several times what
/// was ever seen, and low enough for a JVM of 256 MB.
public final class InputLimits {
  private static final int KB = 1 << 10;
  private static final int MB = 1 << 20;

  /// A token, password or cookie, and what else a pod finds mounted as one word: a token has one or
  /// two thousand bytes.
  public static final int SECRET = 64 * KB;

  /// Authorities in PEM: those of a whole operating system take 220 KB.
  public static final int CERTIFICATES = 4 * MB;

  /// A compiled pipeline or a component file: the largest of this project has 150 KB. Kubernetes
  /// itself keeps no object of more than 1.5 MB.
  public static final int YAML = 4 * MB;

  /// How deep lists and mappings may lie in one another, in JSON and YAML: a pipeline of pipelines
  /// has about 20 levels.
  public static final int DEPTH = 100;

  /// How many values a document of YAML may have after its aliases are put in: those of a file of
  /// [#YAML] bytes. Thirty lines of aliases of aliases would make a billion.
  public static final int YAML_VALUES = 1_000_000;

  /// A document of JSON: metrics, a search with its trials, the register of published models, and
  /// what a task tells of its outputs. A search of a thousand trials takes 1 MB; as a tree a
  /// document takes up to [#TREE] times its size. A file may have more where there is memory ([#jsonFile]).
  public static final int JSON = 8 * MB;

  /// How many times its size a document of JSON takes of the memory, at most.
  private static final int TREE = 20;

  /// The most that a file of JSON may have however much memory there is.
  private static final int JSON_FILE = 512 * MB;

  /// One building as JSON, in characters: more than any building has; it is read in milliseconds.
  public static final int BUILDING = 64 * KB;

  /// A parameter that a task gives: Kubernetes passes no argument of more than 128 KB on.
  public static final int PARAMETER = 1 * MB;

  /// A model, a bundle or another part of a published version but its rows: a bundle of 3,000 buildings and 600
  /// trees has 1 MB.
  public static final int BUNDLE = 64 * MB;

  /// How many parts a bundle may have: it has at most nine.
  public static final int BUNDLE_PARTS = 64;

  /// A table that is read whole: the city's has 1.6 MB. One that is read row by row may be of any
  /// size.
  public static final int TABLE = 256 * MB;

  /// What a packed table may unpack to where it is read row by row; read whole it may have [#TABLE]
  /// bytes. Deflate makes up to a thousand bytes of one, so 2 MB may hold 2 GB of nothing.
  public static final int UNPACKED = 1024 * MB;

  /// What the rows of a table that was packed may take of the memory: those of all years of the city
  /// take 110 MB. Short rows take a hundred times what they have in the file.
  public static final int UNPACKED_ROWS = 256 * MB;

  /// A server's answer that is held whole: a list of runs with their pipelines has some MB.
  public static final int ANSWER = 32 * MB;

  /// A workflow as Kubernetes gives it: etcd keeps no object of more than 1.5 MB.
  public static final int WORKFLOW = 16 * MB;

  /// The nodes of a workflow, which Argo compresses to a tenth before they count for that.
  public static final int WORKFLOW_NODES = 64 * MB;

  /// The end of a task's log, of which one line is looked for.
  public static final int LOG_TAIL = 1 * MB;

  /// What podman or docker says of an image or a container.
  public static final int ENGINE = 16 * MB;

  private InputLimits() {}

  /// A document of JSON in a file, such as steps hand on to one another: a search has 20 bytes for each row that was
  /// predicted, the calibration 130. It is [#JSON], or more where its tree takes no more than half of the memory that
  /// this JVM may use: 90 MB of 3.6 GB.
  public static int jsonFile() {
    return jsonFile(Runtime.getRuntime().maxMemory());
  }

  /// @param memory the bytes that a JVM may use
  static int jsonFile(long memory) {
    return Math.clamp(memory / (2 * TREE), JSON, JSON_FILE);
  }
}
