// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Requests to a server of Kubeflow Pipelines: time limits, repetition, and what went wrong.
package io.carbonflow.kfp.client.transport;
