// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import com.google.gson.JsonElement;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.ServerJson;
import io.carbonflow.base.json.SnakeCase;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.client.transport.IndeterminateResult;
import io.carbonflow.kfp.client.transport.Refusal;
import io.carbonflow.kfp.client.transport.Transport;

/// The forms that requests of the REST interface have.
///
/// @param transport sends
/// @param endpoint what `apis` lies below
/// @param hints how messages name commands
public record Rest(Transport transport, Address endpoint, CommandHints hints) {
  static final String API = "apis/v2beta1/";
  private static final int PAGE_SIZE = 100;
  private static final int CONFLICT = 409;
  private static final int NOT_FOUND = 404;

  /// Looks for something on the server.
  @FunctionalInterface
  interface Look {
    /// Looks once.
    Optional<ServerJson> look() throws InterruptedException;
  }

  private record Filter(List<Predicate> predicates) {}

  @SnakeCase
  private record Predicate(String key, String operation, String stringValue) {}

  /// Gets an object.
  ///
  /// @param what what is refused if it is, such as `read run x`
  /// @return empty if the server knows none
  Optional<ServerJson> find(String path, Map<String, String> query, String what)
      throws InterruptedException {
    HttpAnswer answer = transport.ask(Call.get(endpoint.at(API + path, query)));
    return answer.status() == NOT_FOUND && answer.isOf("application/json")
        ? Optional.empty() : Optional.of(ok(answer, what).json());
  }

  /// Gets all objects of a listing, page by page.
  ///
  /// @param field the field that holds them
  /// @param most how many are enough
  List<ServerJson> list(String path, Map<String, String> query, String field, int most, String what)
      throws InterruptedException {
    List<ServerJson> all = new ArrayList<>();
    Set<String> tokens = new HashSet<>();
    Map<String, String> page = new LinkedHashMap<>(query);
    page.put("page_size", String.valueOf(Math.min(PAGE_SIZE, most)));
    while (true) {
      ServerJson answer = ok(transport.ask(Call.get(endpoint.at(API + path, page))), what).json();
      all.addAll(answer.parts(field));
      String token = answer.text("next_page_token");
      if (token.isEmpty() || all.size() >= most) {
        return all.subList(0, Math.min(most, all.size()));
      }
      if (!tokens.add(token)) {
        throw new Problem(Place.of(endpoint), "gives the same page twice", "report it there");
      }
      page.put("page_token", token);
    }
  }

  /// Has the server make something.
  ///
  /// @param look finds what was made, if the answer is lost or somebody else was faster
  /// @param what what is not done if it fails, such as `start run x`
  ServerJson create(String path, JsonElement message, Look look, String what)
      throws InterruptedException {
    return create(Call.post(endpoint.at(API + path), message), look, what);
  }

  /// Has the server make something, by a request of a form of its own.
  ServerJson create(Call call, Look look, String what) throws InterruptedException {
    try {
      HttpAnswer answer = transport.send(call);
      Optional<ServerJson> other = answer.status() == CONFLICT ? look.look() : Optional.empty();
      return other.isPresent() ? other.get() : ok(answer, what).json();
    } catch (IndeterminateResult e) {
      return search(e, look, what);
    }
  }

  /// Has something done whose effect can be seen.
  ///
  /// @param look says that it is done, if the answer is lost
  void act(Call call, Look look, String what) throws InterruptedException {
    try {
      ok(transport.send(call), what);
    } catch (IndeterminateResult e) {
      search(e, look, what);
    }
  }

  /// Throws away an answer that says no.
  static HttpAnswer ok(HttpAnswer answer, String what) {
    if (!answer.isOk()) {
      throw Refusal.of(answer, what);
    }
    return answer;
  }

  /// Looks a few times: what the server has taken may take a while to be seen.
  private ServerJson search(IndeterminateResult lost, Look look, String what) throws InterruptedException {
    return transport.timeouts().retry().run(round -> {
      Optional<ServerJson> found = look.look();
      if (found.isEmpty() && round.isLast()) {
        throw new Problem(Place.of(endpoint), "it is not known whether the request to " + what
            + " was carried out: its answer was lost (" + lost.getMessage()
            + "), and nothing is to be seen of it",
            "look whether it appears before you repeat the command", lost);
      }
      return found;
    });
  }

  /// A query that finds what has a value in a field.
  static String filter(String key, String value) {
    return Json.compact(new Filter(List.of(new Predicate(key, "EQUALS", value))));
  }
}
