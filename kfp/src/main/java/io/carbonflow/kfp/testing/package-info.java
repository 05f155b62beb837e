// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What the tests of a project's own steps need: a step runs in a folder, as its command would,
/// without Kubeflow and without a process of its own.
package io.carbonflow.kfp.testing;
