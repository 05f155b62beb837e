// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// The command line that a project's own program is made from: [Program] says what differs.
package io.carbonflow.kfp.cli;
