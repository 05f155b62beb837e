// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Where pipelines read from and upload to: parameters that name buckets and folders.
package io.carbonflow.components.storage;
