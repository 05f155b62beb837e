package io.carbonflow.kubeflow.doctor;

import io.carbonflow.kubeflow.Kubeflow;
import io.carbonflow.store.StoreOptions;
import io.carbonflow.store.StoreUri;
import java.time.Clock;
import java.util.Optional;

/// What is looked at.
///
/// @param kubeflow the server
/// @param bucket the bucket that pipelines read from and write to, if it is named
/// @param store how the bucket is reached
/// @param secret the name of the secret that holds the bucket's keys
/// @param message the test message, if one is to be sent
/// @param clock the time
public record Patient(
    Kubeflow kubeflow, Optional<StoreUri> bucket, StoreOptions store, String secret,
    Optional<TestMessage> message, Clock clock) {}
