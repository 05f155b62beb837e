// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.pipeline;

import module java.base;

/// Marks a result that a compiled pipeline leaves with the task that gives it. Kubeflow draws every
/// output of the whole pipeline beside its outermost part, so only what people and programs go for
/// first belongs there. A run on this machine has all results in its folder, and a pipeline that is
/// one task of another gives all of them.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface WithItsTask {}
