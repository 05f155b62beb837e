// SPDX-FileCopyrightText: The carbonflow authors
// SPDX-License-Identifier: Apache-2.0

package io.carbonflow.kfp.step;

import module java.base;

/// Marks a step that computes long enough for the JVM's optimizing compiler to pay. The others run
/// without it: they are over before its better code would be there, in two thirds of the CPU time.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LongRunning {}
