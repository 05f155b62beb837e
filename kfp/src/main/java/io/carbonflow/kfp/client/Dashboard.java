// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client;

import module java.base;
import io.carbonflow.kfp.client.transport.Address;
import io.carbonflow.kfp.client.transport.Call;
import io.carbonflow.kfp.client.transport.HttpAnswer;
import io.carbonflow.kfp.client.transport.Transport;

/// The dashboard of a full Kubeflow, which knows the namespaces of a user (central dashboard,
/// `api/workgroup/env-info`).
///
/// @param transport sends requests
/// @param address where it is
record Dashboard(Transport transport, Address address) {

  /// The user's namespaces; none if there is no dashboard.
  SortedSet<String> namespaces() throws InterruptedException {
    HttpAnswer answer = transport.ask(Call.get(address.at("api/workgroup/env-info")));
    SortedSet<String> names = new TreeSet<>();
    if (answer.isOk() && answer.isOf("application/json")) {
      answer.json().parts("namespaces").forEach(one -> names.add(one.text("namespace")));
    }
    return names;
  }
}
