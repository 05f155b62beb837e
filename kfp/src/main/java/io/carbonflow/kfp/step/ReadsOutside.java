// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Marks a step whose result depends on more than its inputs' values, such as the content behind a
/// URI, or that changes something outside. It is never skipped because its arguments are unchanged.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadsOutside {}
