// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import io.carbonflow.base.concurrent.Workers;

/// What a step may use while it runs. Nothing of it changes what the step gives.
///
/// @param workers the threads for heavy computing, shared by all steps of a process
/// @param console the log and the progress
public record Context(Workers workers, Console console) {}
