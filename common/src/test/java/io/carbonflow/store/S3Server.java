package io.carbonflow.store;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;

/// An S3 server for tests: speaks HTTP, checks signatures, keeps objects in memory or in a folder.
/// In a folder each bucket is a folder and each object a file, so `cp` puts one in.
public final class S3Server implements AutoCloseable {
  /// The access key that it takes.
  public static final String ACCESS_KEY = "test-access-key";
  /// The secret that belongs to it.
  public static final String SECRET_KEY = "test-secret-key";

  private final S3Proxy server;
  private final BlobStore objects;

  private S3Server(S3Proxy.Builder builder, BlobStore objects) throws Exception {
    this.objects = objects;
    this.server = builder
        .blobStore(objects)
        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
        .jettyMaxThreads(20)
        .stopTimeout(0)
        .build();
    server.start();
  }

  /// Starts a server that forgets all when it ends.
  public static S3Server inMemory() throws Exception {
    return new S3Server(
        S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:0")), new TransientNio2BlobStore());
  }

  /// Starts a server that speaks HTTPS.
  public static S3Server withTls(SSLContext context) throws Exception {
    return new S3Server(
        S3Proxy.builder().secureEndpoint(URI.create("https://127.0.0.1:0")).sslContext(context),
        new TransientNio2BlobStore());
  }

  /// Starts a server on the content of a folder.
  ///
  /// @param port 0 for any that is free
  public static S3Server inFolder(Path folder, int port) throws Exception {
    Files.createDirectories(folder);
    return new S3Server(
        S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:" + port)),
        new FilesystemNio2BlobStore(folder.toString()));
  }

  /// Makes a bucket, unless it is there.
  public S3Server bucket(String name) {
    if (!objects.containerExists(name)) {
      objects.createContainer(name);
    }
    return this;
  }

  /// The port that it listens on.
  public int port() {
    return Math.max(server.getPort(), server.getSecurePort());
  }

  /// What `--s3-endpoint` is given.
  public String endpoint() {
    return (server.getPort() < 0 ? "https" : "http") + "://127.0.0.1:" + port();
  }

  /// Lets the default credential chain of this JVM find the server's keys.
  public static void useCredentials() {
    credentials(Optional.of(ACCESS_KEY), SECRET_KEY);
  }

  /// Lets the default credential chain of this JVM find these keys, or none.
  public static void credentials(Optional<String> accessKey, String secretKey) {
    System.setProperty("aws.disableEc2Metadata", "true");
    accessKey.ifPresentOrElse(
        key -> System.setProperty("aws.accessKeyId", key),
        () -> System.clearProperty("aws.accessKeyId"));
    System.setProperty("aws.secretAccessKey", secretKey);
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the S3 server does not stop", e);
    }
  }

  /// Runs a server until its process is ended: `--port=N --folder=DIR --bucket=NAME`, all optional.
  /// Prints four lines that a shell may `eval`: endpoint, access key, secret, region.
  public static void main(String[] args) throws Exception {
    int port = 0;
    Path folder = null;
    String bucket = "carbonflow";
    for (String arg : args) {
      String value = arg.substring(arg.indexOf('=') + 1);
      switch (arg.substring(0, Math.max(0, arg.indexOf('=')))) {
        case "--port" -> port = Integer.parseInt(value);
        case "--folder" -> folder = Path.of(value);
        case "--bucket" -> bucket = value;
        default -> throw new IllegalArgumentException(
            arg + " is not --port=N, --folder=DIR or --bucket=NAME");
      }
    }
    S3Server server = inFolder(
        folder == null ? Files.createTempDirectory("s3-server") : folder, port).bucket(bucket);
    System.out.printf("""
        export AWS_ENDPOINT_URL_S3=%s
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=%s
        export AWS_REGION=us-east-1
        """, server.endpoint(), ACCESS_KEY, SECRET_KEY);
    System.out.flush();
  }
}
