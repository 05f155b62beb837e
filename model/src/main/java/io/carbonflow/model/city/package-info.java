// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

/// Cities: how the tables of one are read into the one schema, and what is known of its buildings. What is
/// logic (rules, features, repairs) knows no city's names.
package io.carbonflow.model.city;
