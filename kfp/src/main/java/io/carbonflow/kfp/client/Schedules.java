// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonObject;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;

/// The schedules of a namespace. The server lets several have one name and cannot change any; here
/// a name stands for all that have it, and a schedule is changed by making another in its place.
///
/// @param rest sends requests
/// @param namespace the namespace; empty on a server of a single user
public record Schedules(Rest rest, String namespace) {
  private static final String PATH = "recurringruns";
  private static final String UNREADABLE = "read schedules";

  /// What came of setting a schedule.
  public enum Outcome {
    /// There was none of that name.
    CREATED,
    /// An equal one was there.
    UNCHANGED,
    /// Another one was there.
    REPLACED
  }

  /// The schedule that is there now.
  ///
  /// @param outcome what was done
  /// @param schedule the schedule
  public record Result(Outcome outcome, RecurringRun schedule) {}

  /// All schedules, by name.
  public List<RecurringRun> all() throws InterruptedException {
    return rest.list(PATH, Map.of("namespace", namespace, "sort_by", "name"), "recurringRuns",
        Integer.MAX_VALUE, UNREADABLE).stream().map(RecurringRun::of).toList();
  }

  /// The schedules of a name, newest first.
  public List<RecurringRun> named(String name) throws InterruptedException {
    return look(name).stream().map(RecurringRun::of).toList();
  }

  /// Makes a name stand for a schedule. The new one is there before an old one goes, so there is
  /// always one. Who has paused the old one finds the new one paused.
  public Result set(Schedule wanted) throws InterruptedException {
    List<RecurringRun> there = named(wanted.name());
    Optional<RecurringRun> equal = there.stream().filter(wanted::isMetBy).findFirst();
    boolean enabled = there.isEmpty() || there.stream().anyMatch(RecurringRun::enabled);
    RecurringRun now = equal.isPresent() ? equal.get() : create(wanted, enabled);
    for (RecurringRun old : there) {
      if (!old.id().equals(now.id())) {
        delete(old);
      }
    }
    return new Result(equal.isPresent() ? Outcome.UNCHANGED
        : there.isEmpty() ? Outcome.CREATED : Outcome.REPLACED, now);
  }

  /// Lets a schedule start runs, or keeps it from it.
  public void enable(RecurringRun schedule, boolean enabled) throws InterruptedException {
    rest.act(Call.post(uri(schedule, enabled ? ":enable" : ":disable")),
        () -> get(schedule).filter(json -> RecurringRun.of(json).enabled() == enabled),
        (enabled ? "resume" : "pause") + " schedule " + schedule.name());
  }

  /// Removes a schedule; its runs stay.
  public void delete(RecurringRun schedule) throws InterruptedException {
    rest.act(Call.delete(uri(schedule, "")),
        () -> get(schedule).isPresent() ? Optional.empty()
            : Optional.of(new ServerJson(new JsonObject())),
        "remove schedule " + schedule.name());
  }

  private RecurringRun create(Schedule wanted, boolean enabled) throws InterruptedException {
    IdempotencyKey mark = IdempotencyKey.create();
    return RecurringRun.of(rest.create(PATH, wanted.message(mark, enabled),
        () -> look(wanted.name()).stream().filter(mark::isOn).findFirst(),
        "create schedule " + wanted.name()));
  }

  private List<ServerJson> look(String name) throws InterruptedException {
    return rest.list(PATH, Map.of("filter", Rest.filter("display_name", name),
        "namespace", namespace, "sort_by", "created_at desc"), "recurringRuns",
        Integer.MAX_VALUE, UNREADABLE);
  }

  private Optional<ServerJson> get(RecurringRun schedule) throws InterruptedException {
    return rest.find(PATH + "/" + Address.encoded(schedule.id()), Map.of(), UNREADABLE);
  }

  private URI uri(RecurringRun schedule, String verb) {
    return rest.endpoint().at(Rest.API + PATH + "/" + Address.encoded(schedule.id()) + verb);
  }
}
