// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// The step `notify`. Reports to a webhook how a run ended.
package io.carbonflow.components.notify;
