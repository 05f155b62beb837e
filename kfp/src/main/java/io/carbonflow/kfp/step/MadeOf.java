// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// A step that was made from classes that its own class does not name.
public interface MadeOf {

  /// The classes; what they can reach decides the step's results too.
  Set<Class<?>> parts();
}
