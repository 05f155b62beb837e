// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.ir;

import module java.base;

/// Something that a task's pod mounts.
public sealed interface PodMount {
  /// Where the container sees it: an absolute path.
  String path();

  /// What it is, for messages.
  String words();

  /// Refuses a path that is not absolute, or is the root folder.
  private static void check(String path) {
    if (!path.matches("/[^:]*[^/:]")) {
      throw new IllegalArgumentException("'" + path + "' is not an absolute path to mount something at");
    }
  }

  /// A volume that a claim stands for, which is there already.
  ///
  /// @param claim the name of the persistent volume claim
  /// @param path where it is mounted
  /// @param subPath the folder of the volume that is mounted; empty for all of it
  record Volume(String claim, String path, String subPath) implements PodMount {
    /// Checks the path.
    public Volume {
      PodMount.check(path);
    }

    @Override
    public String words() {
      return "the volume claim " + claim;
    }
  }

  /// A folder that is empty at first, and gone with the pod.
  ///
  /// @param name its name in the pod
  /// @param path where it is mounted
  /// @param memory whether it is held in memory
  /// @param limit the most that it holds, such as `1Gi`; empty for no limit
  record EmptyFolder(String name, String path, boolean memory, String limit) implements PodMount {
    /// Checks the path.
    public EmptyFolder {
      PodMount.check(path);
      Resources.quantity("an empty folder", limit.isEmpty() ? "0" : limit);
    }

    @Override
    public String words() {
      return "an empty folder";
    }
  }

  /// A secret or a config map, a file for each of its keys.
  ///
  /// @param kind which of them
  /// @param name its name
  /// @param path where it is mounted
  /// @param optional whether a container starts where there is none
  record Entries(Kind kind, String name, String path, boolean optional) implements PodMount {
    /// What has keys.
    public enum Kind {
      /// A secret.
      SECRET("secret"),
      /// A config map.
      CONFIG_MAP("configMap");

      private final String field;

      Kind(String field) {
        this.field = field;
      }

      /// What the fields of its messages begin with.
      String field() {
        return field;
      }
    }

    /// Checks the path.
    public Entries {
      PodMount.check(path);
    }

    @Override
    public String words() {
      return "the " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " " + name;
    }
  }
}
