// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Writes files that are whole or absent: to a temporary file beside the target, then by an atomic
/// move. What an interrupted program leaves unfinished is deleted as it ends.
///
/// ```java
/// AtomicFile.write(Path.of("sum.txt"), "42\n");
/// ```
public final class AtomicFile {
  private static final String REMEDY =
      "name a folder that exists or can be made, with room and permission to write";

  private AtomicFile() {}

  /// What fills a file.
  @FunctionalInterface
  public interface Content {
    /// Writes the whole content; the stream is closed by the caller.
    void to(OutputStream out) throws IOException;
  }

  /// A file that is to be written.
  ///
  /// @param target where it goes
  /// @param content what it holds
  public record Draft(Path target, Content content) {

    /// A text file in UTF-8.
    public Draft(Path target, String text) {
      this(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }
  }

  /// Writes a file and makes its parent folders. An earlier file of that name is replaced at once and
  /// keeps its mode; behind a link it is the file that the link leads to. What is there and no regular
  /// file, such as a pipe or `/dev/stdout`, is never replaced: it takes the content as it comes.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, Content content) {
    writeAll(List.of(new Draft(target, content)));
  }

  /// Writes files of which none should be there without the others, each as [#write(Path, Content)] does.
  /// All are written beside their places before the first appears; pipes and devices take their content
  /// in between. So a file that cannot be written leaves all as they were.
  ///
  /// @throws Problem if a file cannot be written
  public static void writeAll(List<Draft> drafts) {
    List<Runnable> streams = new ArrayList<>();
    List<Unfinished> ready = new ArrayList<>();
    try {
      for (Draft draft : drafts) {
        attempt(draft.target(), () -> {
          switch (WriteTarget.of(draft.target())) {
            case WriteTarget.Stream stream -> streams.add(
                () -> attempt(draft.target(), () -> pass(stream.path(), draft.content())));
            case WriteTarget.RegularFile file -> {
              Unfinished unfinished = new Unfinished(draft.target(), file);
              ready.add(unfinished);
              unfinished.fill(draft.content());
            }
          }
        });
      }
      streams.forEach(Runnable::run);
      ready.forEach(unfinished -> attempt(unfinished.target(), unfinished::show));
    } finally {
      ready.forEach(Unfinished::close);
    }
  }

  private static void pass(Path stream, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
        stream, StandardOpenOption.WRITE, StandardOpenOption.APPEND))) {
      content.to(out);
    }
  }

  /// A part of a write.
  @FunctionalInterface
  private interface Part {
    void run() throws IOException;
  }

  private static void attempt(Path target, Part part) {
    try {
      part.run();
    } catch (IOException e) {
      throw unwritable(target, Files.isDirectory(target) ? "it is a folder" : reason(e), e);
    }
  }

  /// Writes a text file in UTF-8.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, String text) {
    writeAll(List.of(new Draft(target, text)));
  }

  /// The file that a write would make or replace, by its real path: two names of one file give the same.
  ///
  /// @return empty for a device or pipe, which many may write to
  /// @throws Problem if the path leads nowhere
  public static Optional<Path> replaced(Path target) {
    try {
      return WriteTarget.of(target) instanceof WriteTarget.RegularFile file
          ? Optional.of(real(file.path())) : Optional.empty();
    } catch (IOException e) {
      throw unwritable(target, reason(e), e);
    }
  }

  private static Path real(Path file) throws IOException {
    Path there = file.normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(file.normalize())).normalize();
  }

  /// Checks that a file's folder is there or can be made, without making anything: before a long
  /// piece of work whose result should go there. A device or pipe has to take what is written.
  ///
  /// @throws Problem if it cannot
  public static void checkFolder(Path target) {
    WriteTarget found;
    try {
      found = WriteTarget.of(target);
    } catch (IOException e) {
      throw unwritable(target, reason(e), e);
    }
    switch (found) {
      case WriteTarget.Stream stream -> {
        if (!Files.isWritable(stream.path())) {
          throw unwritable(target, "permission denied", null);
        }
      }
      case WriteTarget.RegularFile file -> checkFolderOf(file.path(), target);
    }
  }

  private static void checkFolderOf(Path file, Path target) {
    Path folder = file.getParent();
    while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      folder = folder.getParent();
    }
    if (!Files.isDirectory(folder)) {
      throw unwritable(target, folder + " is not a folder", null);
    }
    if (!Files.isWritable(folder)) {
      throw unwritable(target, "permission denied for " + folder, null);
    }
  }

  private static Problem unwritable(Path target, String why, IOException e) {
    return new Problem(Place.of(target), "cannot be written (" + why + ")", REMEDY, e);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException denied -> "permission denied";
      case FileAlreadyExistsException f -> f.getFile() + " is not a folder";
      case NoSuchFileException f -> f.getFile() + " does not exist";
      case FileSystemException f when f.getReason() != null -> f.getFile() + ": " + f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
