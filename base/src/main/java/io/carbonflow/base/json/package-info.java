// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// JSON, written and read: what carbonflow wrote itself without forgiveness, by [StrictJson], what a
/// server wrote with it, by [ServerJson].
package io.carbonflow.base.json;
