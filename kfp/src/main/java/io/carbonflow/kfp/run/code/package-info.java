// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Which code a task runs: the classes that its step can reach, and what they hold.
package io.carbonflow.kfp.run.code;
