// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Lists the objects below a prefix, in as many pages as it takes.
///
/// @param client the SDK's client
/// @param problems says what went wrong
/// @param page how many objects one page has at most
record S3Listing(S3Client client, S3Problem problems, int page) {

  /// All objects of a folder, ordered by key.
  ///
  /// @param root what the keys are below
  /// @param folder the root, or a prefix below it
  List<Store.Entry> of(S3Uri root, S3Uri folder) {
    int start = prefix(root).length();
    return problems.calling(folder, () -> {
      List<Store.Entry> entries = new ArrayList<>();
      Set<String> pages = new HashSet<>();
      for (ListObjectsV2Response answer : client.listObjectsV2Paginator(
          request -> request.bucket(folder.bucket()).prefix(prefix(folder)).maxKeys(page))) {
        String next = answer.nextContinuationToken();
        if (answer.name() == null || next != null && !pages.add(next)) {
          throw problems.notS3(folder, null);
        }
        for (S3Object object : answer.contents()) {
          if (object.key() == null || object.size() == null) {
            throw problems.notS3(folder, null);
          }
          // Consoles mark a folder by an empty object with a slash at its end.
          if (!object.key().endsWith("/")) {
            entries.add(new Store.Entry(object.key().substring(start), object.size()));
          }
        }
      }
      entries.sort(Comparator.comparing(Store.Entry::key));
      return List.copyOf(entries);
    });
  }

  private static String prefix(S3Uri folder) {
    return folder.key().isEmpty() ? "" : folder.key() + "/";
  }
}
