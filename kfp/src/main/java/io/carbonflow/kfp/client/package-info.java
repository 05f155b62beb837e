// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// A client of Kubeflow Pipelines' REST interface, release 2.17 (`/apis/v2beta1`).
package io.carbonflow.kfp.client;
