// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;

/// The experiments of a namespace.
///
/// @param rest sends requests
/// @param namespace the namespace; empty on a server of a single user
public record Experiments(Rest rest, String namespace) {
  private static final String UNREADABLE = "read experiments";

  /// The experiment of a name.
  public Optional<Experiment> find(String name) throws InterruptedException {
    return look(name).map(Experiment::of);
  }

  /// The experiment of a name, which is made if there is none.
  public Experiment findOrCreate(String name) throws InterruptedException {
    Optional<Experiment> found = find(name);
    if (found.isPresent()) {
      return found.get();
    }
    JsonObject message = new JsonObject();
    message.addProperty("display_name", name);
    if (!namespace.isEmpty()) {
      message.addProperty("namespace", namespace);
    }
    return Experiment.of(rest.create("experiments", message, () -> look(name),
        "create experiment " + name));
  }

  /// The name of an experiment; its id if it has none that may be read.
  public String name(String id) throws InterruptedException {
    return rest.find("experiments/" + id, Map.of(), UNREADABLE)
        .map(json -> json.text("display_name")).orElse(id);
  }

  private Optional<ServerJson> look(String name) throws InterruptedException {
    List<ServerJson> found = rest.list("experiments",
        Map.of("filter", Rest.filter("display_name", name), "namespace", namespace),
        "experiments", 1, UNREADABLE);
    return found.stream().findFirst();
  }
}
