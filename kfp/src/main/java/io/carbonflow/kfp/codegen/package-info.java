// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The files that are made from declarations and checked in: components, pipelines, reference pages.
package io.carbonflow.kfp.codegen;
