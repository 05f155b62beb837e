// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.Sha256;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// The content of one object in S3. Goes on where a connection was cut, also with a server that gives
/// all again instead of the rest, and compares what was read with the length, and with the SHA-256 that
/// the object was written with, if there is one.
final class S3Stream extends InputStream {
  /// The name, in an object's metadata, of the SHA-256 of its content.
  static final String SHA256 = "sha256";

  /// How many cuts one reading gets over. The SDK itself tries each new connection three times.
  private static final int MOST_CUTS = 5;

  private final S3Client client;
  private final S3Uri uri;
  private final S3Problem problems;
  private final GetObjectResponse object;
  private final MessageDigest digest = Sha256.digest();
  private ResponseInputStream<GetObjectResponse> in;
  private long position;
  private int cuts;

  /// Asks for the object.
  ///
  /// @throws SdkException if the server refuses or is not reached
  /// @throws Problem if its answer is not one of S3
  S3Stream(S3Client client, S3Uri uri, S3Problem problems) {
    this.client = client;
    this.uri = uri;
    this.problems = problems;
    this.in = client.getObject(request().build());
    this.object = in.response();
    if (object.contentLength() == null) {
      in.abort();
      throw problems.notS3(uri, null);
    }
    problems.requireS3(uri, object);
  }

  /// Which content this is.
  ///
  /// @throws Problem if the server does not say it
  Store.Version version() {
    if (object.eTag() == null) {
      throw new Problem(Place.of(uri), "the server gives no ETag for it", "write it by S3");
    }
    return new Store.Version(object.eTag());
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    while (length > 0 && position < object.contentLength()) {
      try {
        int count = in.read(
            buffer, offset, (int) Math.min(length, object.contentLength() - position));
        if (count < 0) {
          throw new EOFException("it ended at byte " + position + " of " + object.contentLength());
        }
        digest.update(buffer, offset, count);
        position += count;
        if (position == object.contentLength()) {
          verify();
        }
        return count;
      } catch (IOException | SdkException e) {
        resume(e);
      }
    }
    return length == 0 ? 0 : -1;
  }

  @Override
  public void close() {
    if (position < object.contentLength()) {
      in.abort();
    }
    try {
      in.close();
    } catch (IOException _) {
      // All that was wanted has been read.
    }
  }

  private void resume(Exception cut) {
    in.abort();
    // Without an ETag nobody can tell whether the rest would be of the same content.
    if (++cuts > MOST_CUTS || object.eTag() == null) {
      throw problems.cut(uri, cut);
    }
    try {
      in = client.getObject(
          request().range("bytes=" + position + "-").ifMatch(object.eTag()).build());
    } catch (SdkException e) {
      throw problems.of(uri, e);
    }
    goTo(S3Rest.start(in.response(), object, position).orElseThrow(() -> {
      in.abort();
      return new Problem(Place.of(uri), "the connection was cut, and the server does not give the rest"
          + " from byte " + position + ", or of another content", "try again; a server that supports"
          + " Range and If-Match can be read in spite of cuts", cut);
    }));
  }

  /// Leaves out what was read before.
  private void goTo(long start) {
    try {
      in.skipNBytes(position - start);
    } catch (IOException | SdkException e) {
      resume(e);
    }
  }

  private GetObjectRequest.Builder request() {
    return GetObjectRequest.builder().bucket(uri.bucket()).key(uri.key());
  }

  private void verify() {
    String written = object.metadata().get(SHA256);
    String found = Sha256.of(digest);
    if (written != null && !written.equals(found)) {
      throw new Problem(Place.of(uri),
          "the content has SHA-256 " + found + " but was written with " + written,
          "write the object again");
    }
  }
}
