// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `notify`. Tells a webhook how a run has ended.
package io.carbonflow.components.notify;
