// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.run.code;

import module java.base;

/// What can be reached from a class.
///
/// @param digests the SHA-256 of each class file, resource and list of providers, by name
/// @param libraries whether a class of a library is reached
record Reached(SortedMap<String, String> digests, boolean libraries) {}
