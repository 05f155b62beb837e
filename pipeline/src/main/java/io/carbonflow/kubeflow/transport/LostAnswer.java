package io.carbonflow.kubeflow.transport;

import io.carbonflow.fault.Problem;

/// A request that must not be sent twice was sent, and it is not known whether the server has done
/// what it asks for.
public final class LostAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  LostAnswer(Problem cause) {
    super(cause.getMessage(), cause);
  }
}
