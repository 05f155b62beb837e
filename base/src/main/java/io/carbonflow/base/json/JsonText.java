package io.carbonflow.base.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The one value that a text of UTF-8 is; anything else is a [Problem] that says why.
final class JsonText {
  static final String REMEDY = "give a file that this version of carbonflow wrote, whole";

  private JsonText() {}

  /// The content of a file.
  static JsonElement read(Path file) {
    Place where = Place.of(file);
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, where);
    } catch (IOException e) {
      throw unreadable(where, Files.isDirectory(file) ? "it is a folder" : reason(e), e);
    }
  }

  /// The content of a file or object that has been read.
  static JsonElement of(byte[] content, Place where) {
    try {
      return read(new ByteArrayInputStream(content), where);
    } catch (IOException e) {
      throw unreadable(where, reason(e), e);
    }
  }

  private static JsonElement read(InputStream in, Place where) throws IOException {
    try (JsonReader reader =
        new JsonReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()))) {
      return JsonTree.read(reader);
    } catch (JsonParseException e) {
      throw unreadable(where, reason(e), e);
    }
  }

  private static Problem unreadable(Place where, String reason, Exception e) {
    return new Problem(where, "cannot be read as JSON (" + reason + ")", REMEDY, e);
  }

  private static String reason(Exception e) {
    return switch (e.getCause() instanceof IOException cause ? cause : e) {
      case NoSuchFileException _ -> "there is no such file";
      case MalformedInputException _ -> "it is not UTF-8";
      case EOFException _ -> "it is empty or cut off";
      case MalformedJsonException _ -> "it is something else";
      case Exception other -> String.valueOf(other.getMessage()).lines().findFirst().orElse("");
    };
  }
}
