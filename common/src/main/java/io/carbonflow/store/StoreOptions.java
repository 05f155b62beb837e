// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;

/// How stores are reached. Folders need none of it. Credentials and region are not options: they
/// come from the default chains of the AWS SDK (environment, `~/.aws`, the pod's or machine's
/// role).
///
/// @param endpoint the S3 server, such as `https://minio.example:9000`; empty for Amazon's own. A
///     server named here is spoken to in path style, in the region `us-east-1` if none is
///     configured
/// @param caBundle certificates in PEM that are trusted beside the JVM's own, if a server is
///     reached by HTTPS; empty for none
/// @param connectTimeout how long the making of a connection may take
/// @param readTimeout how long a connection may stay silent
public record StoreOptions(
    Optional<URI> endpoint,
    Optional<Path> caBundle,
    Duration connectTimeout,
    Duration readTimeout) {
  /// The secret that holds the keys of a store, in the namespace of the pods that use it.
  public static final String POD_SECRET = "s3-credentials";

  /// Checks the endpoint and that no time limit is zero or less.
  ///
  /// @throws Problem if the endpoint is not `http://HOST[:PORT]` or `https://HOST[:PORT]`
  public StoreOptions {
    endpoint.ifPresent(StoreOptions::check);
    if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "time limits of " + connectTimeout + " and " + readTimeout);
    }
  }

  /// The options that the environment names: the endpoint by `AWS_ENDPOINT_URL_S3` or
  /// `AWS_ENDPOINT_URL`, the certificates by `AWS_CA_BUNDLE` or `SSL_CERT_FILE`, as for the AWS
  /// command line. The time limits are 10 and 60 seconds.
  ///
  /// @param environment the variables, as of [System#getenv()]
  /// @throws Problem if the endpoint is not one
  public static StoreOptions of(Map<String, String> environment) {
    return new StoreOptions(
        first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL").map(StoreOptions::uri),
        first(environment, "AWS_CA_BUNDLE", "SSL_CERT_FILE").map(Path::of),
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  /// These options with another endpoint.
  ///
  /// @param text the endpoint; blank to keep the one there is
  /// @throws Problem if it is not `http://HOST[:PORT]` or `https://HOST[:PORT]`
  public StoreOptions withEndpoint(String text) {
    return text.isBlank() ? this
        : new StoreOptions(Optional.of(uri(text)), caBundle, connectTimeout, readTimeout);
  }

  private static Optional<String> first(Map<String, String> environment, String... names) {
    return Stream.of(names)
        .map(name -> environment.getOrDefault(name, ""))
        .filter(Predicate.not(String::isBlank))
        .findFirst();
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw notAnEndpoint(text);
    }
  }

  private static void check(URI uri) {
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean bare = uri.getRawPath() == null || uri.getRawPath().matches("/?");
    if (!http || uri.getHost() == null || uri.getRawUserInfo() != null || !bare
        || uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw notAnEndpoint(uri.toString());
    }
  }

  private static Problem notAnEndpoint(String text) {
    return new Problem(Place.of(WithoutSecrets.ofServer(text)), "is not the endpoint of an S3 server",
        "write http://HOST:PORT or https://HOST:PORT, without user, path, query or fragment");
  }
}
