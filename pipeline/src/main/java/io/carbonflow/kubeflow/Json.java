package io.carbonflow.kubeflow;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.carbonflow.fault.Place;
import io.carbonflow.fault.Problem;
import io.carbonflow.kubeflow.transport.Address;
import io.carbonflow.kubeflow.transport.Answer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// An object of the server's. What is not there is empty: the server leaves out fields that have
/// their default, and later releases have fields that are not known here.
///
/// @param object the object
record Json(JsonObject object) {

  /// The object in an answer.
  ///
  /// @throws Problem if it holds none
  static Json of(Answer answer) {
    try {
      return new Json(JsonParser.parseString(answer.text()).getAsJsonObject());
    } catch (JsonParseException | IllegalStateException e) {
      throw new Problem(Place.of(Address.shown(answer.uri())),
          "does not answer as Kubeflow Pipelines does", "correct the endpoint; that of a full"
              + " Kubeflow ends with /pipeline", e);
    }
  }

  /// A text; empty if it is not there.
  String text(String name) {
    return primitive(name).map(JsonElement::getAsString).orElse("");
  }

  /// A flag; false if it is not there.
  boolean flag(String name) {
    return primitive(name).map(JsonElement::getAsBoolean).orElse(false);
  }

  /// A whole number, which the server writes as a text if it has 64 bits.
  long whole(String name) {
    String text = text(name);
    return text.matches("-?\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  /// A time. The server writes the year 1970 for one that has not come.
  Optional<Instant> time(String name) {
    try {
      return Optional.of(text(name)).filter(text -> !text.isEmpty()).map(Instant::parse)
          .filter(time -> time.getEpochSecond() > 0);
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /// An object; an empty one if it is not there.
  Json part(String name) {
    JsonElement found = object.get(name);
    return found != null && found.isJsonObject() ? new Json(found.getAsJsonObject())
        : new Json(new JsonObject());
  }

  /// The objects in a list.
  List<Json> parts(String name) {
    JsonElement found = object.get(name);
    return found == null || !found.isJsonArray() ? List.of()
        : StreamSupport.stream(found.getAsJsonArray().spliterator(), false)
            .filter(JsonElement::isJsonObject).map(one -> new Json(one.getAsJsonObject())).toList();
  }

  private Optional<JsonElement> primitive(String name) {
    return Optional.ofNullable(object.get(name)).filter(JsonElement::isJsonPrimitive);
  }
}
