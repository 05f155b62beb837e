// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.components.city;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Printable;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.base.json.Json;
import io.carbonflow.base.json.StrictJson;
import io.carbonflow.components.storage.BucketUri;
import io.carbonflow.kfp.step.Text;
import io.carbonflow.model.city.City;
import io.carbonflow.model.city.CityJson;
import io.carbonflow.store.Store;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;

/// The city that tables are of: the name of one that comes with carbonflow, the path or URI of a file of YAML, or
/// the city itself as JSON. The last is how the step `merge` gives it to the steps after it, so that a run reads
/// the file once, and a file that has changed is never taken for what it was.
///
/// @param text what was given
public record CityInput(String text) implements Text {
  /// What is meant where nothing is given.
  public static final String DEFAULT = "seattle";

  /// What inputs say of themselves.
  public static final String ABOUT = "the city that the tables are of: seattle, chicago, or the path or URI of a file"
      + " of your own that ends in .yaml";

  /// Each step is given it on its command line, which Kubernetes passes on up to 128 KB, and Kubeflow twice.
  private static final int MOST = 32 * 1024;

  private static final String REMEDY = "give the city as the step merge has given it";
  private static final Pattern FILE = Pattern.compile("(?is).*\\.ya?ml");

  /// Refuses what can be none of these. Whether a file is there is known when it is read.
  ///
  /// @throws IllegalArgumentException if the text is neither a name of a city, nor a path that ends in `.yaml`, nor JSON
  ///     of a city
  public CityInput {
    try {
      if (isJson(text)) {
        json(text);
      } else if (isFile(text)) {
        new BucketUri("").locate(text);
      } else if (!CityJson.names().contains(text)) {
        throw new IllegalArgumentException("'" + Printable.shortened(text) + "' is not a city that comes with carbonflow;"
            + " those are " + String.join(", ", CityJson.names())
            + ", and the path or URI of a file of your own ends in .yaml");
      }
    } catch (Problem e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /// A city as steps give it to one another: its name where it comes with carbonflow, else all that is said of it.
  ///
  /// @throws Problem if that is too long for the command line of a step
  public static CityInput of(City city) {
    String json = Json.compact(CityJson.write(city));
    Optional<String> name = CityJson.names().stream()
        .filter(one -> CityJson.text(CityJson.bundled(one)).equals(CityJson.text(city))).findFirst();
    if (name.isEmpty() && json.length() > MOST) {
      throw new Problem(Place.of("the city " + city.name()), "has " + json.length() + " characters as JSON, more than the "
          + MOST + " that steps can pass on", "leave out names that nothing needs, such as those of"
          + " neighborhoods, which need not be known");
    }
    return new CityInput(name.orElse(json));
  }

  /// The city; a path is one on this machine.
  ///
  /// @throws Problem if it cannot be read or is none
  public City city() {
    return city(new BucketUri(""), "");
  }

  /// The city, where a path may be that of an object in a bucket, as those of tables are.
  ///
  /// @param s3Endpoint where an S3-compatible store is; empty for AWS
  /// @throws Problem if it cannot be read or is none
  public City city(BucketUri bucket, String s3Endpoint) {
    return isJson(text) ? json(text) : isFile(text) ? file(bucket.locate(text), s3Endpoint) : CityJson.bundled(text);
  }

  private static City file(StoreUri uri, String s3Endpoint) {
    StoreOptions options = StoreOptions.of(System.getenv()).withEndpoint(s3Endpoint);
    try (Store store = Store.open(uri.parent(), options); InputStream in = store.read(uri.name())) {
      byte[] bytes = BoundedInput.bytes(in, InputLimits.YAML, Place.of(uri), "name a file of a city");
      return CityFile.read(uri.toString(),
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw new Problem(Place.of(uri), "is not UTF-8 text", "save it as UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static City json(String text) {
    return CityJson.read(StrictJson.of(text.getBytes(StandardCharsets.UTF_8), Place.of("the city"), REMEDY));
  }

  private static boolean isJson(String text) {
    return text.startsWith("{");
  }

  private static boolean isFile(String text) {
    return FILE.matcher(text).matches();
  }
}
