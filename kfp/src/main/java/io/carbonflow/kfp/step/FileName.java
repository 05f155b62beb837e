// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// The natural name of a kind of artifact: what its file is called where a person will look for it.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface FileName {
  /// A file's name with its ending, or a folder's.
  String value();
}
