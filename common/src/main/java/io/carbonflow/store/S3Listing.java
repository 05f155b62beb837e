// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.store;

import module java.base;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

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
      for (ListObjectsV2Response answer : pages(folder, _ -> {})) {
        entries.addAll(objects(answer, start, folder));
      }
      entries.sort(Comparator.comparing(Store.Entry::key));
      return List.copyOf(entries);
    });
  }

  /// What lies in a folder itself.
  ///
  /// @param most how many objects and folders there may be
  Store.Folder in(S3Uri folder, int most) {
    int start = prefix(folder).length();
    return problems.calling(folder, () -> {
      List<Store.Entry> objects = new ArrayList<>();
      List<String> folders = new ArrayList<>();
      for (ListObjectsV2Response answer : pages(folder, request -> request.delimiter("/"))) {
        objects.addAll(objects(answer, start, folder));
        answer.commonPrefixes().forEach(common ->
            folders.add(common.prefix().substring(start, common.prefix().length() - 1)));
        if (objects.size() + folders.size() > most) {
          throw Store.Folder.tooMany(folder, most);
        }
      }
      return new Store.Folder(objects, folders);
    });
  }

  /// The pages, each looked at before it is used: a server that repeats itself would never end.
  private Iterable<ListObjectsV2Response> pages(S3Uri folder, Consumer<ListObjectsV2Request.Builder> more) {
    Set<String> seen = new HashSet<>();
    Iterator<ListObjectsV2Response> pages = client.listObjectsV2Paginator(request -> {
      request.bucket(folder.bucket()).prefix(prefix(folder)).maxKeys(page);
      more.accept(request);
    }).iterator();
    return () -> new Iterator<>() {
      @Override
      public boolean hasNext() {
        return pages.hasNext();
      }

      @Override
      public ListObjectsV2Response next() {
        ListObjectsV2Response answer = pages.next();
        String next = answer.nextContinuationToken();
        if (answer.name() == null || next != null && !seen.add(next)) {
          throw problems.notS3(folder, null);
        }
        return answer;
      }
    };
  }

  private List<Store.Entry> objects(ListObjectsV2Response answer, int start, S3Uri folder) {
    if (answer.contents().stream().anyMatch(object -> object.key() == null || object.size() == null)) {
      throw problems.notS3(folder, null);
    }
    // Consoles mark a folder by an empty object with a slash at its end.
    return answer.contents().stream().filter(object -> !object.key().endsWith("/"))
        .map(object -> new Store.Entry(object.key().substring(start), object.size())).toList();
  }

  private static String prefix(S3Uri folder) {
    return folder.key().isEmpty() ? "" : folder.key() + "/";
  }
}
