package io.carbonflow.kubeflow;

/// A group of runs.
///
/// @param id the server's id
/// @param name its name
public record Experiment(String id, String name) {

  static Experiment of(Json json) {
    return new Experiment(json.text("experiment_id"), json.text("display_name"));
  }
}
