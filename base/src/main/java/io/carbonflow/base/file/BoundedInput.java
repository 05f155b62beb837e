// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.file;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// Reads what comes from outside up to a limit ([InputLimits]), so that no device, pipe or stream
/// without an end fills the memory, and none that stays silent holds the program forever.
///
/// ```java
/// String token = BoundedInput.text(file, InputLimits.SECRET, "correct TOKEN_FILE").strip();
/// ```
public final class BoundedInput {
  private BoundedInput() {}

  /// All bytes of a file, which may be a pipe.
  ///
  /// @param most how many bytes it may have
  /// @param remedy what to do if it cannot be read
  /// @throws Problem if it cannot be read or is larger
  public static byte[] bytes(Path file, int most, String remedy) {
    try (InputStream in = open(file, remedy)) {
      if (Files.isRegularFile(file) && Files.size(file) > most) {
        throw larger(Place.of(file), most, remedy);
      }
      return bytes(in, most, Place.of(file), remedy);
    } catch (IOException e) {
      throw unreadable(file, remedy, e);
    }
  }

  /// The text of a file in UTF-8, which may be a pipe.
  ///
  /// @param most how many bytes it may have
  /// @param remedy what to do if it cannot be read
  /// @throws Problem if it cannot be read, is larger, or is not UTF-8
  public static String text(Path file, int most, String remedy) {
    try {
      return StandardCharsets.UTF_8.newDecoder()
          .decode(ByteBuffer.wrap(bytes(file, most, remedy))).toString();
    } catch (CharacterCodingException e) {
      throw new Problem(Place.of(file), "is not UTF-8 text", remedy, e);
    }
  }

  /// All that a stream has left; the caller closes it.
  ///
  /// @param most how many bytes that may be
  /// @param where what the stream is of
  /// @param remedy what to do if there are more
  /// @throws IOException if the stream breaks off
  /// @throws Problem if there are more
  public static byte[] bytes(InputStream in, int most, Place where, String remedy)
      throws IOException {
    byte[] content = in.readNBytes(most + 1);
    if (content.length > most) {
      throw larger(where, most, remedy);
    }
    return content;
  }

  /// A file's content as a stream, which the caller closes. One that is not a regular file, such as a
  /// pipe, throws where nothing comes for half a minute.
  ///
  /// @param remedy what to do if it cannot be read
  /// @throws Problem if there is no such file, it is a folder, or it cannot be read
  public static InputStream open(Path file, String remedy) {
    if (Files.isDirectory(file)) {
      throw new Problem(Place.of(file), "is a folder, not a file", remedy);
    }
    try {
      return open(file);
    } catch (IOException e) {
      throw unreadable(file, remedy, e);
    }
  }

  /// The same for those who have their own words for what cannot be read.
  ///
  /// @throws IOException if it cannot be opened
  public static InputStream open(Path file) throws IOException {
    return !Files.exists(file) || Files.isRegularFile(file)
        ? Files.newInputStream(file) : ImpatientStream.of(() -> Files.newInputStream(file));
  }

  /// A stream that throws a [Problem] where it goes on after a limit; it closes the one it is made of.
  ///
  /// @param most how many bytes it may have
  /// @param where what the stream is of
  /// @param remedy what to do if there are more
  public static InputStream limited(InputStream in, long most, Place where, String remedy) {
    return new LimitedStream(in, most, () -> larger(where, most, remedy));
  }

  /// The problem that a file cannot be read.
  ///
  /// @param remedy what to do about it
  public static Problem unreadable(Path file, String remedy, IOException e) {
    return new Problem(Place.of(file), switch (e) {
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException denied -> "cannot be read: permission denied";
      case FileSystemException other when other.getReason() != null ->
          "cannot be read (" + other.getReason() + ")";
      default -> "cannot be read (" + Objects.requireNonNullElse(e.getMessage(), "it breaks off") + ")";
    }, remedy, e);
  }

  private static Problem larger(Place where, long most, String remedy) {
    return new Problem(where, "is larger than " + (most >= 1 << 20 ? (most >> 20) + " MB"
        : most >= 1 << 10 ? (most >> 10) + " KB" : most + " bytes"), remedy);
  }
}
