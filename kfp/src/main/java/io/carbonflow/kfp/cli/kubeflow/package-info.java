// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The commands below `kubeflow` of a project's program.
package io.carbonflow.kfp.cli.kubeflow;
