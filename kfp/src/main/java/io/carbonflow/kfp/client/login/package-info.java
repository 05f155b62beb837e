// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The ways to log in to Kubeflow.
package io.carbonflow.kfp.client.login;
