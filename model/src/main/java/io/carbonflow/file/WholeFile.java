package io.carbonflow.file;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Writes files that are whole or absent: to a temporary file beside the target, then by an atomic
/// move. What an interrupted program leaves unfinished is deleted as it ends.
public final class WholeFile {
  private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> UNFINISHED.forEach(
        WholeFile::deleteQuietly)));
  }

  private WholeFile() {}

  /// What fills a file.
  @FunctionalInterface
  public interface Content {
    /// Writes the whole content; the stream is closed by the caller.
    void to(OutputStream out) throws IOException;
  }

  /// Writes a file and makes its parent folders. An earlier file of that name is replaced at once.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, Content content) {
    Path unfinished = null;
    try {
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      unfinished = folder.resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".part");
      UNFINISHED.add(unfinished);
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished))) {
        content.to(out);
      }
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new Problem(Place.of(target), "cannot be written (" + reason(e) + ")",
          "name a folder that exists or can be made, with room and permission to write", e);
    } finally {
      if (unfinished != null) {
        deleteQuietly(unfinished);
        UNFINISHED.remove(unfinished);
      }
    }
  }

  /// Writes a text file in UTF-8.
  ///
  /// @throws Problem if the file cannot be written
  public static void write(Path target, String text) {
    write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException f -> f.getFile() + " is not a folder";
      case NoSuchFileException f -> f.getFile() + " does not exist";
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It is a leftover beside the target; the write itself has been reported.
    }
  }
}
