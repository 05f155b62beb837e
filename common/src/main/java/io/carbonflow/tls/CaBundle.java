package io.carbonflow.tls;

import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

/// Certificates of authorities in a PEM file, trusted beside those that the JVM brings. A cluster
/// with an authority of its own names that file in its pods' environment, which the JVM does not
/// look at.
public final class CaBundle {

  private CaBundle() {}

  /// Trusts what the JVM trusts, and the certificates of this file.
  ///
  /// @param remedy what to do if it is none, such as which variable to correct
  /// @throws Problem if the file cannot be read or holds no certificates
  public static TrustManager[] trustManagers(Path pem, String remedy) {
    try {
      KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      for (Certificate certificate : certificates(pem, remedy)) {
        trusted.setCertificateEntry("ca-" + trusted.size(), certificate);
      }
      return factory(trusted).getTrustManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("a trust store cannot be made in memory", e);
    }
  }

  /// TLS that trusts the same.
  ///
  /// @param remedy what to do if it is none, such as which variable to correct
  /// @throws Problem if the file cannot be read or holds no certificates
  public static SSLContext context(Path pem, String remedy) {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trustManagers(pem, remedy), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS", e);
    }
  }

  private static List<Certificate> certificates(Path pem, String remedy)
      throws GeneralSecurityException {
    List<Certificate> all = new ArrayList<>();
    try (InputStream in = Files.newInputStream(pem)) {
      all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(pem, remedy, e);
    }
    if (all.isEmpty()) {
      throw unusable(pem, remedy, null);
    }
    for (TrustManager manager : factory(null).getTrustManagers()) {
      if (manager instanceof X509TrustManager jvm) {
        all.addAll(List.of(jvm.getAcceptedIssuers()));
      }
    }
    return all;
  }

  private static TrustManagerFactory factory(KeyStore trusted) throws GeneralSecurityException {
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    return factory;
  }

  private static Problem unusable(Path pem, String remedy, Exception cause) {
    return new Problem(
        Place.of(pem), "holds no certificates in PEM that can be read", remedy, cause);
  }
}
