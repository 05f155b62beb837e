// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.tls.CaBundle;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;
import software.amazon.awssdk.regions.providers.AwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.regions.providers.SystemSettingsRegionProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/// Makes the SDK's client, in the way that Amazon's own and other servers accept.
final class S3Connection {

  private S3Connection() {}

  /// A client for the bucket, by way of a proxy if there is one.
  ///
  /// @throws Problem if there are no credentials, no region, or no such CA bundle
  static S3Client client(S3Uri root, StoreOptions options, StoreProxy proxy) {
    S3ClientBuilder builder = S3Client.builder()
        .region(region(root, options))
        .credentialsProvider(credentials(root))
        .httpClient(http(options, proxy))
        .overrideConfiguration(config -> config.retryStrategy(RetryMode.STANDARD))
        // Other servers refuse the checksums and the chunked signatures that are Amazon's default
        // (kubeflow/pipelines #13315, #13551). Contents have their SHA-256 in the metadata.
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(config -> config.chunkedEncodingEnabled(false));
    options.endpoint().ifPresent(uri -> builder.endpointOverride(uri).forcePathStyle(true));
    return builder.build();
  }

  private static SdkHttpClient http(StoreOptions options, StoreProxy proxy) {
    var http = UrlConnectionHttpClient.builder()
        .proxyConfiguration(proxy.configuration())
        .connectionTimeout(options.connectTimeout())
        .socketTimeout(options.readTimeout());
    boolean secure = options.endpoint().map(URI::getScheme).filter("http"::equals).isEmpty();
    options.caBundle().filter(_ -> secure)
        .map(pem -> CaBundle.trustManagers(pem, "correct or unset AWS_CA_BUNDLE and SSL_CERT_FILE"))
        .ifPresent(managers -> http.tlsTrustManagersProvider(() -> managers));
    return http.build();
  }

  /// The default chain, asked once here, so that missing credentials are reported as such.
  private static AwsCredentialsProvider credentials(S3Uri root) {
    AwsCredentialsProvider chain = DefaultCredentialsProvider.builder().build();
    try {
      chain.resolveCredentials();
      return chain;
    } catch (SdkException e) {
      throw ProfileTrouble.here()
          .map(why -> new Problem(Place.of(root),
              "there are no credentials for S3: " + why.what(), why.remedy(), e))
          .orElseGet(() -> new Problem(Place.of(root), "there are no credentials for S3",
              MissingCredentials.here().remedy(), e));
    }
  }

  private static Region region(S3Uri root, StoreOptions options) {
    boolean own = options.endpoint().isPresent();
    try {
      // The full chain ends by asking the machine's metadata service, in vain outside of Amazon.
      return own
          ? new AwsRegionProviderChain(
              new SystemSettingsRegionProvider(), new AwsProfileRegionProvider()).getRegion()
          : DefaultAwsRegionProviderChain.builder().build().getRegion();
    } catch (SdkException e) {
      if (own) {
        return Region.US_EAST_1;
      }
      throw new Problem(Place.of(root), "no AWS region is configured",
          "set AWS_REGION, or name the S3 server's endpoint", e);
    }
  }
}
