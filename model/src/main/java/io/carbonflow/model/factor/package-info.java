// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Emission factors: the tonnes that a kBtu of each fuel stands for in a year, what is known of them, and how
/// they are estimated from rows. They are about buildings; what is known of a building does not depend on them.
package io.carbonflow.model.factor;
