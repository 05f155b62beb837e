package io.carbonflow.published;

import io.carbonflow.store.S3Server;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PublicationInS3Test extends PublicationContract {
  private static S3Server server;
  private static int stores;

  @BeforeAll
  static void startServer() throws Exception {
    S3Server.useCredentials();
    server = S3Server.inMemory().bucket("models");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Override
  Store open() {
    return Store.open(StoreUri.parse("s3://models/team-" + stores++),
        StoreOptions.of(Map.of()).withEndpoint(server.endpoint()));
  }
}
