package io.carbonflow.kfp.step;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a step that computes long enough for the JVM's optimizing compiler to pay. The others run
/// without it: they are over before its better code would be there, in two thirds of the CPU time.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface LongRunning {}
