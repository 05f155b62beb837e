package io.carbonflow.components.notify;

import com.google.gson.JsonObject;
import io.carbonflow.step.FinalStatus;
import java.util.Optional;

/// What a webhook is told. `text` is what Slack, Mattermost and the like show.
///
/// @param run the run's name
/// @param id the run's id
/// @param ended how it has ended
/// @param pages where Kubeflow's pages are, if that is known
record Message(String run, String id, FinalStatus ended, Optional<String> pages) {
  /// Messages of tasks can be long.
  private static final int LONGEST = 500;

  /// The message as JSON.
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("text", text());
    json.addProperty("run", run);
    json.addProperty("run_id", id);
    json.addProperty("state", ended.state());
    page().ifPresent(page -> json.addProperty("page", page));
    return json.toString();
  }

  private String text() {
    String reason = ended.message().lines().findFirst().orElse("");
    return "carbonflow: run " + run
        + (ended.isWell() ? " has ended well"
            : ended.state().equals(FinalStatus.FAILED) ? " has failed"
            : " has ended as " + ended.state())
        + (reason.isEmpty() ? "" : ": " + shortened(reason))
        + "\n" + page().orElse("its id is " + id);
  }

  private Optional<String> page() {
    return pages.map(address -> address.replaceAll("/+$", "") + "/#/runs/details/" + id);
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
