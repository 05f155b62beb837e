// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Response;

/// Says in one line what is wrong with a bucket, its server, or the way there. The SDK's own texts
/// are left out: they are long, and quote parts of requests.
///
/// @param endpoint the server that was named; empty for Amazon's own
/// @param proxy host and port of the proxy that leads there; empty where none does
record S3Problem(Optional<URI> endpoint, Optional<String> proxy) {
  private static final int NO_CONTENT = 204;

  /// What the names of S3's errors look like. What looks otherwise is another text, which may repeat
  /// what the server was sent.
  private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");

  /// Makes requests, and tells of those that fail.
  ///
  /// @param uri the object, prefix or bucket that they are about
  <T> T calling(S3Uri uri, Supplier<T> requests) {
    try {
      return requests.get();
    } catch (SdkException e) {
      throw of(uri, e);
    }
  }

  /// What failed for an object, a prefix or a bucket.
  Problem of(S3Uri uri, SdkException failure) {
    return failure instanceof AwsServiceException answer
        ? refused(uri, answer)
        : unreachable(uri, failure);
  }

  /// A connection that broke while content was read.
  Problem cut(S3Uri uri, Exception failure) {
    return problem(uri, "the connection to " + server() + " was cut (" + reason(failure) + ")",
        "check the network and try again", failure);
  }

  /// A bucket that does not exist.
  Problem noBucket(S3Uri uri, Exception failure) {
    return problem(uri, "there is no bucket \"" + uri.bucket() + "\" at " + server(),
        "create it, or correct its name or the endpoint", failure);
  }

  /// An answer that no S3 server gives.
  Problem notS3(S3Uri uri, Exception failure) {
    return problem(uri, server() + " does not answer as an S3 server does",
        "correct the endpoint: scheme, host and port", failure);
  }

  /// Refuses an answer without the marks that S3 servers put on theirs, so that one which answers
  /// anything with a page is not taken for a store.
  void requireS3(S3Uri uri, S3Response answer) {
    List<String> marks = List.of("ETag", "x-amz-request-id");
    if (answer.sdkHttpResponse().firstMatchingHeader(marks).isEmpty()) {
      throw notS3(uri, null);
    }
  }

  /// Refuses an answer to a deletion that no S3 server gives. Some put no marks on it (moto, for one);
  /// that there is no content then says it as well, for a page has some.
  void requireDeleted(S3Uri uri, S3Response answer) {
    if (answer.sdkHttpResponse().statusCode() != NO_CONTENT) {
      requireS3(uri, answer);
    }
  }

  private Problem refused(S3Uri uri, AwsServiceException answer) {
    String code = Optional.ofNullable(answer.awsErrorDetails())
        .map(details -> details.errorCode())
        .filter(name -> CODE.matcher(name).matches()).orElse(null);
    String told = (answer.statusCode() + " " + (code == null ? "" : code)).strip();
    return switch (code) {
      case "NoSuchBucket" -> noBucket(uri, answer);
      case "NoSuchKey" -> problem(uri, "does not exist", "check the name", answer);
      case "PreconditionFailed" ->
          problem(uri, "was changed while it was read", "try again", answer);
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken",
          "TokenRefreshRequired", "RequestTimeTooSkewed", "InvalidSecurity" ->
          problem(uri, "the credentials are refused (" + told + ")",
              "check AWS_ACCESS_KEY_ID and its secret, ~/.aws or the role, and the clock", answer);
      case "PermanentRedirect", "AuthorizationHeaderMalformed" -> problem(uri,
          "the bucket is in another region (" + told + ")", "set AWS_REGION to its region", answer);
      case "NotImplemented" -> problem(uri, server() + " does not do what was asked (" + told + ")",
          ConditionalWrites.REMEDY, answer);
      case null, default -> otherwise(uri, told, code, answer);
    };
  }

  private Problem otherwise(
      S3Uri uri, String told, String code, AwsServiceException answer) {
    if (answer.statusCode() == 403 || answer.statusCode() == 401) {
      return problem(uri, "access is refused (" + told + ")",
          "check the credentials, and that they may do this in bucket " + uri.bucket(), answer);
    }
    if (code == null && answer.statusCode() < 500) {
      return notS3(uri, answer);
    }
    return problem(uri, server() + " failed (" + told + ")", "try again later", answer);
  }

  private Problem unreachable(S3Uri uri, SdkException failure) {
    Throwable cause = failure;
    while (cause.getCause() != null && !(cause instanceof IOException)) {
      cause = cause.getCause();
    }
    if (proxy.isPresent() && isOfConnecting(cause)) {
      return problem(uri, "the proxy " + proxy.get() + " accepts no connection",
          "correct HTTP_PROXY and HTTPS_PROXY, or name the host of " + ownName()
              + " in NO_PROXY to do without", failure);
    }
    return switch (cause) {
      case UnknownHostException _ -> problem(uri, "the host of " + server() + " is not known",
          "correct the endpoint or the region", failure);
      case ConnectException _ -> noConnection(uri, failure);
      case NoRouteToHostException _ -> noConnection(uri, failure);
      case SocketTimeoutException _ -> problem(uri, server() + " gives no answer in time",
          "check the endpoint and the network, and try again", failure);
      case SSLException _ -> problem(uri, "there is no trusted TLS connection to " + server(),
          "check the endpoint's scheme, or name its authority's PEM file in AWS_CA_BUNDLE",
          failure);
      case IOException e -> cut(uri, e);
      case XMLStreamException _ -> notS3(uri, failure);
      // Headers and lists are read as times and numbers.
      case DateTimeException _ -> unreadable(uri, failure);
      case NumberFormatException _ -> unreadable(uri, failure);
      default -> problem(uri, "the request to " + server() + " failed",
          "check the credentials and settings of AWS; the cause is shown with --verbose", failure);
    };
  }

  private static boolean isOfConnecting(Throwable cause) {
    return cause instanceof UnknownHostException || cause instanceof ConnectException
        || cause instanceof NoRouteToHostException || cause instanceof SocketTimeoutException
            && String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("connect");
  }

  private Problem unreadable(S3Uri uri, SdkException failure) {
    return problem(uri, server() + " gives an answer that cannot be read: it is cut off, or not of S3",
        "try again, and check the endpoint", failure);
  }

  private Problem noConnection(S3Uri uri, SdkException failure) {
    return problem(uri, server() + " accepts no connection",
        "correct the endpoint, or start the server", failure);
  }

  private static Problem problem(S3Uri uri, String what, String remedy, Exception cause) {
    return new Problem(Place.of(uri), what, remedy, cause);
  }

  private static String reason(Exception failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }

  private String server() {
    return ownName() + proxy.map(way -> " behind the proxy " + way).orElse("");
  }

  private String ownName() {
    return endpoint.map(uri -> "the endpoint " + uri).orElse("Amazon S3");
  }
}
