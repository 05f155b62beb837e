package io.carbonflow.store;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Objects below a prefix of a bucket. An object is written by a single request, which the server
/// takes whole or not at all.
///
/// @param root the bucket with or without a prefix
/// @param client the SDK's client, which is closed with the store
/// @param problems says what went wrong
record S3Store(StoreUri.S3 root, S3Client client, S3Problem problems) implements Store {
  /// What S3 takes in a single request. Nothing here comes near it, so there are no uploads in parts.
  private static final long MOST_BYTES = 5L << 30;

  static S3Store open(StoreUri.S3 root, StoreOptions options) {
    return new S3Store(
        root, S3Connection.client(root, options), new S3Problem(options.endpoint()));
  }

  @Override
  public InputStream read(String key) {
    StoreUri.S3 uri = root.resolve(key);
    return calling(uri, () -> new S3Stream(client, uri, problems));
  }

  @Override
  public void write(String key, byte[] content) {
    StoreUri.S3 uri = root.resolve(key);
    put(uri, request(uri, Sha256.of(content)), RequestBody.fromBytes(content));
  }

  @Override
  public void write(String key, Path content) {
    StoreUri.S3 uri = root.resolve(key);
    try {
      if (Files.size(FileStore.readable(content)) > MOST_BYTES) {
        throw new Problem(Place.of(content), "is larger than 5 GiB, the most that one object takes",
            "write it in parts");
      }
      put(uri, request(uri, Sha256.of(content)), RequestBody.fromFile(content));
    } catch (IOException e) {
      throw FileStore.unreadable(content, e);
    }
  }

  @Override
  public boolean exists(String key) {
    StoreUri.S3 uri = root.resolve(key);
    return calling(uri, () -> {
      try {
        var head = client.headObject(object -> object.bucket(uri.bucket()).key(uri.key()));
        requireS3(uri, head.eTag());
        return true;
      } catch (NoSuchKeyException _) {
        // The answer has no body to say whether it is the bucket that is missing; a listing's has.
        client.listObjectsV2(
            objects -> objects.bucket(uri.bucket()).prefix(uri.key()).maxKeys(1));
        return false;
      }
    });
  }

  @Override
  public List<Entry> list(String folder) {
    return list(folder.isEmpty() ? root : root.resolve(folder));
  }

  @Override
  public Optional<Versioned> versioned(String key) {
    StoreUri.S3 uri = root.resolve(key);
    return calling(uri, () -> {
      try (var in = new S3Stream(client, uri, problems)) {
        return Optional.of(new Versioned(in.readAllBytes(), in.version()));
      } catch (NoSuchKeyException _) {
        return Optional.empty();
      } catch (IOException e) {
        throw problems.cut(uri, e);
      }
    });
  }

  @Override
  public boolean replace(String key, Optional<Version> expected, byte[] content) {
    StoreUri.S3 uri = root.resolve(key);
    PutObjectRequest.Builder request = request(uri, Sha256.of(content));
    expected.ifPresentOrElse(
        version -> request.ifMatch(version.tag()), () -> request.ifNoneMatch("*"));
    return calling(uri, () -> {
      try {
        requireS3(uri, client.putObject(request.build(), RequestBody.fromBytes(content)).eTag());
        return true;
      } catch (NoSuchKeyException _) {
        return false;
      } catch (S3Exception e) {
        if (e.statusCode() != 412 && e.statusCode() != 409) {
          throw e;
        }
        // Our own write, if it came through, its answer was lost, and the SDK tried again.
        return versioned(key).filter(v -> Arrays.equals(v.content(), content)).isPresent();
      }
    });
  }

  @Override
  public void close() {
    client.close();
  }

  private List<Entry> list(StoreUri.S3 folder) {
    String below = folder.key().isEmpty() ? "" : folder.key() + "/";
    int start = root.key().isEmpty() ? 0 : root.key().length() + 1;
    return calling(folder, () -> {
      List<Entry> entries = new ArrayList<>();
      for (ListObjectsV2Response page : client.listObjectsV2Paginator(
          request -> request.bucket(folder.bucket()).prefix(below))) {
        requireS3(folder, page.name());
        for (S3Object object : page.contents()) {
          // Consoles mark a folder by an empty object with a slash at its end.
          if (!object.key().endsWith("/")) {
            entries.add(new Entry(object.key().substring(start), object.size()));
          }
        }
      }
      entries.sort(Comparator.comparing(Entry::key));
      return List.copyOf(entries);
    });
  }

  private static PutObjectRequest.Builder request(StoreUri.S3 uri, String sha256) {
    return PutObjectRequest.builder()
        .bucket(uri.bucket())
        .key(uri.key())
        .contentType(Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(uri.key()), "application/octet-stream"))
        .metadata(Map.of(S3Stream.SHA256, sha256));
  }

  private void put(StoreUri.S3 uri, PutObjectRequest.Builder request, RequestBody body) {
    calling(uri, () -> {
      requireS3(uri, client.putObject(request.build(), body).eTag());
      return null;
    });
  }

  /// A server that answers every request with a page is not taken for a store.
  private void requireS3(StoreUri.S3 uri, String sign) {
    if (sign == null) {
      throw problems.notS3(uri, null);
    }
  }

  private <T> T calling(StoreUri.S3 uri, Supplier<T> request) {
    try {
      return request.get();
    } catch (SdkException e) {
      throw problems.of(uri, e);
    }
  }
}
