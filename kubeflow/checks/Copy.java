// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// Copies all objects below a folder or an `s3:` prefix to another one; endpoint and credentials are in the
/// environment. Usage, after a build: `java -cp 'pipeline/target/lib/*' kubeflow/checks/Copy.java FROM TO`.
void main(String... args) throws Exception {
  StoreOptions options = StoreOptions.of(System.getenv());
  try (Store from = Store.open(StoreUri.parse(args[0]), options);
      Store to = Store.open(StoreUri.parse(args[1]), options)) {
    for (Store.Entry entry : from.list("")) {
      try (InputStream in = from.read(entry.key())) {
        to.write(entry.key(), in.readAllBytes());
      }
    }
  }
}
