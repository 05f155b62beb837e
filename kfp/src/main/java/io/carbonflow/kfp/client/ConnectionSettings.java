// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.base.fault.Place;
import io.carbonflow.base.fault.Problem;
import io.carbonflow.base.file.BoundedInput;
import io.carbonflow.base.file.InputLimits;
import io.carbonflow.kfp.client.transport.Address;

/// Where Kubeflow is.
///
/// @param endpoint what `apis/v2beta1` lies below
/// @param source what named the endpoint
/// @param dashboard the page that leads to a login
/// @param pages what the pages of runs lie below
/// @param namespace the namespace that things are looked for and made in, if one is named
/// @param authority a PEM file with authorities that are trusted beside the JVM's own
/// @param cronZone the time zone of the cluster's cron, which no server tells
public record ConnectionSettings(
    Address endpoint,
    String source,
    Address dashboard,
    Address pages,
    Optional<String> namespace,
    Optional<Path> authority,
    ZoneId cronZone) {

  /// What Kubeflow's own controller of schedules is given its time zone by (its `const.go`).
  public static final String CRON_ZONE = "CRON_SCHEDULE_TIMEZONE";

  /// Where Kubernetes puts a pod's namespace, and the API server's address for those inside
  /// (kfp/client/client.py).
  private static final Path POD_NAMESPACE =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/namespace");
  private static final String IN_CLUSTER = "http://ml-pipeline.kubeflow.svc.cluster.local:8888";

  /// What options and environment say; options come first.
  ///
  /// @param endpoint the option `--endpoint`
  /// @param namespace the option `--namespace`
  /// @param authority the option `--ca-cert`
  /// @throws Problem if no endpoint is named, or what is named is no address or no time zone
  public static ConnectionSettings of(Map<String, String> environment, Optional<String> endpoint,
      Optional<String> namespace, Optional<String> authority) {
    Named named = endpoint.map(text -> new Named("--endpoint", text))
        .or(() -> first(environment, "KBFL_ENDPOINT", "KF_PIPELINES_ENDPOINT"))
        .or(() -> first(environment, "KBFL_URL")
            .map(url -> new Named(url.source, url.text.replaceFirst("/*$", "/pipeline"))))
        .or(() -> Files.exists(POD_NAMESPACE)
            ? Optional.of(new Named("inside a cluster", IN_CLUSTER)) : Optional.empty())
        .orElseThrow(() -> new Problem(Place.of("kubeflow"), "no endpoint is named",
            "set KBFL_ENDPOINT to https://HOST/pipeline, or give --endpoint"));
    Address address = Address.parse(named.source, named.text);
    return new ConnectionSettings(address, named.source,
        first(environment, "KBFL_URL").map(Named::address).orElseGet(() -> Address.parse(
            named.source, address.toString().replaceFirst("/pipeline$", ""))),
        first(environment, "KF_PIPELINES_UI_ENDPOINT").map(Named::address).orElse(address),
        namespace.or(() -> first(environment, "KBFL_NAMESPACE").map(Named::text))
            .or(ConnectionSettings::podNamespace),
        authority.or(() -> first(environment, "KBFL_CA_CERT", "SSL_CERT_FILE").map(Named::text))
            .map(Path::of),
        first(environment, CRON_ZONE).map(Named::zone).orElse(ZoneOffset.UTC));
  }

  /// A text and where it was found.
  private record Named(String source, String text) {
    Address address() {
      return Address.parse(source, text);
    }

    ZoneId zone() {
      try {
        return ZoneId.of(text.strip());
      } catch (DateTimeException e) {
        throw new Problem(Place.of(source), "'" + text.strip() + "' is not a time zone",
            "write it as Europe/Berlin", e);
      }
    }
  }

  private static Optional<Named> first(Map<String, String> environment, String... names) {
    return Stream.of(names).map(name -> new Named(name, environment.getOrDefault(name, "")))
        .filter(Predicate.not(named -> named.text.isBlank())).findFirst();
  }

  private static Optional<String> podNamespace() {
    return Files.exists(POD_NAMESPACE) // in a pod
        ? Optional.of(BoundedInput.text(POD_NAMESPACE, InputLimits.SECRET, "name the namespace").strip())
        : Optional.empty();
  }
}
