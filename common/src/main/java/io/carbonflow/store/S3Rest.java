// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Looks at the answer to a question for the rest of an object: a server, or a cache before it, may
/// give all of it, another part, or a part of what has taken its place.
final class S3Rest {
  private static final int PARTIAL = 206;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  private S3Rest() {}

  /// At which byte of the object an answer begins.
  ///
  /// @param rest the answer
  /// @param whole the answer to the first question, for all of the object
  /// @param position the byte that was asked for
  /// @return 0 or the position; empty if the answer does not lead on
  static OptionalLong start(GetObjectResponse rest, GetObjectResponse whole, long position) {
    if (!Objects.equals(rest.eTag(), whole.eTag())) {
      return OptionalLong.empty();
    }
    if (rest.sdkHttpResponse().statusCode() != PARTIAL) {
      return whole.contentLength().equals(rest.contentLength())
          ? OptionalLong.of(0) : OptionalLong.empty();
    }
    Matcher range = RANGE.matcher(String.valueOf(rest.contentRange()));
    return range.matches() && Long.parseLong(range.group(1)) == position
        && Long.parseLong(range.group(2)) == whole.contentLength() - 1
        && Long.parseLong(range.group(3)) == whole.contentLength()
        ? OptionalLong.of(position) : OptionalLong.empty();
  }
}
