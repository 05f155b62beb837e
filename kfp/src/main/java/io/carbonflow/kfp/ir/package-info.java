// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Kubeflow's intermediate representation of a pipeline, as records.
package io.carbonflow.kfp.ir;
