package io.carbonflow.regressor;

import java.util.List;

/// The equal-weight mean of several models.
///
/// @param members at least one
public record Mean(List<Regressor> members) implements Regressor {

  /// Copies the members and checks that there is one.
  public Mean {
    members = List.copyOf(members);
    if (members.isEmpty()) {
      throw new IllegalArgumentException("a mean of no models");
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
}
