// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Looks whether everything is there that a pipeline needs on Kubeflow.
package io.carbonflow.kfp.client.doctor;
