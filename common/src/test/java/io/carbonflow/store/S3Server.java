// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import io.carbonflow.base.tls.TestAuthority;
import org.gaul.s3proxy.S3ErrorCode;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.S3ProxyException;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// An S3 server for tests: speaks HTTP, checks signatures, keeps objects in memory or in a folder.
/// In a folder each bucket is a folder and each object a file, so `cp` puts one in.
public final class S3Server implements AutoCloseable {
  /// The access key that it takes.
  public static final String ACCESS_KEY = "test-access-key";
  /// The secret that belongs to it.
  public static final String SECRET_KEY = "test-secret-key";

  private final S3Proxy server;
  private final BlobStore objects;

  /// S3 looks at a condition and writes in one act. The proxy looks first and writes then, so that of two
  /// writers on a busy machine both may find that nothing has changed: it is looked at again here.
  private static final class OneConditionAtATime extends ForwardingBlobStore {
    OneConditionAtATime(BlobStore objects) {
      super(objects);
    }

    @Override
    public PutObjectResponse putBlob(PutObjectRequest request, InputStream content) {
      if (request.ifMatch() == null && request.ifNoneMatch() == null) {
        return super.putBlob(request, content);
      }
      synchronized (this) {
        if (request.ifMatch() != null && !request.ifMatch().equals("*")
            && !bare(request.ifMatch()).equals(tag(request))) {
          throw new S3ProxyException(S3ErrorCode.PRECONDITION_FAILED);
        }
        return super.putBlob(request, content);
      }
    }

    private String tag(PutObjectRequest request) {
      HeadObjectResponse found = blobMetadataIfPresent(request.bucket(), request.key());
      return found == null ? "" : bare(found.eTag());
    }

    private static String bare(String tag) {
      return tag.replace("\"", "");
    }
  }

  private S3Server(S3Proxy.Builder builder, BlobStore objects) throws Exception {
    this.objects = objects;
    this.server = builder
        .blobStore(new OneConditionAtATime(objects))
        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
        .jettyMaxThreads(20)
        .stopTimeout(0)
        .build();
    server.start();
  }

  private static S3Proxy.Builder http(int port) {
    return S3Proxy.builder().endpoint(URI.create("http://127.0.0.1:" + port));
  }

  private static S3Proxy.Builder https(int port, SSLContext context) {
    return S3Proxy.builder()
        .secureEndpoint(URI.create("https://127.0.0.1:" + port)).sslContext(context);
  }

  /// Starts a server that forgets all when it ends.
  public static S3Server inMemory() throws Exception {
    return new S3Server(http(0), new TransientNio2BlobStore());
  }

  /// Starts a server that speaks HTTPS.
  public static S3Server withTls(SSLContext context) throws Exception {
    return new S3Server(https(0, context), new TransientNio2BlobStore());
  }

  private static S3Server inFolder(S3Proxy.Builder builder, Path folder) throws Exception {
    Files.createDirectories(folder);
    return new S3Server(builder, new FilesystemNio2BlobStore(folder.toString()));
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

  /// Runs a server until its process is ended, on the content of a folder: `--folder=DIR
  /// --bucket=NAME`, and to speak HTTPS `--tls=DIR`, the folder that its authority is made in. Prints
  /// what a shell may `eval`: endpoint, access key, secret, region and, with HTTPS, the authority.
  public static void main(String[] args) throws Exception {
    Map<String, String> options = Arrays.stream(args).map(arg -> arg.split("=", 2))
        .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    S3Proxy.Builder builder = http(0);
    if (options.containsKey("--tls")) {
      TestAuthority authority = TestAuthority.in(Path.of(options.get("--tls")));
      builder = https(0, authority.serverContext());
      System.out.println("export AWS_CA_BUNDLE=" + authority.pem());
    }
    S3Server server =
        inFolder(builder, Path.of(options.get("--folder"))).bucket(options.get("--bucket"));
    System.out.printf("""
        export AWS_ENDPOINT_URL_S3=%s
        export AWS_ACCESS_KEY_ID=%s
        export AWS_SECRET_ACCESS_KEY=%s
        export AWS_REGION=us-east-1
        """, server.endpoint(), ACCESS_KEY, SECRET_KEY);
    System.out.flush();
  }
}
