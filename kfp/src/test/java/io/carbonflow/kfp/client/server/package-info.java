// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// A server that behaves as Kubeflow Pipelines 2.17 does, for tests.
package io.carbonflow.kfp.client.server;
