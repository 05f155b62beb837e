// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.client.doctor;

import module java.base;
import io.carbonflow.kfp.client.Kubeflow;

/// What is looked at.
///
/// @param kubeflow the server
/// @param bucket the bucket that pipelines read from and write to, if it is named
/// @param secret the name of the secret that holds the bucket's keys
/// @param message the test message, if one is to be sent
/// @param clock the time
public record DoctorContext(Kubeflow kubeflow, Optional<Buckets.Bucket> bucket, String secret,
    Optional<TestMessage> message, Clock clock) {

  /// Kubeflow itself, without a project's bucket, secret and message.
  public static DoctorContext of(Kubeflow kubeflow, Clock clock) {
    return new DoctorContext(kubeflow, Optional.empty(), "", Optional.empty(), clock);
  }
}
