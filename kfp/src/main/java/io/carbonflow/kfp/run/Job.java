// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run;

import module java.base;
import io.carbonflow.kfp.ir.ContainerSpec;

/// A container that is ready to run, and what a launcher may have to know about its task.
///
/// @param task the task's name
/// @param container the container, its placeholders resolved
/// @param parameters the values of the task's input parameters
/// @param folder the task's folder, which is there and holds nothing but the folders that it needs; all
///     that the task writes goes into it
public record Job(
    String task, ContainerSpec container, Map<String, Object> parameters, Path folder) {}
