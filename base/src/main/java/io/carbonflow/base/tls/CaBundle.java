// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.tls;

import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/// Certificates of authorities in a PEM file, trusted beside those that the JVM brings, or alone. A
/// cluster with an authority of its own names that file in its pods' environment, which the JVM does
/// not look at.
public final class CaBundle {

  private CaBundle() {}

  /// Trusts what the JVM trusts, and the certificates of this file.
  ///
  /// @param remedy what to do if it is none, such as which variable to correct
  /// @throws Problem if the file cannot be read or holds no certificates
  public static TrustManager[] trustManagers(Path pem, String remedy) {
    List<Certificate> all = new ArrayList<>(certificates(pem, remedy));
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager jvm) {
        all.addAll(List.of(jvm.getAcceptedIssuers()));
      }
    }
    return trusting(all);
  }

  /// TLS that trusts the same.
  ///
  /// @param remedy what to do if it is none, such as which variable to correct
  /// @throws Problem if the file cannot be read or holds no certificates
  public static SSLContext context(Path pem, String remedy) {
    return context(trustManagers(pem, remedy));
  }

  /// TLS that trusts the certificates of this file and nothing else.
  ///
  /// @param remedy what to do if it is none, such as which variable to correct
  /// @throws Problem if the file cannot be read or holds no certificates
  public static SSLContext only(Path pem, String remedy) {
    return context(trusting(certificates(pem, remedy)));
  }

  private static SSLContext context(TrustManager[] trust) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static TrustManager[] trusting(List<Certificate> certificates) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate : certificates) {
        trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
      }
      return factory(trusted).getTrustManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a trust store cannot be made in memory", e);
    }
  }

  private static List<Certificate> certificates(Path pem, String remedy) {
    try (InputStream in = BoundedInput.open(pem)) {
      List<Certificate> all = List.copyOf(
          CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(
              BoundedInput.bytes(in, InputLimits.CERTIFICATES, Place.of(pem), remedy))));
      if (!all.isEmpty()) {
        return all;
      }
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(pem, remedy, e);
    }
    throw unusable(pem, remedy, null);
  }

  private static TrustManagerFactory factory(KeyStore trusted) {
    try {
      var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(trusted);
      return factory;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static Problem unusable(Path pem, String remedy, Exception cause) {
    return new Problem(
        Place.of(pem), "holds no certificates in PEM that can be read", remedy, cause);
  }
}
