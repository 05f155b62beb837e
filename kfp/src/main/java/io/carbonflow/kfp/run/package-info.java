// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Runs compiled pipelines on this machine, as Kubeflow would.
package io.carbonflow.kfp.run;
