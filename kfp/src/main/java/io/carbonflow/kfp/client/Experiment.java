// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import io.carbonflow.base.json.ServerJson;

/// A group of runs.
///
/// @param id the server's id
/// @param name its name
public record Experiment(String id, String name) {

  static Experiment of(ServerJson json) {
    return new Experiment(json.text("experiment_id"), json.text("display_name"));
  }
}
