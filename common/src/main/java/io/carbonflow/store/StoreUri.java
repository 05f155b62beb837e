package io.carbonflow.store;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/// The name of an object, or of the folder or prefix that objects lie below: a local path or a key
/// in an S3 bucket.
public sealed interface StoreUri permits StoreUri.Local, StoreUri.S3 {

  /// Reads what a person typed: `s3://bucket/prefix/key`, `file:///path`, or a plain path.
  ///
  /// A `file:` URI is percent-decoded. The key of an `s3:` URI is taken as it stands, as the AWS
  /// command line does.
  ///
  /// @throws Problem if the text is none of these
  static StoreUri parse(String text) {
    var scheme = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]+):.*", Pattern.DOTALL).matcher(text);
    if (!scheme.matches()) {
      return local(text);
    }
    return switch (scheme.group(1)) {
      case "s3" -> S3.parse(text);
      case "file" -> localUri(text);
      default -> throw new Problem(Place.of(WithoutSecrets.of(text)),
          "storage of the kind \"" + scheme.group(1) + ":\" is not supported",
          "give a path, a file: URI or s3://BUCKET/KEY");
    };
  }

  /// The last part of the name: the key of this object below its [#parent].
  ///
  /// @throws Problem if this is a whole bucket or the root folder, which are no objects
  String name();

  /// The folder or prefix that this object lies in.
  ///
  /// @throws Problem if this is a whole bucket or the root folder, which are no objects
  StoreUri parent();

  /// The object with this key below this folder or prefix.
  ///
  /// @param key parts divided by `/`; see [Store] for what it may hold
  /// @throws Problem if it is no key
  StoreUri resolve(String key);

  private static Local local(String text) {
    if (text.isBlank()) {
      throw new Problem(Place.of("\"" + text + "\""), "is no path or URI",
          "give a path, a file: URI or s3://BUCKET/KEY");
    }
    try {
      return new Local(Path.of(text));
    } catch (InvalidPathException e) {
      throw new Problem(Place.of(text.replace('\0', '?')), "is not a path: " + e.getReason(),
          "give a path, a file: URI or s3://BUCKET/KEY", e);
    }
  }

  private static Local localUri(String text) {
    try {
      return new Local(Path.of(URI.create(text)));
    } catch (IllegalArgumentException e) {
      throw new Problem(Place.of(WithoutSecrets.of(text)), "is not a file: URI of a local path",
          "write file:///FOLDER/NAME with %20 for a space, or give the plain path", e);
    }
  }

  private static Problem noObject(StoreUri uri) {
    return new Problem(Place.of(uri), "names no object", "add the object's name to it");
  }

  /// A local file or folder.
  ///
  /// @param path absolute, or relative to where the program was started
  record Local(Path path) implements StoreUri {

    /// Takes `.` and `..` out of the path.
    public Local {
      path = path.normalize();
    }

    @Override
    public String name() {
      if (path.getFileName() == null || path.toString().isEmpty()) {
        throw noObject(this);
      }
      return path.getFileName().toString();
    }

    @Override
    public Local parent() {
      name();
      return new Local(path.getParent() == null ? Path.of("") : path.getParent());
    }

    @Override
    public Local resolve(String key) {
      return new Local(path.resolve(Key.checked(key, this)));
    }

    @Override
    public String toString() {
      return path.toString().isEmpty() ? "." : path.toString();
    }
  }

  /// A bucket, a prefix in it, or an object in it.
  ///
  /// @param bucket the bucket's name, by Amazon's rules of naming
  /// @param key parts divided by `/`, with none at either end; empty for the whole bucket
  record S3(String bucket, String key) implements StoreUri {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    /// Checks the bucket's name and the key.
    ///
    /// @throws Problem if either is not allowed
    public S3 {
      if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
        throw new Problem(Place.of(WithoutSecrets.of("s3://" + bucket + "/" + key)),
            bucket.isEmpty() ? "has no bucket" : "has a bucket's name that is not allowed",
            "write s3://BUCKET/KEY; a bucket has 3 to 63 lower-case letters, digits, dots, hyphens");
      }
      if (!key.isEmpty()) {
        Key.checked(key, "s3://" + bucket);
      }
    }

    private static S3 parse(String text) {
      if (!text.startsWith("s3://")) {
        throw new Problem(Place.of(text), "is not an s3: URI", "write s3://BUCKET/KEY");
      }
      String rest = text.substring("s3://".length());
      int slash = rest.indexOf('/');
      if (slash < 0) {
        return new S3(rest, "");
      }
      String key = rest.substring(slash + 1);
      return new S3(rest.substring(0, slash),
          key.endsWith("/") ? key.substring(0, key.length() - 1) : key);
    }

    @Override
    public String name() {
      if (key.isEmpty()) {
        throw noObject(this);
      }
      return key.substring(key.lastIndexOf('/') + 1);
    }

    @Override
    public S3 parent() {
      return new S3(bucket, key.substring(0, Math.max(0, key.length() - name().length() - 1)));
    }

    @Override
    public S3 resolve(String below) {
      Key.checked(below, this);
      return new S3(bucket, key.isEmpty() ? below : key + "/" + below);
    }

    @Override
    public String toString() {
      return "s3://" + bucket + (key.isEmpty() ? "" : "/" + key);
    }
  }
}
