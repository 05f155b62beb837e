// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Runs tasks in their container images, with an engine of this machine.
package io.carbonflow.kfp.run.container;
