// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.model.regressor;

import java.util.List;

/// The equal-weight mean of several models.
///
/// @param members at least one, none of them a mean
public record Mean(List<Regressor> members) implements Regressor {

  /// Copies the members and checks them.
  public Mean {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a mean of no models");
    }
    if (members.stream().anyMatch(Mean.class::isInstance)) {
      throw new IllegalArgumentException("a mean of means");
    }
  }

  @Override
  public double predict(double[] row) {
    double sum = 0;
    for (Regressor member : members) {
      sum += member.predict(row);
    }
    return sum / members.size();
  }

  @Override
  public int width() {
    return members.stream().mapToInt(Regressor::width).max().orElseThrow();
  }
}
