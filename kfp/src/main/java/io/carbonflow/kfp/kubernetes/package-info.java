// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// What a pod reads of Kubernetes, with the rights of its own account.
package io.carbonflow.kfp.kubernetes;
