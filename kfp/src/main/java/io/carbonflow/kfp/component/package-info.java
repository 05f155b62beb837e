// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Components that are not steps of ours: any image and command, and component files of others.
package io.carbonflow.kfp.component;
