// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import io.carbonflow.base.json.ServerJson;

/// A pipeline that the server knows; what it does is in its versions.
///
/// @param id the server's id
/// @param name its name
public record UploadedPipeline(String id, String name) {

  static UploadedPipeline of(ServerJson json) {
    String name = json.text("name");
    return new UploadedPipeline(
        json.text("pipeline_id"), name.isEmpty() ? json.text("display_name") : name);
  }
}
