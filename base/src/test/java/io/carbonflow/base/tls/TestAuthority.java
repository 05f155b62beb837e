// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.base.tls;

import module java.base;

/// An authority that nobody but a test trusts, and the certificate of a server at 127.0.0.1 and
/// localhost that it has signed.
///
/// @param pem the authority's certificate
/// @param keys the server's key, with its certificate
public record TestAuthority(Path pem, KeyStore keys) {
  private static final String PASSWORD = "changeit";

  /// Makes both in a folder, good for two days.
  public static TestAuthority in(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    Path pem = folder.resolve("ca.pem");
    keytool(store, "-genkeypair", "-alias", "ca", "-dname", "CN=Test authority", "-ext", "bc:c");
    keytool(store, "-genkeypair", "-alias", "server", "-dname", "CN=server",
        "-ext", "san=ip:127.0.0.1,dns:localhost", "-signer", "ca");
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", pem.toString());
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
    keys.deleteEntry("ca");
    return new TestAuthority(pem, keys);
  }

  /// What a server needs to speak TLS.
  public SSLContext serverContext() throws Exception {
    var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(
        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    if (arguments[0].equals("-genkeypair")) {
      command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(told);
    }
  }
}
