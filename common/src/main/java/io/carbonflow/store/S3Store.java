// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.file.Sha256;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Objects below a prefix of a bucket. An object is written by a single request, which the server
/// takes whole or not at all.
///
/// @param root the bucket with or without a prefix
/// @param client the SDK's client, which is closed with the store
/// @param problems says what went wrong
/// @param page how many objects one answer to a listing has at most
record S3Store(S3Uri root, S3Client client, S3Problem problems, int page) implements Store {
  /// What S3 takes in a single request. Nothing here comes near it, so no upload is in parts.
  private static final long MOST_BYTES = 5L << 30;

  static S3Store open(S3Uri root, StoreOptions options) {
    StoreProxy proxy = StoreProxy.to(options.endpoint());
    return new S3Store(root, S3Connection.client(root, options, proxy),
        new S3Problem(options.endpoint(), proxy.address()), 1000);
  }

  @Override
  public InputStream read(String key) {
    S3Uri uri = root.resolve(key);
    return problems.calling(uri, () -> new S3Stream(client, uri, problems));
  }

  @Override
  public void write(String key, byte[] content) {
    S3Uri uri = root.resolve(key);
    put(uri, request(uri, Sha256.of(content)), RequestBody.fromBytes(content));
  }

  @Override
  public void write(String key, Path content) {
    S3Uri uri = root.resolve(key);
    try {
      if (Files.size(LocalFile.noFolder(content)) > MOST_BYTES) {
        throw new Problem(Place.of(content), "is larger than 5 GiB, the most that one object takes",
            "write it in parts");
      }
      put(uri, request(uri, Sha256.of(content)), RequestBody.fromFile(content));
    } catch (IOException e) {
      throw LocalFile.unreadable(content, e);
    }
  }

  @Override
  public boolean exists(String key) {
    S3Uri uri = root.resolve(key);
    return problems.calling(uri, () -> {
      try {
        problems.requireS3(
            uri, client.headObject(object -> object.bucket(uri.bucket()).key(uri.key())));
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
    return new S3Listing(client, problems, page)
        .of(root, folder.isEmpty() ? root : root.resolve(folder));
  }

  @Override
  public Folder folder(String folder, int most) {
    return new S3Listing(client, problems, page).in(folder.isEmpty() ? root : root.resolve(folder), most);
  }

  @Override
  public Optional<Versioned> versioned(String key) {
    S3Uri uri = root.resolve(key);
    return problems.calling(uri, () -> {
      try (var in = new S3Stream(client, uri, problems)) {
        return Optional.of(new Versioned(BoundedInput.bytes(
            in, InputLimits.JSON, Place.of(uri), "correct or delete it"), in.version()));
      } catch (NoSuchKeyException _) {
        return Optional.empty();
      } catch (IOException e) {
        throw problems.cut(uri, e);
      }
    });
  }

  @Override
  public boolean replace(String key, Optional<Version> expected, byte[] content) {
    S3Uri uri = root.resolve(key);
    PutObjectRequest.Builder request = request(uri, Sha256.of(content));
    expected.ifPresentOrElse(
        version -> request.ifMatch(version.tag()), () -> request.ifNoneMatch("*"));
    return problems.calling(uri, () -> {
      try {
        problems.requireS3(
            uri, client.putObject(request.build(), RequestBody.fromBytes(content)));
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
  public void delete(String key) {
    S3Uri uri = root.resolve(key);
    problems.calling(uri, () -> {
      problems.requireDeleted(
          uri, client.deleteObject(object -> object.bucket(uri.bucket()).key(uri.key())));
      return null;
    });
  }

  /// Every answer has the server's time, also one that refuses.
  @Override
  public Duration clockAhead() {
    S3Uri none = root.resolve("clock-" + UUID.randomUUID());
    SdkHttpResponse answer = problems.calling(none, () -> {
      try {
        return client.headObject(object -> object.bucket(none.bucket()).key(none.key())).sdkHttpResponse();
      } catch (S3Exception e) {
        return Optional.ofNullable(e.awsErrorDetails()).map(AwsErrorDetails::sdkHttpResponse).orElseThrow(() -> e);
      }
    });
    return Optional.ofNullable(answer).flatMap(known -> known.firstMatchingHeader("Date")).flatMap(S3Store::time)
        .map(time -> Duration.between(Instant.now(), time)).orElse(Duration.ZERO);
  }

  private static Optional<Instant> time(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }

  private static PutObjectRequest.Builder request(S3Uri uri, String sha256) {
    return PutObjectRequest.builder()
        .bucket(uri.bucket())
        .key(uri.key())
        .contentType(Objects.requireNonNullElse(
            URLConnection.guessContentTypeFromName(uri.key()), "application/octet-stream"))
        .metadata(Map.of(S3Stream.SHA256, sha256));
  }

  private void put(S3Uri uri, PutObjectRequest.Builder request, RequestBody body) {
    problems.calling(uri, () -> {
      problems.requireS3(uri, client.putObject(request.build(), body));
      return null;
    });
  }
}
