// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import io.carbonflow.store.S3Bucket;
import io.carbonflow.store.Store;
import org.junit.jupiter.api.extension.RegisterExtension;

class PublicationInS3Test extends PublicationContract {
  @RegisterExtension static final S3Bucket BUCKET = new S3Bucket("models");

  @Override
  Store open() {
    return Store.open(BUCKET.folder(), BUCKET.options());
  }
}
