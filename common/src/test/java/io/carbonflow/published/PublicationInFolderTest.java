// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublicationInFolderTest extends PublicationContract {
  @TempDir Path folder;

  @Override
  Store open() {
    return Store.open(StoreUri.parse(folder.toString()), StoreOptions.of(Map.of()));
  }

  @Test
  void foldersOfDeletedVersionsAreGone() {
    for (int seed = 1; seed <= 11; seed++) {
      publication.publish(models.look(), SmallBundle.candidate(seed), "better").orElseThrow();
    }
    publication.clean();
    assertEquals(10, folder.resolve("models/versions").toFile().list().length);
    assertEquals(Optional.empty(), models.look().register().named("0001-x"));
  }
}
