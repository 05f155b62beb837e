// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: GPL-3.0-or-later

package io.carbonflow.published;

import module java.base;
import io.carbonflow.store.Store;

/// What somebody has seen of the published models, and will change only if it is still so.
///
/// @param register what is published
/// @param version which content `current.json` had; empty if there was no such file
public record RegistrySnapshot(Register register, Optional<Store.Version> version) {}
