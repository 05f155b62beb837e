// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import io.carbonflow.base.json.ServerJson;

/// What a server says of itself.
///
/// @param release its release, such as `2.17.0`
/// @param multiUser whether everything belongs to a namespace
public record Server(String release, boolean multiUser) {

  /// The API server and the page's server in front of it answer in different words
  /// (backend/src/apiserver/main.go, frontend/server/handlers/healthz.ts).
  static Server of(ServerJson json) {
    String direct = json.text("tag_name");
    String throughPage = json.text("apiServerTagName");
    String release = direct.isEmpty() ? throughPage : direct;
    return new Server(release.isEmpty() ? "unknown" : release,
        json.flag("multi_user") || json.flag("apiServerMultiUser"));
  }
}
