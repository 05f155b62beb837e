// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// What a model came from.
package io.carbonflow.components.provenance;
