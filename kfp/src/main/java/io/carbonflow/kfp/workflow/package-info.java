// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Argo workflows as Kubeflow Pipelines makes them of runs. The workflow knows more of a run than
/// Kubeflow's own interface, and sooner: messages of pods, why one cannot start, which tasks were left
/// out. Start reading at [Workflow] and [WorkflowTasks].
package io.carbonflow.kfp.workflow;
