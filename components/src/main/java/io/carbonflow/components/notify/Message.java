// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.notify;

import module java.base;
import io.carbonflow.base.fault.Printable;
import com.google.gson.JsonObject;
import io.carbonflow.components.notify.Ending.Failed;

/// The message to a webhook. `text` is what Slack, Mattermost and the like show.
///
/// @param run the run's name
/// @param id the run's id
/// @param ending how it has ended
/// @param pages where Kubeflow's pages are, if that is known
record Message(String run, String id, Ending ending, Optional<String> pages) {
  /// Messages of tasks can be long.
  private static final int LONGEST = 500;

  /// The message as JSON.
  String json() {
    JsonObject json = new JsonObject();
    json.addProperty("text", text());
    json.addProperty("run", run);
    json.addProperty("run_id", id);
    json.addProperty("state", ending.state());
    if (ending instanceof Failed failed) {
      add(json, "task", failed.task());
      add(json, "reason", shortened(failed.why()));
    }
    page().ifPresent(page -> json.addProperty("page", page));
    return json.toString();
  }

  private static void add(JsonObject json, String name, String value) {
    if (!value.isEmpty()) {
      json.addProperty(name, value);
    }
  }

  private String text() {
    return "carbonflow: run " + run + " " + shortened(ending.words())
        + "\n" + page().orElse("its id is " + id);
  }

  private Optional<String> page() {
    return pages.map(address -> address.replaceAll("/+$", "") + "/#/runs/details/" + id);
  }

  /// A text without what a chat would not show.
  private static String shortened(String text) {
    String shown = Printable.of(text.replaceAll("\\p{Cntrl}+", " ").strip());
    return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST) + "…";
  }
}
